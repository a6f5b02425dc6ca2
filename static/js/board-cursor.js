// The row at the cursor: j and k move it, Enter opens its story. The headline's link has the focus, so that Enter and a
// screen reader need nothing from us.
import { onKey } from "./review-keys.js";

const board = document.querySelector("[data-board]");
const fresh = document.querySelector("[data-new]");
const followers = [];
const LEFT = `writethru.row:${location.pathname}`; // where the cursor was when a story was opened from this list

export function rows() {
  return [...board.querySelectorAll("[data-row]")];
}

export function rowAt() {
  return board.querySelector("[data-row].on");
}

export function rowOf(key) {
  return rows().find((row) => row.dataset.row === key);
}

// `follow` is called with each row that the cursor comes to.
export function onMove(follow) {
  followers.push(follow);
}

export function putCursor(row) {
  if (!row || row === rowAt()) return;
  rowAt()?.classList.remove("on");
  row.classList.add("on");
  for (const follow of followers) follow(row);
}

export function link(row) {
  return row.querySelector("a.st-h");
}

// The row that somebody comes back to; the first one where it is not there any more.
export function rowToBegin() {
  try {
    return rowOf(sessionStorage.getItem(LEFT)) ?? rows()[0];
  } catch {
    return rows()[0];
  }
}

function opened(event) {
  const row = event.target.closest("a.st-h")?.closest("[data-row]");
  try {
    if (row) sessionStorage.setItem(LEFT, row.dataset.row);
  } catch {
    // A browser that keeps nothing begins at the top.
  }
}

function step(by) {
  const all = rows();
  const place = all.indexOf(rowAt());
  // From nowhere, or from a row that nobody focused yet, the first key shows where the cursor is.
  const shown = place >= 0 && all[place].contains(document.activeElement);
  const row = all[shown ? Math.min(Math.max(place + by, 0), all.length - 1) : Math.max(place, 0)];
  if (!row) return;
  link(row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function openFromPage(event) {
  const idle = [document.body, document.querySelector("main")].includes(document.activeElement);
  if (event.code !== "Enter" || !idle || event.isComposing || document.querySelector("dialog[open]")) return;
  const row = rowAt();
  if (row) link(row).click();
}

onKey("KeyJ", () => step(1));
onKey("KeyK", () => step(-1));
onKey("KeyN", () => fresh.click());
board.addEventListener("focusin", (event) => putCursor(event.target.closest("[data-row]")));
board.addEventListener("click", opened);
document.addEventListener("keydown", openFromPage);
