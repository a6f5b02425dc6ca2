// The notes of the draft: their threads in the panel, marks beside their paragraphs, a new one by Alt+C.
import "../mention.js";
import { keep, refuse, threads } from "../note-form.js";
import { putAway, restore, restoreAnswers, sent } from "../note-kept.js";
import { flush, dirty } from "./autosave.js";
import { copy } from "./copy.js";
import { element, find, hear } from "./page.js";

const panel = find("[data-notes]");
const list = find("[data-notes-list]");
const fresh = find("[data-notes-new]");
const form = fresh?.querySelector("form");
const tab = find("#tab-notes");
let here = []; // the open threads that stand on a paragraph: {number, start, end}
let some = false;

function read(note) {
  const number = (name) => (note.dataset[name] === undefined ? undefined : Number(note.dataset[name]));
  return { number: number("paragraph"), start: number("start"), end: number("end") };
}

function count(open) {
  const badge = tab?.querySelector("[data-notes-count]");
  if (!badge) return;
  badge.hidden = !open;
  badge.textContent = open;
}

// A reply that is being written stays as it is.
function writing() {
  return [...list.querySelectorAll("textarea")].some((field) => field.value.trim());
}

// A reply that stands open stays so in the list drawn anew, and the caret in the one that has it.
function draw(found) {
  const open = new Map([...list.querySelectorAll("details[open] [data-kept]")].map((form) => [form.dataset.kept, form.contains(document.activeElement)]));
  list.replaceChildren(document.adoptNode(found));
  restoreAnswers(list);
  for (const answer of list.querySelectorAll("[data-kept]")) {
    if (!open.has(answer.dataset.kept)) continue;
    answer.closest("details").open = true;
    if (open.get(answer.dataset.kept)) answer.elements.remark.focus({ preventScroll: true });
  }
}

async function load({ anyway = false } = {}) {
  if (!anyway && writing()) return;
  const found = await threads(panel.dataset.notes);
  if (!found || (!anyway && writing())) return;
  const notes = [...found.querySelectorAll("[data-note]")];
  const open = notes.filter((note) => note.dataset.open === "yes");
  some = notes.length > 0;
  draw(found);
  here = open.filter((note) => note.dataset.paragraph).map(read);
  count(open.length);
  copy.notes?.(here);
}

function point(note) {
  for (const one of list.querySelectorAll(".note.here")) one.classList.remove("here");
  note?.classList.add("here");
  note?.scrollIntoView({ block: "nearest" });
  note?.focus({ preventScroll: true });
}

function close() {
  fresh.hidden = true;
  putAway(form);
  refuse(form);
  copy.focus();
}

export function writeNote() {
  if (!form) return;
  const { number, words, near } = copy.chosen();
  tab?.click();
  fresh.hidden = false;
  form.elements.paragraph.value = number;
  form.elements.words.value = words.trim();
  form.elements.near.value = near;
  form.elements.remark.focus();
}

// The server must have the text that the note speaks of.
async function submitted(event) {
  const written = event.target.closest("[data-note-form]");
  if (!written) return;
  event.preventDefault();
  if (dirty() && !(await flush())) {
    refuse(written, "The text it speaks of is not saved yet. The note is still here; send it again in a moment.");
    return;
  }
  const kept = await keep(written);
  if (!kept) return;
  sent(written);
  written.closest("details")?.removeAttribute("open");
  await load({ anyway: true });
  if (written === form) close();
  else point(find(`#note-${kept.thread}`));
}

function jump(event) {
  const link = event.target.closest("[data-note-jump]");
  if (!link) return;
  event.preventDefault();
  copy.goTo(Number(link.dataset.noteJump) - 1);
}

function start() {
  const button = find("[data-notes-write]");
  button.hidden = false;
  button.querySelector("button").addEventListener("click", writeNote);
  form.querySelector(".note-acts").append(element("button", { type: "button", class: "btn ghost sm", onclick: close }, "Cancel"));
  panel.addEventListener("submit", submitted);
  panel.addEventListener("click", jump);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && fresh.contains(event.target) && close());
  tab?.addEventListener("click", () => load());
  window.addEventListener("focus", () => load());
  hear("saved", () => some && load());
  hear("copy", () => copy.notes?.(here));
  hear("note", (number) => {
    tab?.click();
    point(list.querySelector(`[data-paragraph="${number}"][data-open="yes"]`));
  });
  if (restore(form)) fresh.hidden = false;
  load();
}

if (panel) start();
