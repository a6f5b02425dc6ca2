// The checks as the server sees the text now; one that names a paragraph or a field goes there.
import { copy } from "./copy.js";
import { element, field, find, hear, later } from "./page.js";

const list = find("[data-checks-now] ul");
const count = find("[data-checks-count]");

function place({ graf, field: name }) {
  if (graf !== null && graf !== undefined) {
    const label = `Go to paragraph ${graf + 1}`;
    return [element("button", { type: "button", class: "pref", "aria-label": label, onclick: () => copy.goTo(graf) }, `¶${graf + 1}`)];
  }
  if (!name || !field(name)) return [];
  const go = () => (name === "body" ? copy.focus() : field(name).focus());
  return [element("button", { type: "button", class: "pref", onclick: go }, name)];
}

function item(check) {
  const warn = check.level === "warn";
  const spoken = warn ? [element("span", { class: "vh" }, "Look at: ")] : [];
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, warn ? "△" : "·");
  return element("li", { class: check.level }, sign, ...place(check), element("span", {}, ...spoken, check.message));
}

function fine(words) {
  return element("li", { class: "fine" }, element("span", { class: "sign", "aria-hidden": "true" }, "✓"), element("span", {}, words));
}

function good() {
  const there = [
    ["dateline", "Dateline present"],
    ["byline", "Byline present"],
  ];
  return [...there.filter(([name]) => field(name).value.trim()).map(([, words]) => fine(words)), fine("(END) is added when filed")];
}

function show({ checks, misfit }) {
  const misplaced = misfit ? [{ level: "warn", message: misfit, graf: null }] : [];
  const open = [...misplaced, ...checks];
  list.replaceChildren(...open.map(item), ...good());
  count.textContent = open.length;
  count.hidden = !open.length;
}

if (list) hear("answer", (answer) => later(() => show(answer)));
