// The desk's word by key: return, approve, undo, and the other of the two comparisons. Without it, a link and forms.
import { onKey } from "./review-keys.js";

const returning = document.querySelector("[data-return]");
const opener = document.querySelector("[data-return-open]");
const approval = document.querySelector("[data-approve]");
const unchecked = document.querySelector("[data-unchecked]");
const undoing = document.querySelector("[data-undo]");
const filing = document.querySelector(".steps-bar [data-file-it]");
const whole = document.querySelector("[data-whole]");

function open(dialog) {
  dialog.showModal();
}

function openReturn(event) {
  event?.preventDefault();
  open(returning);
  const field = returning.querySelector("textarea");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
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

if (approval) {
  opener.addEventListener("click", openReturn);
  approval.addEventListener("submit", ask);
  unchecked.querySelector("[data-approve-anyway]").addEventListener("click", approveAnyway);
  onKey("KeyR", openReturn);
  onKey("KeyA", () => approval.requestSubmit());
}
if (undoing) onKey("KeyZ", () => undoing.requestSubmit());
if (filing) onKey("KeyF", () => filing.click());
if (whole) onKey("KeyW", () => whole.click());
