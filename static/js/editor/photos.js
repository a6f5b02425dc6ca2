// The strip of photos: what stands in it is saved by itself, beside the text and in turn with it. Nothing that was
// typed here is taken off the page by what somebody else did.
import { ask } from "./analysis.js";
import { inTurn } from "./autosave.js";
import { post } from "./line.js";
import { field, find, form, hear } from "./page.js";
import { clash, closed, refusal, settle, told } from "./photos-notices.js";
import { renumber, replaceAll, rows, setField, strip, tag } from "./photos-tiles.js";
import { state } from "./save-state.js";
import { alsoSaves } from "./turns.js";

const AFTER_TYPING_MS = 1200;
const ONE_LINE = "input, [name=photo_credit]";
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];

const list = find("[data-tiles]");
let change = 0;
let saved = 0;
let failures = 0;
let timer = 0;
let held = false; // waits for the person to say which of two words stand
let stopped = false;
let base = []; // the photos as they stood when this tab last took them in

export function changed({ at = "once" } = {}) {
  change += 1;
  renumber();
  if (stopped) return;
  state.unsaved();
  clearTimeout(timer);
  timer = setTimeout(save, at === "typed" ? AFTER_TYPING_MS : 0);
}

function save() {
  clearTimeout(timer);
  return held || stopped ? undefined : inTurn(send);
}

async function send() {
  if (change === saved || held || stopped) return;
  const sent = { change, rows: rows() };
  state.saving();
  const body = { draft: field("draft").value, base: JSON.stringify(base), photos: JSON.stringify(sent.rows) };
  const { status, answer } = await post(strip.dataset.photos, new URLSearchParams(body));
  if (status === 200) accepted(sent, answer);
  else if (answer.status === "conflict") conflict(sent, answer);
  else if (status === 410) stop(answer);
  else failed(status, answer);
}

// The text's next save goes on from this one, where it knows the text that this one was built upon.
function follow({ was, revision }) {
  if (Number(field("revision").value) !== was) return;
  for (const input of document.querySelectorAll("[name=revision]")) input.value = revision;
}

function accepted(sent, answer) {
  failures = 0;
  saved = sent.change;
  follow(answer);
  settle();
  if (change === sent.change) {
    base = answer.photos;
    if (answer.html) replaceAll(answer.html);
    tag(answer.tags);
    state.saved(answer.saved_at);
  } else {
    base = answer.status === "merged" ? sent.rows : answer.photos; // typed on since: what came in is merged next time
    save();
  }
  if (answer.notice) told(answer.notice);
  ask();
}

function conflict(sent, answer) {
  if (change !== sent.change) return void save();
  base = answer.theirs;
  held = true;
  replaceAll(answer.html);
  state.parked();
  const go = () => {
    held = false;
    settle();
    changed();
  };
  const take = () => {
    for (const { place, field: column, theirs } of answer.clashes) setField(place, column, theirs);
    go();
  };
  clash(answer, go, take);
}

function stop(answer) {
  stopped = true;
  state.failed(false);
  closed(answer);
}

function failed(status, answer) {
  if (status === 0) state.offline(false);
  else state.failed(false);
  refusal(status, answer);
  if (status >= 400 && status < 500) return;
  timer = setTimeout(save, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
  failures += 1;
}

// What another person did to the photos comes in with the next look at them.
async function refresh() {
  if (change !== saved || held || list.contains(document.activeElement)) return;
  const response = await fetch(strip.dataset.photos, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!response?.ok || change !== saved) return;
  replaceAll(await response.text());
  base = rows();
}

async function flush() {
  while (change !== saved && !held && !stopped) {
    const was = saved;
    await save();
    if (saved === was) return false;
  }
  return change === saved;
}

function start() {
  base = rows();
  alsoSaves({ dirty: () => change !== saved, flush });
  list.addEventListener("input", ({ target }) => {
    if (target.matches(ONE_LINE) && target.value.includes("\n")) target.value = target.value.replace(/\s*\n\s*/g, " ");
    if (target.name) changed({ at: "typed" });
  });
  list.addEventListener("focusout", () => change !== saved && save());
  list.addEventListener("keydown", (event) => event.key === "Enter" && event.target.matches(ONE_LINE) && event.preventDefault());
  hear("saved", ({ answer }) => answer.status === "merged" && refresh());
  window.addEventListener("online", () => change !== saved && save());
  window.addEventListener("pagehide", () => {
    if (change === saved || stopped || held) return;
    const body = new URLSearchParams({ draft: field("draft").value, base: JSON.stringify(base), photos: JSON.stringify(rows()) });
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    navigator.sendBeacon(strip.dataset.photos, body);
  });
}

if (strip) start();
