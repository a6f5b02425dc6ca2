// Notes on the compare page stand under their paragraph; ✎ beside a paragraph, or C, writes one there. Without this
// file they stand in a list after the copy, with a form that asks for the paragraph's number.
import "./mention.js";
import { keep, refuse, sendWritten, threads } from "./note-form.js";
import { putAway, restore, restoreAnswers, sent } from "./note-kept.js";
import { onKey } from "./review-keys.js";
import { current } from "./review-steps.js";

const box = document.querySelector("[data-review-notes]");
const list = box?.querySelector("[data-notes-list]");
const holder = box?.querySelector("[data-notes-new]");
const form = holder?.querySelector("form");
const home = document.createComment("the form's place");
let picked = ""; // words chosen before the pencil took the focus
let came = null; // where the focus was before the form opened

// A row's paragraph in the newer text: the number of its first one.
function numberOf(row) {
  const number = row.querySelector(".n.now") ?? row.querySelector(".new .n");
  return Number.parseInt(number?.textContent ?? "", 10) || 0;
}

function rowOf(number) {
  return document.getElementById(`p${number}`)?.closest(".graf") ?? null;
}

function put() {
  const host = list.querySelector(".threads");
  for (const note of host.querySelectorAll("[data-paragraph]")) {
    const row = rowOf(note.dataset.paragraph);
    if (!row) continue;
    let under = row.nextElementSibling?.matches(".under") ? row.nextElementSibling : null;
    if (!under) {
      under = document.createElement("ul");
      under.className = "threads under";
      row.after(under);
    }
    under.append(note);
  }
}

// The reason of a return begins with the open notes as they are now, unless somebody wrote on it.
function putReason(words) {
  const field = document.querySelector("[data-return] textarea");
  if (!field || field.value !== field.defaultValue) return;
  field.defaultValue = words;
  field.value = words;
}

async function load() {
  const found = await threads(box.dataset.reviewNotes);
  if (!found) return;
  for (const under of document.querySelectorAll(".threads.under")) under.remove();
  box.querySelector("[data-notes-count]").textContent = found.querySelectorAll("[data-note]").length;
  putReason(found.dataset.reason ?? "");
  list.replaceChildren(document.adoptNode(found));
  restoreAnswers(list);
  put();
}

// Only what was chosen inside the newer text of one row is a place in it.
function chosen(row) {
  const selection = document.getSelection();
  const inRow = selection.rangeCount && !selection.isCollapsed && row.contains(selection.anchorNode) && row.contains(selection.focusNode);
  const piece = inRow ? selection.getRangeAt(0).cloneContents() : null;
  for (const cut of piece?.querySelectorAll("del, .vh, .tag, .n, .g") ?? []) cut.remove();
  return piece?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

function place(row) {
  holder.open = true;
  holder.classList.toggle("placed", Boolean(row));
  if (!row) return;
  const under = row.nextElementSibling?.matches(".under") ? row.nextElementSibling : row;
  under.after(holder);
}

function open(row) {
  const number = row ? numberOf(row) : 0;
  came = document.activeElement;
  place(number ? row : null);
  refuse(form);
  form.elements.paragraph.value = number || "";
  form.elements.words.value = number ? chosen(row) || picked : "";
  picked = "";
  form.elements.remark.focus();
}

function close() {
  holder.open = false;
  holder.classList.remove("placed");
  home.after(holder);
  putAway(form);
  refuse(form);
  came?.focus?.();
}

async function submitted(event) {
  const written = event.target.closest("[data-note-form]");
  if (!written) return;
  event.preventDefault();
  const kept = await keep(written);
  if (!kept) return;
  sent(written);
  if (written === form) close();
  await load();
  const note = document.getElementById(`note-${kept.thread}`);
  note?.scrollIntoView({ block: "nearest" });
  note?.focus({ preventScroll: true });
}

function sendByKey(event) {
  const enter = ["Enter", "NumpadEnter"].includes(event.code) && (event.ctrlKey || event.metaKey);
  if (!enter || event.isComposing) return;
  if (sendWritten("[data-note-form], [data-return] form")) event.preventDefault();
}

function pencil(row) {
  const number = numberOf(row);
  if (!number) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn icon sm note-pencil no-print";
  button.setAttribute("aria-label", `Note on paragraph ${number}`);
  button.textContent = "✎";
  // The choice of words goes with the click that follows it.
  button.addEventListener("pointerdown", () => (picked = chosen(row)));
  button.addEventListener("click", () => open(row));
  row.append(button);
}

// What was typed before a reload stands where it was, in sight, and takes no focus.
function startKept() {
  const typed = restore(form);
  if (!typed) return;
  place(rowOf(typed.paragraph));
  holder.scrollIntoView({ block: "nearest" });
}

function start() {
  restoreAnswers(list);
  put();
  document.addEventListener("submit", submitted);
  document.addEventListener("keydown", sendByKey);
  if (!form) return;
  holder.before(home);
  for (const row of document.querySelectorAll(".graf")) pencil(row);
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "btn ghost sm";
  cancel.textContent = "Cancel";
  cancel.addEventListener("click", close);
  form.querySelector(".note-acts").append(cancel);
  form.addEventListener("keydown", (event) => event.key === "Escape" && close());
  const here = () => open(document.activeElement?.closest?.(".graf") ?? current());
  onKey("KeyC", here);
  const button = document.querySelector("[data-note-here]");
  button.hidden = false;
  button.addEventListener("click", here);
  startKept();
}

if (box) start();
