// The leads rail: a click on a lead compares at once. Arrow keys walk through the choices without leaving
// the page, so for them, as with no script, there is the button.
const form = document.querySelector("[data-pick]");
const go = form?.querySelector("[data-pick-go]");
let pointed = false;

function chosen() {
  return [...form.querySelectorAll("input:checked")];
}

function changed() {
  return chosen().some((input) => !input.defaultChecked);
}

if (form) {
  go.hidden = true;
  form.addEventListener("pointerdown", () => {
    pointed = true;
  });
  form.addEventListener("keydown", () => {
    pointed = false;
  });
  form.addEventListener("change", () => {
    go.hidden = !changed();
    if (pointed && changed()) form.requestSubmit();
  });
  // In a narrow window the rail is one line: it begins where the leads stand that the page shows.
  form.scrollLeft += form.querySelector(".shown").getBoundingClientRect().left - form.getBoundingClientRect().left;
  // The browser's way back may bring old choices along.
  window.addEventListener("pageshow", () => form.reset());
}
