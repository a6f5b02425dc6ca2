// The checks as the server sees the text now; one that names a paragraph or a field goes there.
import { copy } from "./copy.js";
import { element, field, find, hear, later } from "./page.js";

const list = find("[data-checks-now] ul");
const count = find("[data-checks-count]");

const FIELDS = { "no-headline": "headline", "no-dateline": "dateline", "no-attn": "attn", "empty-lede": "body" };

// A check that names a paragraph or a field goes there; null for one that names none.
export function wayTo({ code, graf }) {
  if (graf !== null && graf !== undefined) return () => copy.goTo(graf);
  if (FIELDS[code] === "body") return () => copy.focus();
  return FIELDS[code] ? () => field(FIELDS[code]).focus() : null;
}

function place(check) {
  const go = wayTo(check);
  if (!go) return [];
  const [said, shown] = check.graf === null ? [FIELDS[check.code]] : [`paragraph ${check.graf + 1}`, `¶${check.graf + 1}`];
  return [element("button", { type: "button", class: "pref", "aria-label": `Go to ${said}`, onclick: go }, shown ?? "Go")];
}

// What stands open, the label's place in the story first.
export function openChecks({ checks, misfit }) {
  return [...(misfit ? [{ level: "warn", message: misfit, graf: null }] : []), ...checks];
}

function item(check) {
  const warn = check.level === "warn";
  const spoken = warn ? [element("span", { class: "vh" }, "Look at: ")] : [];
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, warn ? "△" : "·");
  return element("li", { class: `is-${check.level}` }, sign, ...place(check), element("span", {}, ...spoken, check.message));
}

// The photos that keep it from going out, which a desk that approves the text cannot cure.
export function photosHeld({ blockers = [] }) {
  return blockers.filter(({ code }) => code.startsWith("photo-"));
}

// What goes to the field or the photo of this page that a cure names; null for a cure on another page.
export function wayToCure(cure) {
  const [, tile] = cure.match(/#(photo-\d+)$/) ?? [];
  if (tile) return () => document.querySelector(`#${tile} textarea`)?.focus();
  const [, name] = cure.match(/\/(?:draft|correction)\/#id_(\w+)$/) ?? [];
  return name ? () => (name === "body" ? copy.focus() : field(name).focus()) : null;
}

// Its button goes to the photo, where a dialog is in between by way of `jump`.
export function held(blocker, jump = (go) => go()) {
  const go = () => jump(wayToCure(blocker.cure));
  const button = element("button", { type: "button", class: "pref", "aria-label": blocker.words, onclick: go }, "Go");
  const words = element("span", {}, element("span", { class: "vh" }, "Keeps it from going out: "), blocker.message);
  return element("li", { class: "is-stop" }, element("span", { class: "sign", "aria-hidden": "true" }, "!"), button, words);
}

function fine(words) {
  return element("li", { class: "is-fine" }, element("span", { class: "sign", "aria-hidden": "true" }, "✓"), element("span", {}, words));
}

function good() {
  const there = [
    ["dateline", "Dateline present"],
    ["byline", "Byline present"],
  ];
  return [...there.filter(([name]) => field(name).value.trim()).map(([, words]) => fine(words)), fine("(END) is added when filed")];
}

function show(answer) {
  const open = openChecks(answer);
  const photos = photosHeld(answer).filter(({ code }) => code !== "photo-credit"); // the checks have that one
  const many = open.length + photos.length;
  list.replaceChildren(...photos.map((one) => held(one)), ...open.map(item), ...good());
  count.textContent = many;
  count.hidden = !many;
}

if (list) hear("answer", (answer) => later(() => show(answer)));
