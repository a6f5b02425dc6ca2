// Another person's changes, merged by the server with what was sent, brought into what stands here now.
import { clash } from "./clash.js";
import { copy } from "./copy.js";
import { AS_IT_IS, COPY, ONE_LINE } from "./incoming.js";
import { FIELDS, field, put, typedText } from "./page.js";
import { button, notice, settle } from "./notices.js";
import { rebase } from "./rebase.js";

const WHERE = "merged";

// The text as it stands, to be handed back with what the server made of it.
export function standing(who, text) {
  return { text, mark: copy.asking(who), take: copy.take };
}

// The numbers of the ATTN line followed their paragraphs; what was typed into it since stays.
export function takeNumbers(sent, line) {
  takeLine("attn", sent, line);
}

// `sent` as `standing` gave it when it went out. The caret stays, and undo passes over what another person wrote; what
// this device `kept` of an earlier page is one's own, one step of undo. Done when the promise is: only then does the
// page go on from what came back.
export async function takeIn(sent, { fields, notice: words }) {
  if (fields.body !== sent.text.body) await takeCopy(sent, fields.body);
  for (const name of FIELDS) if (name !== "body" && fields[name] !== undefined && field(name)) takeLine(name, sent, fields[name]);
  if (words) notice(WHERE, "", words, [button("Good", () => settle(WHERE))]);
}

// Whether a word that came back otherwise than it was `sent` was changed on the page too since then.
export function clashes(sent, fields) {
  const now = typedText();
  const asked = FIELDS.filter((name) => name !== "kind" && fields[name] !== undefined && field(name));
  return asked.some((name) => clash(sent.text[name], fields[name], now[name], shapeOf(name)));
}

function shapeOf(name) {
  if (name === "body") return COPY;
  return name === "note" ? AS_IT_IS : ONE_LINE;
}

function takeCopy(sent, body) {
  if (sent.take === copy.take) return copy.take(sent.mark, body, !sent.kept);
  const now = field("body").value; // the person changed the field meanwhile: the mark is the other one's
  return copy.take(copy.asking("turned"), rebase(sent.text.body, body, now, COPY).text);
}

function takeLine(name, sent, kept) {
  if (name === "kind") return takeKind(sent, kept);
  const { text } = rebase(sent.text[name], kept, field(name).value, shapeOf(name));
  if (text !== field(name).value) put(name, text);
}

// A choice, not words: the person's own of this moment stands.
function takeKind(sent, kept) {
  const now = field("kind").value;
  if (now === sent.text.kind && now !== kept) put("kind", kept);
}

// Whether what came back is all there is: then bringing it in left nothing to save.
export function isAll(fields) {
  const now = typedText();
  return Object.keys(now).every((name) => fields[name] === undefined || fields[name] === now[name]);
}
