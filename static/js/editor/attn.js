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

function verdict({ clause, verdict: truth, reason }) {
  const [sign, said] = SIGNS[truth];
  const mark = element("span", { class: "sign", "aria-hidden": "true" }, sign);
  const spoken = element("span", { class: "vh" }, ` ${said}`);
  return element("li", { class: `verdict-${truth}` }, mark, element("span", { class: "mono" }, clause), spoken, reason && ` ${reason}`);
}

function undeclared({ message, grafs }) {
  const mark = element("span", { class: "sign", "aria-hidden": "true" }, "△");
  return element("li", { class: "verdict-missing" }, mark, message, ...grafs.map(jump));
}

function start() {
  const evidenceBox = find("[data-evidence]");
  const verdicts = find("[data-verdicts]");
  const first = rove(evidenceBox, "button");
  use.addEventListener("click", () => {
    put("attn", proposal);
    field("attn").focus();
  });
  hear("answer", ({ attn, against }) => {
    proposal = attn.proposal;
    const typed = field("attn").value.trim();
    box.hidden = !against;
    box.classList.toggle("same", attn.matches);
    find("[data-suggested]").textContent = proposal || "No change to report yet";
    use.hidden = attn.matches || !proposal;
    use.textContent = typed ? "Use instead" : "Use";
    evidenceBox.replaceChildren(...attn.evidence.map(evidence));
    first();
    const doubts = typed && !attn.matches ? [...attn.verdicts.map(verdict), ...(attn.undeclared ?? []).map(undeclared)] : [];
    verdicts.replaceChildren(...doubts);
  });
}

if (box) start();
