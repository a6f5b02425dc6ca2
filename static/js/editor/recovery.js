// Text that this device kept and the server never had: offered with what it would change, never put in by itself.
import { sendKept } from "./autosave.js";
import { backToText, copy } from "./copy.js";
import * as device from "./device.js";
import { textRuns } from "./incoming.js";
import { FIELDS, element, field, find, form, hear, put, typedText } from "./page.js";
import { button, notice, settle } from "./notices.js";
import { clockTime } from "./save-state.js";

const WHERE = "recovery";
const dialog = find("[data-recovery]");
const TAGS = { keep: "span", cut: "del", add: "ins" };
const NAMES = { attn: "ATTN", body: "copy", email: "sign-off", note: "note to the desk", qualifiers: "brackets", kind: "goes out as" };
let offered = null;

function differs(kept, now) {
  return FIELDS.some((name) => kept[name] !== undefined && kept[name].trim() !== now[name].trim());
}

function wordCount(text) {
  return (text.match(/[\p{L}\p{N}]\S*/gu) ?? []).length;
}

function offer() {
  const now = typedText();
  for (const one of device.found()) {
    if (differs(one.text, now)) offered ??= one;
    else device.forget((key) => key === one.key);
  }
  if (!offered) return;
  const words = wordCount(offered.text.body ?? "");
  notice(WHERE, "recovery", `Unsaved text from ${clockTime(offered.at)} was found on this device, ${words} words. It is not in the draft.`, [
    button("Compare", compare),
    button("Restore", restore, "primary"),
  ]);
}

function compare() {
  const now = typedText();
  const parts = FIELDS.filter((name) => (offered.text[name] ?? now[name]) !== now[name]).map((name) => {
    const runs = textRuns(now[name], offered.text[name]).map(([op, text]) => element(TAGS[op], {}, text));
    return element("section", {}, element("h3", {}, NAMES[name] ?? name), element("p", { class: "recovered" }, ...runs));
  });
  find("[data-recovery-text]").replaceChildren(...parts);
  dialog.showModal();
}

// The server merges it with what was saved since, in this draft or on the wire. Where both changed the same since a
// draft was closed, it comes in whole.
async function restore() {
  dialog.close();
  const one = offered;
  const elsewhere = one.draft !== field("draft").value;
  if (await sendKept(one.text, asThatPage(one, elsewhere))) device.forget((key) => key === one.key);
  else if (elsewhere) putIn(one);
  else return;
  done();
}

function asThatPage({ draft, tab, revision, sent = 0, before = [], text }, elsewhere) {
  const closed = elsewhere ? { closed: draft } : {};
  return { ...text, session: tab, serial: sent + 1, revision, before: JSON.stringify(before), ...closed };
}

function putIn({ key, text }) {
  if (text.body !== undefined) copy.take(copy.asking("recovery"), text.body);
  for (const name of FIELDS) if (name !== "body" && field(name) && text[name] !== undefined) put(name, text[name]);
  hear("saved", () => device.forget((other) => other === key));
}

function discard() {
  const { key } = offered;
  device.forget((other) => other === key);
  dialog.close();
  done();
}

// The last page's words may still have been on their way when this one was asked for.
function arrived() {
  if (!offered || differs(offered.text, typedText())) return;
  device.forget((key) => key === offered.key);
  offered = null;
  settle(WHERE);
}

function done() {
  offered = null;
  settle(WHERE);
  backToText();
}

if (form?.dataset.autosave) {
  device.sweep();
  find("[data-recovery-restore]").addEventListener("click", restore);
  find("[data-recovery-discard]").addEventListener("click", discard);
  hear("saved", arrived);
  let first = true;
  hear("copy", () => {
    if (first) offer();
    first = false;
  });
}
