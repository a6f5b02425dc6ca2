// Banners above the form: one for each matter, said once, gone when it is settled.
import { element, find } from "./page.js";

const shelf = find("[data-notices]");
const shown = new Map();

// `steps`: buttons and links at its end. The same text again changes nothing.
export function notice(matter, kind, text, steps = []) {
  if (shown.get(matter)?.text === text) return;
  settle(matter);
  const box = element("div", { class: `notice framed ${kind}` }, element("p", {}, text), element("div", { class: "steps" }, ...steps));
  shown.set(matter, { text, box });
  shelf.append(box);
}

export function settle(matter) {
  shown.get(matter)?.box.remove();
  shown.delete(matter);
}

export function button(words, onclick, kind = "") {
  return element("button", { type: "button", class: `btn sm ${kind}`, onclick }, words);
}

export function link(words, href, attributes = {}) {
  return element("a", { class: "btn sm", href, ...attributes }, words);
}
