// Who else is at the story. Nobody is locked out; both are told, and each one's saved changes come to the other.
import { dirty, refresh } from "./autosave.js";
import { session } from "./line.js";
import { element, field, find, form, hear } from "./page.js";
import { link, notice, settle } from "./notices.js";
import { clockTime } from "./save-state.js";

const POLL_MS = 10000;
const BEAT_MS = 20000;
const STILL_EDITING_MS = 60000;
const box = find("[data-others]");
const address = form?.dataset.presence;
let etag = "";
let typedAt = 0;
let told = { doing: "", at: 0 };

function said(doing) {
  const body = new FormData();
  body.set("doing", doing);
  body.set("session", session);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return body;
}

function tellServer() {
  const doing = Date.now() - typedAt < STILL_EDITING_MS ? "editing" : "viewing";
  if (document.hidden || (doing === told.doing && Date.now() - told.at < BEAT_MS)) return;
  told = { doing, at: Date.now() };
  fetch(address, { method: "POST", body: said(doing) }).catch(() => {
    told.at = 0;
  });
}

async function ask() {
  tellServer();
  if (document.hidden) return;
  try {
    const response = await fetch(address, { cache: "no-store", headers: etag ? { "If-None-Match": etag } : {} });
    if (response.status !== 200) return;
    etag = response.headers.get("ETag") ?? "";
    show(await response.json());
  } catch {
    // Offline: autosave says so.
  }
}

// By the desk's clock, whatever zone the browser stands in.
function hour(moment) {
  return clockTime(moment).slice(0, 5);
}

function person({ name, initials, doing, since }) {
  const words = `${name} is ${doing}`;
  const when = `${words} since ${hour(since)}`;
  const mark = element("span", { class: "ava", "data-ink": (initials.charCodeAt(0) % 5) + 1, "aria-hidden": "true", title: when }, initials);
  return element("li", {}, mark, element("span", { class: "presence-t" }, words));
}

function show({ people, draft, revision, saved_by: savedBy, current }) {
  const others = people.filter(({ me }) => !me);
  box.replaceChildren(...others.map(person));
  box.hidden = !others.length;
  const editing = others.filter(({ doing }) => doing === "editing");
  if (editing.length) {
    const names = editing.map(({ name }) => name).join(" and ");
    const first = editing.map(({ since }) => since).sort()[0];
    notice("presence", "warning", `${names} ${editing.length > 1 ? "are" : "is"} editing this story too, since ${hour(first)}. What you both write is merged, paragraph by paragraph.`);
  } else settle("presence");
  if (draft !== Number(field("draft").value)) return refresh(); // it was closed: the answer to a save says so
  if (revision > Number(field("revision").value) && !dirty()) refresh();
  onTheWire(current, savedBy);
}

function onTheWire(current) {
  const known = Number(form.dataset.current || 0);
  if (!current || current.sequence <= known) return;
  notice("wire", "warning", `${current.label === "first filing" ? "The first filing" : current.label} went out while you write. Your text is safe; the draft can be brought onto it.`, [link("Bring it onto the new filing", form.dataset.merge)]);
}

if (address) {
  hear("typed", () => {
    typedAt = Date.now();
    tellServer();
  });
  ask();
  setInterval(ask, POLL_MS);
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("pagehide", () => navigator.sendBeacon(address, said("gone")));
}
