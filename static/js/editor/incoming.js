// Another text brought into the one on the page as few changes, so that caret and undo stay with the writer.
import { runs, sharedEnds } from "./lcs.js";

const WORD = /\S+/g;

// How a text is cut: its grafs, the words in one (with one blank between them), and what parts two grafs.
export const LINES = { graf: /[^\n]+/g, word: WORD, apart: "\n" }; // the marked editor: a line is a paragraph
export const COPY = { graf: /\S(?:[^\n]|\n(?!\s*\n))*/g, word: WORD, apart: "\n\n" }; // the plain field
export const ONE_LINE = { graf: /[^]+/g, word: WORD, apart: " " };
export const AS_IT_IS = { graf: /[^]+/g, word: /\S[^]*\S|\S/g, apart: "" }; // nothing but its ends is tidied

// Words, blanks and newlines apart: joined again they are the text.
function pieces(text) {
  return text.match(/\n|\S+|[^\S\n]+/g) ?? [];
}

// [["keep" | "cut" | "add", text], ...] from one text to another.
export function textRuns(before, after) {
  return runs(pieces(before), pieces(after)).map(([op, items]) => [op, items.join("")]);
}

// The same as changes, in positions of `before`: [{from, to, insert}].
export function changesBetween(before, after) {
  const changes = [];
  let at = 0;
  let change = null;
  for (const [op, text] of textRuns(before, after)) {
    if (op === "keep") {
      change = null;
      at += text.length;
      continue;
    }
    if (!change) changes.push((change = { from: at, to: at, insert: "" }));
    if (op === "cut") change.to = at += text.length;
    else change.insert += text;
  }
  return changes.map((each) => tight(each, before));
}

// What the server made of the text `page`, as changes to the page. A blank that the writer has typed behind the
// last word, or a line begun, is not in what the server keeps: it is not cut, for the next word is still to come.
export function changesToPage(page, kept, shape) {
  const { text, places } = read(page, shape);
  return changesBetween(text, read(kept, shape).text).map(({ from, to, insert }) => ({
    from: places[from][0],
    to: from === to ? places[from][0] : places[to - 1][1],
    insert: insert.replaceAll("\n", shape.apart),
  }));
}

// The text as the server reads it, "\n" between grafs, and for each of its characters (and its end) from where to
// where it stands in `page`.
function read(page, { graf, word, apart }) {
  const places = [];
  let text = "";
  let end = page.length;
  const put = (character, from, to) => {
    text += character;
    places.push([from, to]);
  };
  for (const { 0: whole, index } of page.matchAll(graf)) {
    if (!whole.trim()) continue;
    if (text) put("\n", end, end + apart.length);
    let last = 0;
    for (const found of whole.matchAll(word)) {
      const start = index + found.index;
      if (last) put(" ", last, start);
      last = start + found[0].length;
      for (let at = start; at < last; at += 1) put(page[at], at, at + 1);
    }
    end = index + whole.length;
  }
  places.push([end, end]);
  return { text, places };
}

// Only the letters that differ, for the caret may stand in the same word.
function tight({ from, to, insert }, text) {
  const [head, tail] = sharedEnds(text.slice(from, to), insert);
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
