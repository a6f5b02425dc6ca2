// Where the typed text is, in words and by the shape beside them. Its width stays, so that nothing jumps.
import { find } from "./page.js";

const shown = find("[data-save-state]");
const zone = find("[data-clock]")?.dataset.zone;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: zone });
const SAVING_AFTER_MS = 250; // a quick save says only that it is done
let timer = 0;

export function clockTime(moment) {
  return clock.format(new Date(moment));
}

function show(state, text) {
  clearTimeout(timer);
  if (shown.dataset.state === state && shown.textContent === text) return;
  shown.dataset.state = state;
  shown.textContent = text;
}

export const state = {
  unsaved: () => show("dirty", "Unsaved changes"),
  saving: () => {
    clearTimeout(timer);
    timer = setTimeout(() => show("saving", "Saving…"), SAVING_AFTER_MS);
  },
  saved: (moment) => show("saved", `Saved ${clockTime(moment)}`),
  parked: () => show("parked", "Kept — waits to be merged"),
  offline: (kept) => show("offline", kept ? "Offline — kept on this device" : "Offline — keep this page open"),
  failed: (kept) => show("failed", kept ? "Not saved — kept on this device" : "Not saved — keep this page open"),
};
