// Another person's changes, merged by the server with what was sent, brought into what stands here now.
import { copy } from "./copy.js";
import { FIELDS, field, put } from "./page.js";
import { button, notice, settle } from "./notices.js";
import { rebased } from "./rebase.js";

const WHERE = "merged";

// The numbers of the ATTN line followed their paragraphs; what was typed into it since stays.
export function takeNumbers(sent, line) {
  const next = rebased(sent.text.attn, line, field("attn").value);
  if (next !== field("attn").value) put("attn", next);
}

// `sent`: {text, mark} as it went out. The copy changes in one step of undo, the caret stays.
export function takeIn(sent, { fields, notice: words }) {
  if (fields.body !== sent.text.body) copy.take(sent.mark, fields.body);
  for (const name of FIELDS) {
    if (name === "body" || fields[name] === undefined || !field(name)) continue;
    const next = rebased(sent.text[name], fields[name], field(name).value);
    if (next !== field(name).value) put(name, next);
  }
  if (words) notice(WHERE, "", words, [button("Good", () => settle(WHERE))]);
}

