// Goes from change to change: the buttons at the foot, j and k, the list beside the copy.
import { onKey } from "./review-keys.js";

const rows = [...document.querySelectorAll("[data-change]")];
const links = new Map([...document.querySelectorAll("[data-to]")].map((link) => [link.dataset.to, link]));
const told = document.querySelector("[data-at]");
const folds = [...document.querySelectorAll("[data-fold]")];
let at = -1;
let fresh = true;

export function tell(words) {
  const number = document.createElement("b");
  const said = document.createElement("span");
  number.textContent = at + 1;
  said.className = "muted";
  said.textContent = words;
  told.replaceChildren(number, ` of ${told.dataset.total} `, said);
}

function mark(index, show = true) {
  if (rows[at]) {
    rows[at].classList.remove("current");
    links.get(rows[at].id)?.removeAttribute("aria-current");
  }
  at = index;
  const row = rows[at];
  row.classList.add("current");
  tell(row.dataset.change);
  const link = links.get(row.id);
  link?.setAttribute("aria-current", "true");
  if (show) link?.scrollIntoView({ block: "nearest" });
}

export function current() {
  return rows[at] ?? null;
}

function go(index) {
  mark(Math.max(0, Math.min(rows.length - 1, index)));
  rows[at].focus({ preventScroll: true });
  rows[at].scrollIntoView({ block: "nearest" });
}

function seen(row) {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < told.getBoundingClientRect().top;
}

function step(by) {
  const stay = fresh && !seen(rows[at]);
  fresh = false;
  go(stay ? at : at + by);
}

function follow(hash) {
  const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  const fold = target.closest("[data-fold]");
  if (fold) fold.open = true;
  const index = rows.indexOf(target.closest("[data-change]"));
  if (index >= 0) mark(index);
}

function unfold() {
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
}

function print(open) {
  for (const fold of folds) {
    if (open) fold.dataset.was = fold.open;
    fold.open = open || fold.dataset.was === "true";
  }
}

if (rows.length) {
  // The page opens on its first change, with the facts in sight above the list of them. A step from there stays
  // if the row is not in sight.
  mark(0, false);
  for (const button of document.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  onKey("KeyJ", () => step(1));
  onKey("KeyK", () => step(-1));
  for (const row of rows) row.addEventListener("click", () => mark(rows.indexOf(row)));
}
onKey("KeyU", unfold);
window.addEventListener("hashchange", () => follow(window.location.hash));
window.addEventListener("beforeprint", () => print(true));
window.addEventListener("afterprint", () => print(false));
follow(window.location.hash);
