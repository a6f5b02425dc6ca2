// The form and what the parts of the editor tell each other: "typed", "caret", "answer", "saved", "state".
export const form = document.querySelector("[data-draft-form]");
export const FIELDS = ["headline", "attn", "byline", "dateline", "body", "email", "note", "qualifiers", "kind"];

const told = new EventTarget();

export function tell(name, detail) {
  told.dispatchEvent(new CustomEvent(name, { detail }));
}

export function hear(name, listener) {
  told.addEventListener(name, (event) => listener(event.detail));
}

export function find(selector) {
  return document.querySelector(selector);
}

let catchUp = () => {};

// `task` puts into the form's text field what is typed beside it. It is done before anybody reads the field: to fill a
// long one at each key is the dearest part of the key.
export function beforeReading(task) {
  catchUp = task;
}

export function field(name) {
  if (name === "body") catchUp();
  return form.elements[name];
}

// The typed text, field by field.
export function typedText() {
  return Object.fromEntries(FIELDS.map((name) => [name, field(name)?.value ?? ""]));
}

export function put(name, value) {
  const input = field(name);
  input.value = value;
  const told = input instanceof RadioNodeList ? [...input].find(({ checked }) => checked) : input;
  told?.dispatchEvent(new Event("input", { bubbles: true }));
}

// Everything the form would post, with `more`.
export function posted(more = {}) {
  catchUp();
  const body = new FormData(form);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  return body;
}

// An element with a class, attributes and children: text goes in as text.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") made.addEventListener("click", value);
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function later(task) {
  if (window.requestIdleCallback) window.requestIdleCallback(task, { timeout: 400 });
  else setTimeout(task, 50);
}

form?.addEventListener("submit", () => catchUp(), true);
