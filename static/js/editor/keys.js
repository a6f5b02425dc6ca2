// The editor's keys, by where they sit, so that a Korean layout has the same ones; none while text is composed.
import { useProposal } from "./attn.js";
import { flush, save } from "./autosave.js";
import { sendWritten } from "../note-form.js";
import { copy } from "./copy.js";
import { openNext } from "./filing.js";
import { writeNote } from "./notes.js";
import { find, form } from "./page.js";
import { revertHere } from "./reverting.js";
import { openSubmitting } from "./submitting.js";

const overlay = find("[data-editor-keys]");

function inCopy(event) {
  return Boolean(event.target.closest?.("[data-copy]"));
}

function inNote(event) {
  return Boolean(event.target.closest?.("[data-note-form]"));
}

const KEYS = [
  { code: "Enter", ctrl: true, run: () => sendWritten(), where: inNote },
  { code: "NumpadEnter", ctrl: true, run: () => sendWritten(), where: inNote },
  { code: "Enter", ctrl: true, run: openNext },
  { code: "NumpadEnter", ctrl: true, run: openNext },
  { code: "Enter", ctrl: true, shift: true, run: openSubmitting },
  { code: "KeyS", ctrl: true, run: () => save() && flush() },
  { code: "Slash", ctrl: true, run: showKeys },
  { code: "KeyF", ctrl: true, run: () => copy.find(), where: () => copy.marked },
  { code: "F8", run: () => copy.step(1), where: () => copy.marked },
  { code: "F8", shift: true, run: () => copy.step(-1), where: () => copy.marked },
  { code: "KeyR", alt: true, run: () => revertHere(), where: inCopy },
  { code: "KeyC", alt: true, run: writeNote },
  { code: "KeyA", alt: true, run: useProposal },
  { code: "KeyD", alt: true, run: () => copy.openChange(), where: inCopy },
];

function held(event, key) {
  const ctrl = event.ctrlKey || event.metaKey;
  return ctrl === Boolean(key.ctrl) && event.altKey === Boolean(key.alt) && event.shiftKey === Boolean(key.shift);
}

function pressed(event) {
  if (event.isComposing || event.keyCode === 229) return;
  const key = KEYS.find((one) => one.code === event.code && held(event, one) && (one.where?.(event) ?? true));
  if (!key || (document.querySelector("dialog[open]") && key.code !== "KeyS")) return;
  event.preventDefault();
  event.stopPropagation();
  key.run();
}

function showKeys() {
  if (!overlay.open) overlay.showModal();
}

if (overlay) {
  // Before the text surface sees it: there the same keys may mean something else.
  document.addEventListener("keydown", pressed, true);
  find("[data-keys-help]").addEventListener("click", showKeys);
  find("[data-keys-close]").addEventListener("click", () => overlay.close());
}
if (form) for (const kbd of document.querySelectorAll("[data-live-key]")) kbd.hidden = false;
