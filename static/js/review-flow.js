// Lights one paragraph's whole line of descent under the pointer; folds the figure on a phone.
const figure = document.querySelector("[data-flow]");
const drawing = figure?.querySelector("svg");

function light(event) {
  const line = event.target.dataset?.line;
  drawing.classList.toggle("lit", Boolean(line));
  for (const shape of drawing.querySelectorAll("[data-line]")) {
    shape.classList.toggle("on", shape.dataset.line === line);
  }
}

if (figure) {
  drawing.addEventListener("pointerover", light);
  drawing.addEventListener("pointerleave", light);
  if (window.matchMedia("(max-width: 760px)").matches) figure.open = false;
}
