// The names of the byline as chips, each with its native name, over the plain field that holds "By A, B and C".
import { element, field, find } from "./page.js";

const box = find("[data-byline-chips]");
const PARTS = /\s*,\s*(?:and\s+)?|\s+and\s+/;

export function names(line) {
  return line.trim().replace(/^by\s+/i, "").split(PARTS).filter(Boolean);
}

export function written(people) {
  if (people.length < 2) return people.length ? `By ${people[0]}` : "";
  return `By ${people.slice(0, -1).join(", ")} and ${people.at(-1)}`;
}

const kept = new Map([...document.querySelectorAll("#byline-people option")].map((option) => [option.value, option.label]));
const input = find("[data-byline-input]");
const adder = find("[data-byline-add]");
const line = () => field("byline");

function write(people) {
  line().value = written(people);
  line().dispatchEvent(new Event("input", { bubbles: true }));
}

function remove(name) {
  write(names(line().value).filter((other) => other !== name));
  adder.focus();
}

function chip(name) {
  const native = kept.get(name) && kept.get(name) !== name ? [" ", element("span", { lang: "ko" }, kept.get(name))] : [];
  const cross = element("button", { type: "button", "aria-label": `Take ${name} off the byline`, onclick: () => remove(name) }, "×");
  return element("li", { class: "byline" }, name, ...native, cross);
}

// A line that the chips would not write again as it stands ("By A in Tokyo") stays a plain field.
function fits() {
  const text = line().value.trim();
  return !text || written(names(text)) === text;
}

function draw() {
  const chips = fits();
  box.hidden = !chips;
  line().hidden = chips;
  box.querySelector("ul").replaceChildren(...names(line().value).map(chip));
}

// What was typed as one of the names on offer: whole, or by the beginnings of its words; else as it is.
function offered(words) {
  const typed = words.toLowerCase().split(/\s+/);
  const free = [...kept].filter(([name]) => !names(line().value).includes(name));
  const begins = ([name, native]) => {
    const parts = `${name} ${native}`.toLowerCase().split(/\s+/);
    return typed.every((start) => parts.some((part) => part.startsWith(start)));
  };
  return kept.has(words) ? words : (free.find(begins)?.[0] ?? words);
}

function add() {
  const words = input.value.trim().replace(/^by\s+/i, "");
  const name = words && offered(words);
  close();
  if (name && !names(line().value).includes(name)) write([...names(line().value), name]);
}

// A name taken from the list stands there whole; one that is being typed may go on ("Seo Da" to "Seo Da-on").
const chosen = ({ inputType }) => (!inputType || inputType === "insertReplacementText") && kept.has(input.value);

function close() {
  input.value = "";
  input.hidden = true;
  adder.hidden = false;
}

function start() {
  adder.addEventListener("click", () => {
    adder.hidden = true;
    input.hidden = false;
    input.focus();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") add();
    adder.focus();
  });
  input.addEventListener("input", (event) => {
    if (!chosen(event)) return;
    add();
    adder.focus();
  });
  // Left for another place of the page, which has the focus then; another window's turn leaves a name half typed.
  input.addEventListener("blur", () => document.hasFocus() && add());
  line().addEventListener("input", () => document.activeElement !== line() && draw());
  line().addEventListener("blur", draw);
  draw();
}

if (box) start();
