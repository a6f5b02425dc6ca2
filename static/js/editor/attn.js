// Beside the ATTN line: what the changes say, where they stand, and which claims of the typed line hold. The
// typed line is the person's: only the button puts the proposal into it.
import { copy } from "./copy.js";
import { element, field, find, hear, put } from "./page.js";
import { rove } from "./roving.js";

const box = find("[data-suggestion]");
const SIGNS = { true: ["✓", "holds"], false: ["✗", "does not hold"], unchecked: ["·", "not checked"] };
const use = find("[data-use-suggestion]");
let proposal = "";

function jump(index) {
  const label = `Go to paragraph ${index + 1}`;
  return element("button", { type: "button", class: "pref", "aria-label": label, onclick: () => copy.goTo(index) }, `¶${index + 1}`);
}

function evidence({ words, grafs, note }) {
  const beside = note && note !== words ? [element("span", { class: "muted" }, note)] : [];
  return element("li", {}, element("span", { class: "sug-k" }, words), ...grafs.map(jump), ...beside);
}

// A quotation keeps the marks it has.
function quoted(words) {
  return /^["“]/.test(words) ? words : `“${words}”`;
}

function verdict({ clause, verdict: truth, reason, right, grafs }) {
  const [sign, said] = SIGNS[truth];
  const mark = element("span", { class: "sign", "aria-hidden": "true" }, sign);
  const spoken = element("span", { class: "vh" }, ` ${said}`);
  const told = right ? `${reason}; right would be ${quoted(right)}` : reason;
  const words = element("span", { class: "mono" }, clause);
  return element("li", { class: `verdict-${truth}` }, mark, words, spoken, ` ${told}`, ...grafs.map(jump));
}

function warning(message, grafs = []) {
  const mark = element("span", { class: "sign", "aria-hidden": "true" }, "△");
  return element("li", { class: "verdict-missing" }, mark, message, ...grafs.map(jump));
}

function question({ clause, old, new: now, grafs }) {
  const mark = element("span", { class: "sign", "aria-hidden": "true" }, "?");
  const words = element("span", { class: "mono" }, `${clause}?`);
  return element("li", { class: "verdict-missing" }, mark, words, ` ${quoted(old)} was sent; it reads ${quoted(now)} now.`, ...grafs.map(jump));
}

// What is wrong with the typed line, what it leaves out, and what only a person can answer.
function doubts({ verdicts, undeclared, questions, gone, matches }, typed) {
  const lost = gone.map((place) => warning(`“${place}”: a paragraph it named is not there.`));
  const asked = questions.map(question);
  if (!typed || matches) return asked;
  return [...lost, ...verdicts.map(verdict), ...undeclared.map(({ message, grafs }) => warning(message, grafs)), ...asked];
}

// The same for the last look before filing, where there is nowhere to go.
export function lastDoubts(attn, typed) {
  const items = doubts(attn, typed);
  for (const item of items) for (const button of item.querySelectorAll("button")) button.remove();
  return items;
}

// The proposal by its key: the caret stays where it is.
export function useProposal() {
  if (box && !box.hidden && !use.hidden) put("attn", proposal);
}

function start() {
  const evidenceBox = find("[data-evidence]");
  const verdicts = find("[data-verdicts]");
  const first = rove(evidenceBox, "button");
  const asSaved = find("[data-saved-attn]"); // stands here until the first answer, so that the copy does not jump for it
  use.addEventListener("click", () => {
    useProposal();
    field("attn").focus();
  });
  hear("answer", ({ attn, against }) => {
    proposal = attn.proposal;
    const typed = field("attn").value.trim();
    asSaved?.remove();
    box.hidden = !against;
    box.classList.toggle("same", attn.matches);
    find("[data-suggested]").textContent = proposal || attn.reason;
    use.hidden = attn.matches || !proposal;
    use.textContent = typed ? "Use instead" : "Use";
    evidenceBox.replaceChildren(...attn.evidence.map(evidence));
    first();
    verdicts.replaceChildren(...doubts(attn, typed));
  });
}

if (box) start();
