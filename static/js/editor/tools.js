// The row above the copy: how much is shown, against what, what changed, from change to change, find.
import { copy, switchCopy } from "./copy.js";
import { element, find, hear } from "./page.js";

const row = find("[data-tools]");
const counts = find("[data-counts]");
const against = find("[data-against]");
const switcher = find("[data-switch-editor]");
const KINDS = [
  ["new", "+", "new", "new"],
  ["edited", "±", "edited", ""],
  ["split", "÷", "split", ""],
  ["merged", "⊕", "merged", ""],
  ["moved", "⇅", "moved", ""],
  ["removed", "−", "removed", "cut"],
  ["photos", "▣", "photo", ""],
];

// Of photos there may be one or more; the other words are the same for both.
function named(key, word, number) {
  return key === "photos" && number !== 1 ? `${word}s` : word;
}

// "5 new, 9 edited": for the filing dialog and for a screen reader.
export function inWords(given) {
  const said = KINDS.filter(([key]) => given?.[key]).map(([key, , word]) => `${given[key]} ${named(key, word, given[key])}`);
  return said.join(", ") || "no change";
}

function showCounts(given) {
  const items = KINDS.filter(([key]) => given?.[key]).map(([key, sign, word, name]) =>
    element("li", { class: name }, sign, element("b", {}, String(given[key])), ` ${named(key, word, given[key])}`),
  );
  counts.replaceChildren(...items);
}

function showAgainst(given) {
  against.hidden = !given;
  for (const tool of row.querySelectorAll("[data-compares]")) tool.hidden = !given;
}

function showSwitch() {
  const touch = window.matchMedia("(pointer: coarse)").matches;
  switcher.hidden = copy.marked && !touch;
  switcher.textContent = copy.marked ? "Plain field" : "Marked-up editor";
}

function start() {
  row.hidden = false;
  row.addEventListener("change", (event) => event.target.name === "shown" && copy.mode(event.target.value));
  find("[data-before]").addEventListener("click", () => copy.step(-1));
  find("[data-next]").addEventListener("click", () => copy.step(1));
  find("[data-find]").addEventListener("click", () => copy.find());
  switcher.addEventListener("click", switchCopy);
  hear("copy", () => {
    copy.mode(row.querySelector("[name=shown]:checked").value);
    showSwitch();
  });
  hear("answer", (answer) => {
    showCounts(answer.counts);
    showAgainst(answer.against);
  });
}

if (row) start();
