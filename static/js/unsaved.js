// Says when the form holds more than was saved, and asks before the page goes away with it.
const form = document.querySelector("[data-draft-form]");
const state = document.querySelector("[data-save-state]");

function typed() {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
}

function watch() {
  const refused = state.dataset.state === "dirty";
  const saved = typed();
  const words = [...state.childNodes];
  let leaving = false;

  const dirty = () => refused || typed() !== saved;

  form.addEventListener("input", () => {
    if (refused) return;
    const unsaved = dirty();
    state.dataset.state = unsaved ? "dirty" : "saved";
    if (unsaved) state.textContent = "Unsaved changes";
    else state.replaceChildren(...words);
  });

  form.addEventListener("submit", () => {
    leaving = true;
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && dirty()) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyS" && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

if (form) watch();
