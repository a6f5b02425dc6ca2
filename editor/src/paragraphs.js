// One line of the editor is one paragraph; stored copy parts paragraphs by a blank line.
const WIDEST_WRAP = 100; // a line longer than this was not wrapped by hand
const NARROWEST_WRAP = 40;
const SENTENCE_END = /[.?!)]["'’”]?\s*$/;
const ROW = /\t\S|^\s*(?:[•·▪‣◦*-]|\d+[.)])\s/; // of a table, or a point of a list
const WORD = /[\p{L}\p{N}]/u;

export function toLines(copy) {
  return unwrapped(copy.replace(/\r\n?/g, "\n").split(/\n\s*\n/)).join("\n");
}

export function toCopy(doc) {
  return nonEmpty(doc.toString().split("\n")).join("\n\n");
}

export function wordCount(text) {
  return text.split(/\s+/).filter((word) => WORD.test(word)).length;
}

// The line numbers (from 1) that hold a paragraph, in order: paragraph 0 stands at the first of them.
export function paragraphLines(doc) {
  const lines = [];
  let number = 0;
  for (const text of doc.iterLines()) {
    number += 1;
    if (text.trim()) lines.push(number);
  }
  return lines;
}

// Pasted text as lines of the editor: any newline, no-break blanks, hard wraps, indents, blank lines. A word processor's
// own line and page breaks are newlines; its other control characters, which nobody sees and no wire takes, stay out.
// A piece of one line keeps the blanks at its ends: it goes into the middle of a sentence.
export function pasted(text) {
  const plain = text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/(?![\t\n])\p{Cc}/gu, "");
  if (!plain.includes("\n")) return plain.replace(/\t/g, " ");
  return unwrapped(blocks(plain.replace(/^\n+|\s+$/g, ""))).join("\n");
}

export function copied(text) {
  return text.replace(/\n+/g, "\n\n");
}

function blocks(text) {
  if (/\n\s*\n/.test(text)) return text.split(/\n\s*\n/).flatMap(rows);
  if (/\n(?: {2,}|\t)\S/.test(text)) return text.split(/\n(?=(?: {2,}|\t)\S)/);
  const lines = text.split("\n");
  return wrappedByHand(lines) ? [text] : lines;
}

// A table or a list between paragraphs: each row stays one, with what was wrapped from it.
function rows(block) {
  const lines = block.split("\n");
  if (lines.filter((line) => ROW.test(line)).length < 2) return [block];
  const out = [];
  for (const line of lines) {
    if (ROW.test(line) || !out.length) out.push(line);
    else out.push(`${out.pop()} ${line}`);
  }
  return out;
}

// Each line breaks where the next one's first word no longer fitted, some within a sentence: one paragraph, not many.
function wrappedByHand(lines) {
  const width = Math.max(...lines.map((line) => line.trimEnd().length));
  const full = (line, index) => line.trimEnd().length + 1 + lines[index + 1].split(" ")[0].length > width;
  const inside = lines.some((line) => !SENTENCE_END.test(line));
  return width >= NARROWEST_WRAP && width <= WIDEST_WRAP && inside && lines.slice(0, -1).every(full);
}

function unwrapped(parts) {
  return nonEmpty(parts.map((part) => part.replace(/\s+/g, " ")));
}

function nonEmpty(parts) {
  return parts.map((part) => part.trim()).filter(Boolean);
}
