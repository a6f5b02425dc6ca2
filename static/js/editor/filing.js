// The last look before it goes out, without leaving the page: what it changes, its ATTN line, and the one button
// that files. Everything typed is saved first; the server files what was saved.
import { ask } from "./analysis.js";
import { lastDoubts } from "./attn.js";
import { flush, leave } from "./autosave.js";
import { openChecks, wayTo, wayToCure } from "./checks.js";
import * as device from "./device.js";
import { lastStep } from "./last-step.js";
import { element, field, find, form } from "./page.js";
import { showSent } from "./sent.js";
import { openSubmitting, submits } from "./submitting.js";
import { inWords } from "./tools.js";

const dialog = find("[data-filing]");
const opener = find("[data-file]");
const jump = dialog && lastStep(dialog);

function query(check) {
  const go = wayTo(check);
  const words = go ? element("button", { type: "button", class: "go", onclick: () => jump(go) }, check.message) : check.message;
  return element("li", { class: "warn" }, element("span", { class: "sign", "aria-hidden": "true" }, "△"), words);
}

// What else keeps it from going out, each with the way to its cure: on this page, or on another.
function blocked({ message, cure, words }) {
  const go = wayToCure(cure);
  const way = go
    ? element("button", { type: "button", class: "go", onclick: () => jump(go) }, words)
    : element("a", { href: cure }, words);
  return element("li", {}, element("span", { class: "sign", "aria-hidden": "true" }, "!"), element("span", {}, `${message} `, way));
}

// What no filing goes out without; an urgent may be its headline alone.
function missing() {
  const urgent = document.querySelector('[name="kind"]:checked')?.value === "urgent";
  const needed = urgent ? ["headline"] : ["headline", "body"];
  const empty = needed.filter((name) => !field(name).value.trim());
  return empty.map((name) => (name === "body" ? "no copy" : "no headline")).join(" and ");
}

function describe(answer) {
  const { counts, against, attn: found } = answer;
  find("[data-filing-counts]").textContent = against
    ? `${inWords(counts)} against ${against.label}.`.replace(/^./, (first) => first.toUpperCase())
    : "Nothing of this story is on the wire yet.";
  const attn = field("attn").value.trim();
  find("[data-filing-attn]").textContent = attn ? `(ATTN: ${attn})` : "No ATTN line.";
  find("[data-filing-claims]").replaceChildren(...(against ? lastDoubts(found, attn) : []));
  showSent(answer.sent);
  find("[data-filing-checks]").replaceChildren(...openChecks(answer).filter(({ level }) => level === "warn").map(query));
}

function stops(answer) {
  const others = (answer?.blockers ?? []).filter(({ code }) => !["no-headline", "no-copy"].includes(code));
  const list = find("[data-filing-blockers]");
  list.replaceChildren(...others.map(blocked));
  list.hidden = !others.length;
  return others.length > 0;
}

// What the person may do next: file, or hand it to a desk that approves first.
export function openNext() {
  return submits() ? openSubmitting() : openFiling();
}

export async function openFiling() {
  if (dialog.open) return;
  const safe = await flush();
  const answer = await ask(); // after the save: whether a change since the approval is the desk's, the record says
  if (dialog.open) return;
  if (answer) describe(answer);
  const lacks = missing();
  const ready = !stops(answer) && safe && !lacks;
  find("[data-filing-unsaved]").hidden = safe;
  find("[data-filing-lacks]").hidden = !lacks;
  find("[data-filing-lacks]").textContent = `There is ${lacks} yet, so it cannot be filed.`;
  find("[data-filing-go]").disabled = !ready;
  dialog.showModal();
  (ready ? find("[data-filing-go]") : find("[data-filing-stay]")).focus();
}

function send() {
  find("[data-filing-key]").value = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  leave();
  device.forgetAll();
}

// The form's other buttons save first, here, and only then leave the page.
async function submitted(event) {
  const then = event.submitter?.value;
  event.preventDefault();
  if (then === "file") return openFiling();
  if (!(await flush())) return;
  if (then === "preview") {
    leave();
    window.location.assign(form.dataset.preview);
  }
  if (then === "merge") {
    leave();
    form.removeEventListener("submit", submitted); // now the form goes out as it would without a script
    form.requestSubmit(event.submitter);
  }
}

if (dialog) {
  form.addEventListener("submit", submitted);
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    openNext(); // Enter in a field presses this button too, even while it is hidden
  });
  dialog.querySelector("form").addEventListener("submit", send);
}
