// Handing the draft to the desk without leaving the page: everything typed is saved first, and what was saved is
// handed in. Which of the two buttons stands in the bar, the server says with each answer: URGENT may need no desk.
import { ask } from "./analysis.js";
import { flush, leave } from "./autosave.js";
import { held, photosHeld } from "./checks.js";
import * as device from "./device.js";
import { lastStep } from "./last-step.js";
import { find, form, hear } from "./page.js";
import { inWords } from "./tools.js";

const dialog = find("[data-submitting]");
const button = find("[data-submit]");
const fileButton = find("[data-file]");

const jump = dialog && lastStep(dialog);

function showHeld(photos) {
  const list = find("[data-submit-held]");
  list.replaceChildren(...photos.map((one) => held(one, jump)));
  list.hidden = !photos.length;
}

// Whether the person's next step is the desk's, and not the wire's.
export function submits() {
  return Boolean(button) && !button.hidden;
}

export async function openSubmitting() {
  if (document.querySelector("dialog[open]")) return;
  const safe = await flush();
  const answer = await ask();
  if (document.querySelector("dialog[open]")) return;
  const against = answer?.against;
  find("[data-submit-counts]").textContent = against ? `${inWords(answer.counts)} against ${against.label}.` : "Nothing of this story is on the wire yet.";
  showHeld(photosHeld(answer ?? {}));
  find("[data-submit-unsaved]").hidden = safe;
  find("[data-submit-go]").disabled = !safe;
  dialog.showModal();
  (safe ? find("[data-submit-go]") : dialog.querySelector("[data-close]")).focus();
}

function show(answer) {
  button.hidden = !answer.submits;
  fileButton.hidden = answer.submits;
}

function send() {
  leave();
  device.forgetAll();
}

if (dialog) {
  hear("answer", show);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    openSubmitting();
  });
  dialog.querySelector("form").addEventListener("submit", send);
}
