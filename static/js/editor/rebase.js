// A text that two sides changed: `kept` came back for `sent`, and `now` is what stands on the page since.
import { changesBetween, changesToPage } from "./incoming.js";

function byPlace(changes, length) {
  const added = new Map();
  const cut = new Uint8Array(length);
  for (const { from, to, insert } of changes) {
    added.set(from, insert);
    cut.fill(1, from, to);
  }
  return { added: (at) => added.get(at) ?? "", cut };
}

// {text, carets}: what either side put in is in the text, what either cut is not. Each of `carets`, places in `now`,
// stays behind the letter it stood behind. `shape`: how the text is cut, as ./incoming.js has it.
export function rebase(sent, kept, now, shape, carets = []) {
  const mine = byPlace(changesBetween(sent, now), sent.length);
  const theirs = byPlace(changesToPage(sent, kept, shape), sent.length);
  const moved = [];
  let [text, passed] = ["", 0];
  const pass = (letter, stays = true) => {
    moved[passed] ??= text.length;
    passed += 1;
    if (stays) text += letter;
  };
  for (let at = 0; at <= sent.length; at += 1) {
    for (const unit of mine.added(at).split("")) pass(unit);
    moved[passed] ??= text.length;
    if (theirs.added(at) !== mine.added(at)) text += theirs.added(at);
    if (at < sent.length && !mine.cut[at]) pass(sent[at], !theirs.cut[at]);
  }
  return { text, carets: carets.map((caret) => moved[caret]) };
}
