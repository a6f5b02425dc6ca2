// Whether there is something newer, asked every ten seconds; nothing on the page moves until somebody says "Show".
import { rowOf, rows } from "./board-cursor.js";
import { refresh } from "./board-refresh.js";
import { onKey } from "./review-keys.js";

const EVERY = 10_000;
const LONGEST = 120_000;
const board = document.querySelector("[data-board]");
const live = document.querySelector("[data-live]");
const words = document.querySelector("[data-live-words]");
const fresh = document.querySelector("[data-fresh]");
const { zone } = document.querySelector("[data-clock]").dataset;
const title = document.title;
const poll = { timer: 0, pause: EVERY, etag: "", last: new Date(live.dataset.at), running: false };

function clock(moment, seconds) {
  const parts = { hour: "2-digit", minute: "2-digit", timeZone: zone };
  return new Intl.DateTimeFormat("en-GB", seconds ? { ...parts, second: "2-digit" } : parts).format(moment);
}

function isLive() {
  poll.last = new Date();
  poll.pause = EVERY;
  live.classList.remove("off");
  live.classList.add("on");
  words.textContent = `Live, updated ${clock(poll.last, true)}`;
}

function isNotLive() {
  poll.pause = Math.min(poll.pause * 2, LONGEST);
  live.classList.remove("on");
  live.classList.add("off");
  words.textContent = `Not live since ${clock(poll.last, false)}`;
}

function tellNewer({ newer, waiting }) {
  const total = board.dataset.total;
  const moved = total !== undefined && Number(total) !== waiting;
  const said = newer ? `${newer > 98 ? "99+" : newer} newer stor${newer === 1 ? "y" : "ies"}` : moved ? "The queue changed" : "";
  document.title = newer ? `(${newer}) ${title}` : title;
  if (fresh.dataset.said === said) return;
  fresh.dataset.said = said;
  fresh.replaceChildren();
  if (!said) return;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${said}. Show` });
  button.append(" ", Object.assign(document.createElement("kbd"), { textContent: "S", ariaHidden: "true" }));
  button.addEventListener("click", show);
  fresh.append(button);
}

function tellEditing(editing) {
  for (const row of rows()) {
    const names = editing[row.dataset.row] ?? "";
    const mark = row.querySelector("[data-editing]");
    const said = names ? `● ${names} ${names.includes(", ") ? "are" : "is"} editing` : "";
    if (mark.textContent !== said) mark.textContent = said;
  }
}

function tellWaiting(waiting) {
  for (const count of document.querySelectorAll("[data-queue-count]")) count.textContent = waiting || "";
}

async function ask() {
  const address = `${board.dataset.pulse}&since=${board.dataset.since}`;
  const answer = await fetch(address, { headers: poll.etag ? { "If-None-Match": poll.etag } : {} });
  if (answer.status !== 304 && !answer.ok) throw new Error(answer.statusText);
  if (answer.status === 304) return;
  poll.etag = answer.headers.get("ETag") ?? "";
  const beat = await answer.json();
  tellNewer(beat);
  tellEditing(beat.editing);
  tellWaiting(beat.waiting);
}

async function beat() {
  clearTimeout(poll.timer);
  if (document.hidden || poll.running) return;
  poll.running = true;
  try {
    await ask();
    isLive();
  } catch {
    isNotLive();
  }
  poll.running = false;
  poll.timer = setTimeout(beat, poll.pause);
}

async function show() {
  const focused = document.activeElement.closest("[data-row]")?.dataset.row;
  if (!(await refresh())) return isNotLive();
  poll.etag = "";
  tellNewer({ newer: 0, waiting: Number(board.dataset.total) });
  isLive();
  const row = (focused && rowOf(focused)) || board.querySelector("[data-row].on") || rows()[0];
  row?.querySelector("a.st-h").focus({ preventScroll: true });
}

onKey("KeyS", () => fresh.querySelector("button")?.click());
if (!("older" in board.dataset)) {
  document.addEventListener("visibilitychange", beat);
  addEventListener("online", beat);
  poll.timer = setTimeout(beat, EVERY);
  isLive();
}
