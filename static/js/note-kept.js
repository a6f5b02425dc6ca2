// A note or an answer that is being written outlives a reload, Escape and Cancel: the tab keeps its words, by the
// address on its form, until they are sent or wiped out.
const ROOT = "writethru.note:";
const PARTS = ["paragraph", "words", "near", "remark"];
const WORD = "Typed before and not sent yet.";

function key(form) {
  return `${ROOT}${form.dataset.kept}`;
}

function say(form, words) {
  let place = form.querySelector("[data-kept-word]");
  if (!place && words) {
    place = document.createElement("p");
    place.className = "help";
    place.setAttribute("role", "status");
    place.dataset.keptWord = "";
    form.elements.remark.after(place);
  }
  if (place) place.textContent = words;
}

function remember(form) {
  const typed = PARTS.map((name) => [name, form.elements[name]?.value ?? ""]);
  try {
    if (form.elements.remark.value.trim()) sessionStorage.setItem(key(form), JSON.stringify(Object.fromEntries(typed)));
    else sessionStorage.removeItem(key(form));
  } catch {
    // A browser that keeps nothing has the words until the page goes.
  }
}

function read(form) {
  try {
    return JSON.parse(sessionStorage.getItem(key(form)));
  } catch {
    return null;
  }
}

// What was typed there before and is put back, or null; a form in which something is typed stays as it is.
export function restore(form) {
  const typed = read(form);
  if (!typed || form.elements.remark.value) return null;
  for (const name of PARTS) if (form.elements[name]) form.elements[name].value = typed[name];
  say(form, WORD);
  return typed;
}

// The answers of a list of threads that was just drawn.
export function restoreAnswers(list) {
  for (const form of list.querySelectorAll("[data-kept]")) if (restore(form)) form.closest("details").open = true;
}

// The form is put away: empty, unless words stand in it, which then wait there with a word.
export function putAway(form) {
  if (form.elements.remark.value.trim()) say(form, WORD);
  else form.reset();
}

export function sent(form) {
  if (!form.dataset.kept) return;
  form.reset();
  say(form, "");
  remember(form);
}

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("[data-kept]");
  if (form) remember(form);
});
