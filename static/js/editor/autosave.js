// Saves by itself: a moment after typing stops, on leaving a field, the page or the window. One save is under way
// at a time; what fails is kept on this device and sent again until it goes through.
import * as device from "./device.js";
import { post, session, was } from "./line.js";
import { form, hear, posted, tell, typedText } from "./page.js";
import { state } from "./save-state.js";
import { onRefused, settled } from "./refusals.js";
import { clashes, isAll, standing, takeIn, takeNumbers } from "./taking-in.js";
import { flushParts, partsDirty } from "./turns.js";
import * as unheard from "./unheard.js";

const AFTER_TYPING_MS = 1200;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];

let typed = 0; // grows with each change
let saved = 0; // the change the server last had
let serial = 0;
let failures = 0;
let running = null;
let turn = null; // a save of another part of the draft: the text's next one waits for it
let stopped = false; // the draft is closed: sending more would not help
let leaving = false;
let kept = true;
let saveTimer = 0;

export function behind() {
  return typed !== saved;
}

export const how = () => ({ failures, kept, leaving, stopped });

export function dirty() {
  return behind() || partsDirty();
}

// Runs `task`, a save of another part of the draft, while none of the text is under way: each goes on from the
// revision that the one before it left.
export async function inTurn(task) {
  while (turn || running) await (turn ?? running);
  turn = task().finally(() => (turn = null));
  return turn;
}

// True once everything typed so far is on the server.
export async function flush() {
  if (!(await flushParts())) return false;
  while (behind() && !stopped) if (!(await save())) return false;
  return !dirty();
}

export function save() {
  clearTimeout(saveTimer);
  if (turn) return turn.then(save, save);
  return running ?? run(unheard.again() ?? prepared());
}

function run(sent) {
  return (running = send(sent).finally(() => (running = null)));
}

// Saves in the name of an earlier page what this device `kept` of it, and takes in what comes of it. `more` is what that
// page would have posted. True once the text is in the page, or parked.
export async function sendKept(kept, more) {
  if (!(await flush())) return false;
  while (turn || running) await (turn ?? running);
  return run({ ...prepared(more), kept });
}

// Sends even where nothing was typed here: brings in what another person saved.
export function refresh() {
  if (!running && !stopped) save();
}

// The page goes away by the person's own step, with everything safe; or is here again after all.
export function leave(goes = true) {
  leaving = goes;
  if (goes) tell("leaving");
}

function prepared(more) {
  const sent = { change: typed, ...standing("save", typedText()), serial: ++serial, before: unheard.saves() };
  sent.body = posted({ session, was, serial, writer: form.dataset.person, before: JSON.stringify(sent.before), ...more });
  if (behind()) unheard.sends(sent);
  return sent;
}

// True where the text is on the server, in the draft or beside it.
async function send(sent) {
  keepNow();
  state.saving();
  const given = await post(form.dataset.autosave, sent.body);
  if (given.answer.status) unheard.answered(sent);
  if (given.status === 200 && given.answer.revision) return accepted(sent, given.answer);
  onRefused(given, behind());
  if (given.answer.status === "conflict") return parked(sent);
  stopped = given.status === 410;
  state[given.status === 0 ? "offline" : "failed"](kept);
  if (![413, 422].includes(given.status) && !stopped) again(); // the same text would be refused again
}

// The server holds the text beside the other one until its writer merges them; what is typed on follows it there.
function parked(sent) {
  saved = sent.change;
  dirty() ? soon() : device.forget();
  state.parked();
  return true;
}

// The revision is the page's only when its text is in the page: a save between the two would cut what came in.
async function accepted(sent, answer) {
  failures = 0;
  if (answer.fields && !sent.kept && clashes(sent, answer.fields)) {
    unheard.leave(sent); // the next save goes on from the same revision: the server sees both changes and asks
    return unsaved(0);
  }
  unheard.takenIn();
  const fields = answer.fields ?? sent.kept;
  if (fields) await takeIn(sent, { fields, notice: answer.notice });
  else if (answer.attn !== undefined) takeNumbers(sent, answer.attn);
  for (const input of document.querySelectorAll("[name=revision]")) input.value = answer.revision;
  saved = fields && isAll(fields) ? typed : sent.change;
  settled();
  if (dirty()) unsaved();
  else {
    device.forget();
    state.saved(answer.saved_at);
  }
  tell("saved", { answer, first: serial === 1 });
  return true;
}

function unsaved(wait) {
  keepNow();
  state.unsaved();
  soon(wait);
  return true;
}

function again() {
  soon(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
  failures += 1;
}

function soon(wait = AFTER_TYPING_MS) {
  clearTimeout(saveTimer);
  if (!stopped) saveTimer = setTimeout(save, wait);
}

function keepNow() {
  if (!behind()) return;
  const same = unheard.again()?.change === typed;
  kept = device.keep({ sent: same ? serial - 1 : serial, before: same ? unheard.again().before : unheard.saves() });
}

function onTyped() {
  typed += 1;
  if (!failures && !stopped) state.unsaved();
  if (failures < 1) soon();
  device.soon(keepNow);
}

// What a page that goes away still has to send, if anything. Whether it came there, the next save asks.
export function lastWords() {
  if (!behind() || leaving) return null;
  keepNow();
  if (running || stopped) return null;
  return unheard.again()?.change === typed ? unheard.again() : prepared();
}

if (form?.dataset.autosave) hear("typed", onTyped);
