// Facts on the wire that read otherwise now: shown before the lead goes out, for they may be errors to be corrected.
import { element, find } from "./page.js";

function row({ name, para, old, new: now, silent, how, where }) {
  const words = element("span", {}, `${name.replace(/^./, (first) => first.toUpperCase())} in para ${para}: `, element("del", {}, old), " → ", element("ins", {}, now), where ? element("span", { class: "fact-where" }, ` ${where}`) : "");
  return element("li", silent ? { class: "silent" } : {}, element("span", {}), words, element("span", { class: "sent-how" }, how));
}

export function showSent(sent = []) {
  const box = find("[data-filing-sent]");
  box.querySelector("ul").replaceChildren(...sent.map(row));
  box.hidden = !sent.length;
}
