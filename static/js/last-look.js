// The last look at a text: Ctrl+Enter sends it on, as in the editor.
import "./once.js";

const go = document.querySelector("[data-send]");

function send(event) {
  const enter = ["Enter", "NumpadEnter"].includes(event.code) && (event.ctrlKey || event.metaKey);
  if (!enter || event.isComposing || event.repeat || event.defaultPrevented) return;
  event.preventDefault();
  go.click();
}

if (go) document.addEventListener("keydown", send);
