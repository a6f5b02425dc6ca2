// The line at the foot: words, paragraphs, their average, how many run long, reading time, where the caret is.
import { copy } from "./copy.js";
import { field, find, form, hear, later } from "./page.js";

const LONG = Number(form?.dataset.long); // words
const READ_A_MINUTE = 210; // words
const WORD = /[\p{L}\p{N}]/u;
const foot = find("[data-figures]");
const counted = new Map();

function wordsOf(graf) {
  if (!counted.has(graf)) {
    if (counted.size > 3000) counted.clear();
    counted.set(graf, graf.split(/\s+/).filter((word) => WORD.test(word)).length);
  }
  return counted.get(graf);
}

const shown = new Map(); // what stands in each place: writing the same again lays the page out again

function put(name, text) {
  const words = String(text);
  if (shown.get(name) === words) return;
  shown.set(name, words);
  foot.querySelector(`[data-figure=${name}]`).textContent = words;
}

function show() {
  const counts = field("body").value.split(/\n\s*\n/).filter((graf) => graf.trim()).map(wordsOf);
  const words = counts.reduce((sum, count) => sum + count, 0);
  const long = counts.filter((count) => count > LONG).length;
  put("words", words.toLocaleString("en"));
  put("words-unit", words === 1 ? "word" : "words");
  put("grafs", counts.length);
  put("grafs-unit", counts.length === 1 ? "paragraph" : "paragraphs");
  put("average", counts.length ? Math.round(words / counts.length) : 0);
  put("long", long);
  foot.querySelector("[data-long]").classList.toggle("warn", long > 0);
  put("reading", `${words && Math.max(1, Math.round(words / READ_A_MINUTE))} min`);
}

let due = false;

function soon() {
  if (due) return;
  due = true;
  later(() => {
    due = false;
    show();
  });
}

if (foot) {
  foot.hidden = false;
  hear("typed", soon);
  hear("copy", () => {
    show();
    put("caret", `¶${copy.caret() || 1}`);
  });
  hear("caret", (number) => put("caret", `¶${number || 1}`));
}
