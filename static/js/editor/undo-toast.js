// What was just done, at the foot of the window, with the way to undo it: gone after a while, but not under the hand.
import { element, find } from "./page.js";

const LASTS_MS = 8000;

export function undoToast(words, undo) {
  dropToast();
  const box = element("div", { class: "toast", role: "status", "data-undo-toast": "" }, element("p", {}, words));
  const back = () => {
    box.remove();
    undo();
  };
  box.append(element("button", { type: "button", class: "btn sm", onclick: back }, "Undo"));
  document.body.append(box);
  let timer = setTimeout(() => box.remove(), LASTS_MS);
  box.addEventListener("focusin", () => clearTimeout(timer));
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => (timer = setTimeout(() => box.remove(), LASTS_MS)));
}

export function dropToast() {
  find("[data-undo-toast]")?.remove();
}
