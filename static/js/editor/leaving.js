// Leaving by a link or a form of the page: what is typed is saved first, so that the browser need not ask.
import { dirty, flush, leave } from "./autosave.js";
import { form } from "./page.js";

const PATIENCE_MS = 3000; // then the page goes, and the browser asks about what is still unsaved
const gone = new WeakSet(); // forms on their way

function saved() {
  return Promise.race([flush(), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
}

function leads(link, event) {
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.target || link.download;
  return !elsewhere && link.origin === location.origin && link.pathname !== location.pathname;
}

async function followed(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || !dirty() || !leads(link, event)) return;
  event.preventDefault();
  await saved();
  location.assign(link.href);
}

async function sent(event) {
  const { target, submitter } = event;
  if (event.defaultPrevented || target === form || target.method === "dialog" || gone.has(target) || !dirty()) return;
  event.preventDefault();
  await saved();
  gone.add(target);
  target.requestSubmit(submitter);
}

if (form?.dataset.autosave) {
  document.addEventListener("click", followed);
  document.addEventListener("submit", sent);
  // A page that the browser kept whole and shows again is written on as before.
  window.addEventListener("pageshow", ({ persisted }) => persisted && leave(false));
}
