// The pane beside the rows: the story at the cursor, fetched when the cursor has stood still for a moment.
import { onMove, putCursor, rowToBegin } from "./board-cursor.js";

const PAUSE = 120; // milliseconds: someone who holds J down asks for one story, not for twenty
const KEPT = 60;
const pane = document.querySelector("[data-pane]");
const inside = document.querySelector("[data-pane-in]");
const kept = new Map();
const asked = { timer: 0, abort: null };

export function forgetPreviews() {
  kept.clear();
}

function put(html) {
  inside.innerHTML = html; // made by the server, escaped there
  inside.scrollTop = 0;
  pane.removeAttribute("aria-busy");
}

function say(words) {
  const line = document.createElement("p");
  line.className = "pane-by";
  line.textContent = words;
  inside.replaceChildren(line);
  pane.removeAttribute("aria-busy");
}

async function fetchInto(address) {
  asked.abort = new AbortController();
  try {
    const answer = await fetch(address, { signal: asked.abort.signal, headers: { Accept: "text/html" } });
    if (answer.redirected) return say("You are signed out: reload the page to sign in.");
    if (!answer.ok) return say(answer.status === 404 ? "This story is not there any more." : "The preview could not be fetched.");
    const html = await answer.text();
    if (kept.size >= KEPT) kept.clear();
    kept.set(address, html);
    put(html);
  } catch (error) {
    if (error.name !== "AbortError") say("The preview could not be fetched.");
  }
}

export function preview(row) {
  clearTimeout(asked.timer);
  asked.abort?.abort();
  if (!pane.checkVisibility()) return;
  const address = row.dataset.glance;
  if (kept.has(address)) return put(kept.get(address));
  pane.setAttribute("aria-busy", "true");
  asked.timer = setTimeout(fetchInto, PAUSE, address);
}

onMove(preview);
putCursor(rowToBegin());
