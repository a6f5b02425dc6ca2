// The moments at which what is typed is saved without waiting: a field, the page or the window is left, the line is back.
import { behind, dirty, how, lastWords, save } from "./autosave.js";
import { field, form, tell } from "./page.js";
import { state } from "./save-state.js";

let beaconed = 0; // the change that a beacon last had

// A field of the text: the strip of photos is saved in turns of its own, and the copy tells by itself.
function ofText(target) {
  return target.form === form && target.name && target !== field("body") && !target.closest("[data-photos]");
}

// The browser sends it after the page is gone.
function beacon() {
  const words = lastWords();
  if (words && words.change !== beaconed && navigator.sendBeacon(form.dataset.autosave, words.body)) beaconed = words.change;
}

function saveWaiting() {
  if (behind() && !how().stopped) save();
}

// The page may go: by the person's own step, or because its draft is closed and the device has the text.
function settled() {
  const { leaving, stopped, kept } = how();
  return leaving || (stopped && kept);
}

function start() {
  form.addEventListener("input", ({ target }) => ofText(target) && tell("typed"));
  form.addEventListener("focusout", () => !how().failures && saveWaiting());
  document.addEventListener("visibilitychange", () => (document.hidden ? beacon() : saveWaiting()));
  window.addEventListener("pagehide", beacon);
  window.addEventListener("online", () => !how().stopped && save());
  window.addEventListener("offline", () => state.offline(how().kept));
  window.addEventListener("focus", () => how().failures && saveWaiting());
  window.addEventListener("beforeunload", (event) => dirty() && !settled() && event.preventDefault());
}

if (form?.dataset.autosave) start();
