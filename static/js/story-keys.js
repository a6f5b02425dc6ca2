// The steps in a story's bar, by key: each button or link that names its own, and shows it while the keys work.
import { keysWork, onKey } from "./review-keys.js";

const shown = [];

function begin(step) {
  const kbd = document.createElement("kbd");
  kbd.textContent = step.dataset.key.replace("Key", "");
  kbd.setAttribute("aria-hidden", "true");
  step.append(kbd);
  shown.push(kbd);
  // A step that opens a draft, and does not only go to a page, is not begun by a letter of a word.
  onKey(step.dataset.key, () => step.click(), step.form ? "deciding" : "");
}

function show() {
  for (const kbd of shown) kbd.hidden = !keysWork();
}

for (const step of document.querySelectorAll("[data-key]")) begin(step);
document.querySelector("[data-keys-switch]").addEventListener("change", show);
show();
