// How long the headline is, against the length a wire takes. Enter goes on to the copy.
import { copy } from "./copy.js";
import { field, find, form } from "./page.js";

const shown = find("[data-headline-length]");

function measure() {
  const length = [...field("headline").value.trim()].length;
  const most = Number(shown.dataset.headlineLength);
  shown.textContent = `${length} / ${most}`;
  shown.classList.toggle("over", length > most);
  shown.title = length > most ? `${length - most} characters over what a headline may have` : "";
}

function goOn(event) {
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  copy.focus();
}

// An empty story begins with its headline, a lead with its copy. A keyboard that covers half the screen comes up only
// when it is asked for.
export function begin() {
  const free = document.activeElement === document.body && !location.hash && window.matchMedia("(pointer: fine)").matches;
  if (!free) return;
  if (field("headline").value.trim()) copy.focus();
  else field("headline").focus();
}

if (form && shown) {
  field("headline").addEventListener("input", measure);
  field("headline").addEventListener("keydown", goOn, true);
  measure();
}
