// How long the headline is, against the length a wire takes.
import { field, find, form } from "./page.js";

const shown = find("[data-headline-length]");

function measure() {
  const length = [...field("headline").value.trim()].length;
  const most = Number(shown.dataset.headlineLength);
  shown.textContent = `${length} / ${most}`;
  shown.classList.toggle("over", length > most);
  shown.title = length > most ? `${length - most} characters over what a headline may have` : "";
}

if (form && shown) {
  field("headline").addEventListener("input", measure);
  measure();
}
