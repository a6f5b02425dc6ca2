// The desk's word by key: return, approve, undo, and the other of the two comparisons. Without it, a link and forms.
import { onKey } from "./review-keys.js";

const returning = document.querySelector("[data-return]");
const opener = document.querySelector("[data-return-open]");
const approval = document.querySelector("[data-approve]");
const own = document.querySelector("[data-own]");
const unchecked = document.querySelector("[data-unchecked]");
const undoing = document.querySelector("[data-undo]");
const filing = document.querySelector(".steps-bar [data-file-it]");
const whole = document.querySelector("[data-whole]");

const field = returning?.querySelector("textarea");

function open(dialog) {
  if (!dialog.open) dialog.showModal();
}

function openReturn(event) {
  event?.preventDefault();
  open(returning);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

// Escape closes at once, however busy the page is. Letters typed on a button of the question belong to the reason.
function inReturn(event) {
  const composing = event.isComposing || event.keyCode === 229;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === "Escape" && !composing) {
    event.preventDefault();
    returning.close();
    if (document.activeElement === field) field.blur();
  } else if ((event.key.length === 1 || composing) && event.key !== " " && !held && event.target !== field) {
    field.focus();
  }
}

// How many changed facts of this comparison the person has not ticked; the server approves all the same.
function left() {
  const counter = document.querySelector("[data-checked]");
  return counter ? Number(counter.dataset.of) - Number(counter.textContent) : 0;
}

function ask(event) {
  const open_ = left();
  if (!open_ || approval.dataset.anyway) return;
  event.preventDefault();
  const words = open_ === 1 ? "1 fact" : `${open_} facts`;
  unchecked.querySelector("[data-unchecked-count]").textContent = words;
  open(unchecked);
}

function approveAnyway() {
  approval.dataset.anyway = "yes";
  unchecked.close();
  approval.requestSubmit();
}

for (const button of document.querySelectorAll("[data-dialog-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}

if (returning) {
  opener.addEventListener("click", openReturn);
  returning.addEventListener("keydown", inReturn);
  onKey("KeyR", openReturn);
  onKey("KeyQ", () => location.assign(returning.dataset.list));
}
if (approval) {
  approval.addEventListener("submit", ask);
  unchecked.querySelector("[data-approve-anyway]").addEventListener("click", approveAnyway);
  onKey("KeyA", () => approval.requestSubmit(), "deciding");
}
if (own) onKey("KeyA", () => document.dispatchEvent(new CustomEvent("say", { detail: { words: own.textContent } })));
if (undoing) onKey("KeyZ", () => undoing.requestSubmit(), "undoing");
if (filing) onKey("KeyF", () => filing.click());
if (whole) onKey("KeyW", () => whole.click());
