// What the draft goes out as, in every place that names it, as the form says now: URGENT or first, its brackets.
import { element, hear } from "./page.js";

function chipIn(extra) {
  return ([look, text]) => element("span", { class: ["chip", look, look && extra].filter(Boolean).join(" ") }, text);
}

function all(selector) {
  return document.querySelectorAll(selector);
}

function show({ label, chips }) {
  for (const box of all("[data-label-chips]")) {
    const drawn = chips.map(chipIn(box.dataset.labelChips));
    box.replaceChildren(...drawn.flatMap((chip, place) => (place ? [" ", chip] : [chip])));
  }
  for (const box of all("[data-label-file]")) box.textContent = label ? `File (${label})` : "File";
  for (const box of all("[data-label-name]")) box.textContent = label || "First filing";
}

hear("answer", show);
