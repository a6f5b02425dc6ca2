// What this device keeps of the text until the server has it: a key for each person, story, saved text it was
// written on, and tab.
import { session } from "./line.js";
import { field, form, typedText } from "./page.js";

const KEEP_AFTER_MS = 300;
const OLDEST_MS = 30 * 24 * 3600 * 1000;
const ROOT = "writethru.text:";
const prefix = `${ROOT}${form?.dataset.person}:${form?.dataset.story}:`;

let timer = 0;

// Does `task` a moment after the last word of it: a device is not written to for each letter.
export function soon(task) {
  clearTimeout(timer);
  timer = setTimeout(task, KEEP_AFTER_MS);
}

function keyNow() {
  return `${prefix}${field("draft").value}.${field("revision").value}:${session}`;
}

function keys(start) {
  const all = [];
  for (let index = 0; index < localStorage.length; index += 1) all.push(localStorage.key(index));
  return all.filter((key) => key.startsWith(start));
}

// `line`: {sent, before}, how many saves went out before this text, and those that had no answer. False where the browser has no room or keeps nothing.
export function keep(line) {
  clearTimeout(timer);
  try {
    const key = keyNow();
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), ...line, text: typedText() }));
    for (const older of keys(prefix)) if (older.endsWith(`:${session}`) && older !== key) localStorage.removeItem(older);
    return true;
  } catch {
    return false;
  }
}

export function forget(chosen = (key) => key.endsWith(`:${session}`)) {
  try {
    for (const key of keys(prefix)) if (chosen(key)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept, so nothing is left.
  }
}

export function forgetAll() {
  forget(() => true);
}

function origin(key) {
  const [, draft, revision, tab] = key.slice(prefix.length).match(/^(\d+)\.(\d+):(.*)$/) ?? [];
  return { draft, revision, tab };
}

// Texts of other times and tabs on this story, newest first: [{key, at, sent, before, text, draft, revision, tab}].
export function found() {
  try {
    return keys(prefix)
      .filter((key) => !key.endsWith(`:${session}`))
      .map((key) => ({ key, ...origin(key), ...JSON.parse(localStorage.getItem(key)) }))
      .sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

export function sweep() {
  try {
    for (const key of keys(ROOT)) if (Date.now() - JSON.parse(localStorage.getItem(key)).at > OLDEST_MS) localStorage.removeItem(key);
  } catch {
    // A key that cannot be read is left alone.
  }
}
