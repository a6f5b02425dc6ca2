// Another text brought into the one on the page as few changes, so that caret and undo stay with the writer.
import { runs, sharedEnds } from "./lcs.js";

// Words, blanks and newlines apart: joined again they are the text.
export function pieces(text) {
  return text.match(/\n|\S+|[^\S\n]+/g) ?? [];
}

// [["keep" | "cut" | "add", text], ...] from one text to another.
export function textRuns(before, after) {
  return runs(pieces(before), pieces(after)).map(([op, items]) => [op, items.join("")]);
}

// The same as changes for CodeMirror, in positions of `before`.
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

// Only the letters that differ, for the caret may stand in the same word.
function tight({ from, to, insert }, text) {
  const [head, tail] = sharedEnds(text.slice(from, to), insert);
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
