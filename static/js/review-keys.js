// Single keys of a page: of comparisons, stories and the board. They go by where a key sits, so that a Korean layout works too, and
// a person can turn them off in this browser: speech input and slips of the hand type letters.
const dialog = document.querySelector("[data-keys]");
const box = document.querySelector("[data-keys-switch]");
const opener = document.querySelector("[data-keys-open]");
const actions = new Map();

export const keysWork = () => document.documentElement.dataset.keysAct !== "off";

// `asks`, for an act of weight: "deciding" or "undoing", what a press has to stand up to (key-guard.js).
export function onKey(code, act, asks = "") {
  actions.set(code, { act, asks });
}

// A field that has just gone, with the question it stood in, keeps the focus until the page is drawn again: nobody
// types there, and a key pressed that quickly is one of the page.
function elsewhere(event) {
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229;
  const field = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  const typing = field?.checkVisibility();
  return held || event.defaultPrevented || typing || document.querySelector("dialog[open]");
}

function pressed(event) {
  if (elsewhere(event) || !keysWork()) return;
  const name = event.shiftKey ? `Shift+${event.code}` : event.code;
  const { act, asks } = actions.get(name) ?? {};
  if (!act || (asks && event.repeat)) return;
  const slip = asks && event.slip?.[asks];
  if (slip) return document.dispatchEvent(new CustomEvent("say", { detail: { words: slip } }));
  event.preventDefault();
  act(event);
}

function show() {
  box.checked = keysWork();
  dialog.showModal();
}

if (dialog) {
  opener.hidden = false;
  opener.addEventListener("click", show);
  box.addEventListener("change", () => document.dispatchEvent(new CustomEvent("keys", { detail: { on: box.checked } })));
  document.addEventListener("keydown", pressed);
  onKey("Shift+Slash", show);
}
