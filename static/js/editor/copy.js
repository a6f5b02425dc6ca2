// The copy: the form's text field, shown as the marked editor where there is a mouse or the person asks for it.
import { beforeReading, field, find, form, later, tell } from "./page.js";
import { nativeCopy } from "./native.js";

const KEPT = "writethru.editor"; // "marked" or "plain": the person's choice on this device
const WORDS = {
  placeholder: "Write the lede. Enter starts a new paragraph.",
  restore: "Restore",
  restoreNamed: (number) => `Restore removed paragraph ${number}`,
  length: (count, long) => `${count} words${long ? `; aim for about ${form.dataset.long} or fewer` : ""}`,
  notes: (count) => `${count} open note${count === 1 ? "" : "s"}`,
  sign: (graf) => `${signName(graf)}: Alt+D or a click shows it`,
};
const NAMES = {
  equal: "unchanged",
  insert: "new paragraph",
  edit: "edited",
  split: "split from an older paragraph",
  merge: "merged from older paragraphs",
  regroup: "put together anew",
};

// The surface in use; other modules hold this one object, whichever surface stands behind it.
export const copy = {};

function signName(graf) {
  const was = graf.old.map((index) => `¶${index + 1}`).join(", ");
  if (!graf.moved) return NAMES[graf.kind];
  return graf.kind === "equal" ? `moved from ${was}` : `${NAMES[graf.kind]}, moved from ${was}`;
}

function wanted() {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept) return kept === "marked";
  } catch {
    // A browser that keeps nothing has no choice on record.
  }
  const asked = form.dataset.editor; // the person's choice in their settings
  if (asked) return asked === "marked";
  return !window.matchMedia("(pointer: coarse)").matches;
}

let behind = false; // the text field, which holds what is posted

function follow(textarea) {
  if (!behind) return;
  behind = false;
  textarea.value = copy.text();
}

function callbacks(textarea) {
  beforeReading(() => follow(textarea));
  return {
    onText() {
      if (copy.marked && !behind) later(() => follow(textarea));
      behind = copy.marked;
      tell("typed");
    },
    onCaret: (number) => tell("caret", number),
    onOpen: (change) => tell("change", change),
    onNote: (number) => tell("note", number),
  };
}

async function marked(textarea) {
  const { openEditor } = await import("../../vendor/writethru-editor.js");
  const attributes = {
    spellcheck: "true",
    autocorrect: "on",
    autocapitalize: "sentences",
    lang: form.lang || "en",
    "aria-label": "Copy, one paragraph to a line",
    "aria-describedby": "copy-help",
  };
  const parent = find("[data-copy]");
  const given = { parent, copy: textarea.value, attributes, words: WORDS, long: Number(form.dataset.long), ...callbacks(textarea) };
  const made = openEditor(given);
  textarea.closest(".mb-3").hidden = true;
  parent.hidden = false;
  return { marked: true, ...made };
}

function plain(textarea) {
  find("[data-copy]").hidden = true;
  textarea.closest(".mb-3").hidden = false;
  return nativeCopy({ textarea, ...callbacks(textarea) });
}

function change(surface) {
  for (const name of Object.keys(copy)) delete copy[name];
  Object.assign(copy, surface);
}

export async function openCopy(asMarked = wanted()) {
  const textarea = field("body");
  copy.destroy?.();
  try {
    change(asMarked ? await marked(textarea) : plain(textarea));
  } catch (failure) {
    change(plain(textarea));
    console.warn("The marked editor did not come up; the plain field is in its place.", failure);
  }
  document.documentElement.classList.toggle("marked", copy.marked);
  tell("copy", copy);
}

// Where a question leaves the person that closes: in the field it came over, else in the copy.
export function backToText() {
  if (!document.activeElement?.matches("input, textarea, [contenteditable=true]")) copy.focus();
}

export function switchCopy() {
  try {
    localStorage.setItem(KEPT, copy.marked ? "plain" : "marked");
  } catch {
    // Then the choice holds for this page.
  }
  return openCopy(!copy.marked);
}
