// How long the headline is, against the length a wire takes. Enter goes on to the copy.
import { copy } from "./copy.js";
import { field, find, form } from "./page.js";

const shown = find("[data-headline-length]");

function measure() {
  const length = [...field("headline").value.trim()].length;
  const most = Number(shown.dataset.headlineLength);
  shown.textContent = `${length} / ${most}`;
  shown.classList.toggle("too-long", length > most);
  shown.title = length > most ? `${length - most} characters over what a headline may have` : "";
}

function goOn(event) {
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  copy.focus();
}

let begun = document.activeElement !== document.body; // whether the person has been anywhere on the page yet
for (const event of ["focusin", "pointerdown"]) addEventListener(event, () => (begun = true), { capture: true, once: true });

// An empty story begins with its headline, a lead with its copy: where the person is not about something else, and no
// keyboard comes up that covers half the screen.
export function begin() {
  if (begun || location.hash || !window.matchMedia("(pointer: fine)").matches) return;
  if (field("headline").value.trim()) copy.focus();
  else field("headline").focus();
}

if (form && shown) {
  field("headline").addEventListener("input", measure);
  field("headline").addEventListener("keydown", goOn, true);
  measure();
}
