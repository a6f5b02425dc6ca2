// Saves by itself: a moment after typing stops, on leaving a field, the page or the window. One save is under way
// at a time; what fails is kept on this device and sent again until it goes through.
import { copy } from "./copy.js";
import * as device from "./device.js";
import { session, post } from "./line.js";
import { field, form, hear, posted, tell, typedText } from "./page.js";
import { state } from "./save-state.js";
import { onRefused, settled } from "./refusals.js";
import { takeIn, takeNumbers } from "./taking-in.js";

const AFTER_TYPING_MS = 1200;
const KEEP_AFTER_MS = 300;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];

let typed = 0; // grows with each change
let saved = 0; // the change the server last had
let beaconed = 0;
let serial = 0;
let failures = 0;
let running = null;
let stopped = false; // the draft is closed: sending more would not help
let leaving = false;
let kept = true;
let [saveTimer, keepTimer] = [0, 0];

export function dirty() {
  return typed !== saved;
}

// True once everything typed so far is on the server.
export async function flush() {
  while (dirty() && !stopped) {
    const was = saved;
    await save();
    if (saved === was) return false;
  }
  return !dirty();
}

export function save() {
  clearTimeout(saveTimer);
  if (!running) running = send().finally(() => (running = null));
  return running;
}

// Sends even where nothing was typed here: brings in what another person saved.
export function refresh() {
  if (!running && !stopped) save();
}

// The page goes away by the person's own step, with everything safe.
export function leave() {
  leaving = true;
  tell("leaving");
}

async function send() {
  const sent = { change: typed, text: typedText(), mark: copy.asking("save") };
  keepNow();
  state.saving();
  const given = await post(form.dataset.autosave, posted({ session, serial: ++serial }));
  if (given.status === 200) return accepted(sent, given.answer);
  onRefused(given);
  if (given.answer.status === "conflict") return parked(sent);
  stopped = given.status === 410;
  if (given.status === 0) state.offline(kept);
  else state.failed(kept);
  if (given.status !== 422 && !stopped) again();
}

// The server holds the text beside the other one until its writer merges them; what is typed on follows it there.
function parked(sent) {
  saved = sent.change;
  if (dirty()) soon();
  else device.forget();
  state.parked();
}

function accepted(sent, answer) {
  failures = 0;
  saved = sent.change;
  for (const input of document.querySelectorAll("[name=revision]")) input.value = answer.revision;
  if (answer.status === "merged") {
    takeIn(sent, answer);
    if (isAll(answer.fields)) saved = typed;
  } else if (answer.attn !== undefined) takeNumbers(sent, answer.attn);
  settled();
  if (dirty()) {
    keepNow();
    state.unsaved();
    soon();
  } else {
    device.forget();
    state.saved(answer.saved_at);
  }
  tell("saved", { answer, first: serial === 1 });
}

// Whether what came back is all there is: then bringing it in left nothing to save.
function isAll(fields) {
  const now = typedText();
  return Object.keys(now).every((name) => fields[name] === undefined || fields[name] === now[name]);
}

function again() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
  failures += 1;
}

function soon() {
  clearTimeout(saveTimer);
  if (!stopped) saveTimer = setTimeout(save, AFTER_TYPING_MS);
}

function keepNow() {
  clearTimeout(keepTimer);
  if (dirty()) kept = device.keep();
}

function onTyped() {
  typed += 1;
  if (!failures && !stopped) state.unsaved();
  if (failures < 1) soon();
  clearTimeout(keepTimer);
  keepTimer = setTimeout(keepNow, KEEP_AFTER_MS);
}

// The last moment of a page: the browser sends it after the page is gone.
function beacon() {
  if (!dirty() || leaving) return;
  keepNow();
  if (running || stopped || beaconed === typed) return;
  if (navigator.sendBeacon(form.dataset.autosave, posted({ session, serial: ++serial }))) beaconed = typed;
}

function start() {
  hear("typed", onTyped);
  form.addEventListener("input", ({ target }) => target.form === form && target.name && target !== field("body") && tell("typed"));
  form.addEventListener("focusout", () => dirty() && !failures && !stopped && save());
  document.addEventListener("visibilitychange", () => (document.hidden ? beacon() : dirty() && !stopped && save()));
  window.addEventListener("pagehide", beacon);
  window.addEventListener("online", () => !stopped && save());
  window.addEventListener("offline", () => state.offline(kept));
  window.addEventListener("focus", () => failures && dirty() && !stopped && save());
  window.addEventListener("beforeunload", (event) => dirty() && !leaving && event.preventDefault());
}

if (form?.dataset.autosave) start();
