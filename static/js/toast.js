// What was just done, with the way to undo it: it leaves after a while, but not while somebody is at it.
const LASTS = 8000;

let tooLate = ""; // what is said once a way to undo stood here and is gone

function say(words) {
  document.dispatchEvent(new CustomEvent("say", { detail: { words } }));
}

function leave(toast) {
  tooLate ||= toast.querySelector("form")?.dataset.tooLate ?? "";
  toast.remove();
}

function sayTooLate() {
  say(tooLate);
  tooLate = "";
}

function leaves(toast) {
  let timer = null;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => leave(toast), LASTS);
  };
  const stay = () => clearTimeout(timer);
  for (const event of ["pointerenter", "focusin"]) toast.addEventListener(event, stay);
  for (const event of ["pointerleave", "focusout"]) toast.addEventListener(event, wait);
  wait();
}

const UNDO = "KeyZ";
const FILE = "KeyF";

// Z undoes from wherever the next page opened and F goes on to filing, by the place of the key; never while somebody types.
function pressed(event) {
  const form = document.querySelector("[data-toast] form");
  const link = document.querySelector("[data-toast] [data-file-it]");
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")?.checkVisibility();
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const act = { [UNDO]: form ? () => form.requestSubmit() : tooLate && !document.querySelector("[data-undo]") && sayTooLate, [FILE]: link && (() => link.click()) }[event.code];
  if (!act || held || event.shiftKey || event.defaultPrevented || typing) return;
  if (document.querySelector("dialog[open]") || document.documentElement.dataset.keysAct === "off") return;
  if (event.code === UNDO && event.repeat) return;
  if (event.code === UNDO && event.slip?.undoing) return say(event.slip.undoing);
  event.preventDefault();
  act();
}

const toasts = document.querySelectorAll("[data-toast]");
if (toasts.length) document.addEventListener("keydown", pressed);
for (const toast of toasts) leaves(toast);
