// Words that both sides changed since a text was sent: nothing on this page may choose between them, or put the
// letters of both together. 100 made 110 here and 90 there is no 910.
import { changesBetween, changesToPage } from "./incoming.js";

const LETTER = /\S/;

// `kept` came back for `sent`, and `now` is what stands on the page since; `shape` as ./incoming.js has it.
export function clash(sent, kept, now, shape) {
  const theirs = changesToPage(sent, kept, shape);
  const mine = changesBetween(sent, now).filter((one) => !theirs.some((other) => same(one, other)));
  const [here, there] = [mine, theirs].map((changes) => changes.map((change) => whole(change, sent)));
  return here.some((one) => there.some((other) => one.from < other.to && other.from < one.to));
}

function same(one, other) {
  return one.from === other.from && one.to === other.to && one.insert === other.insert;
}

// The change with all of the words that it alters. What is put between two words alters none.
function whole({ from, to, insert }, text) {
  const touches = (letter) => LETTER.test(letter ?? "");
  const cut = text.slice(from, to);
  let [start, end] = [from, to];
  if (touches(cut[0]) || touches(insert[0])) while (start > 0 && touches(text[start - 1])) start -= 1;
  if (touches(cut.at(-1)) || touches(insert.at(-1))) while (end < text.length && touches(text[end])) end += 1;
  return { from: start, to: end };
}
