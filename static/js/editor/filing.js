// The last look before it goes out, without leaving the page: what it changes, its ATTN line, and the one button
// that files. Everything typed is saved first; the server files what was saved.
import { ask } from "./analysis.js";
import { lastDoubts } from "./attn.js";
import { flush, leave } from "./autosave.js";
import { openChecks, wayTo } from "./checks.js";
import { copy } from "./copy.js";
import * as device from "./device.js";
import { element, field, find, form } from "./page.js";
import { inWords } from "./tools.js";

const dialog = find("[data-filing]");
const opener = find("[data-file]");

let goOn = () => copy.focus(); // where the closed dialog leaves the person

function jump(go) {
  goOn = go;
  dialog.close();
}

function query(check) {
  const go = wayTo(check);
  const words = go ? element("button", { type: "button", class: "go", onclick: () => jump(go) }, check.message) : check.message;
  return element("li", { class: "warn" }, element("span", { class: "sign", "aria-hidden": "true" }, "△"), words);
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
  find("[data-filing-checks]").replaceChildren(...openChecks(answer).filter(({ level }) => level === "warn").map(query));
}

export async function openFiling() {
  if (dialog.open) return;
  const [safe, answer] = await Promise.all([flush(), ask()]);
  if (dialog.open) return;
  if (answer) describe(answer);
  const lacks = missing();
  const ready = safe && !lacks;
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
    openFiling();
  });
  dialog.querySelector("form").addEventListener("submit", send);
  for (const close of dialog.querySelectorAll("[data-close]")) close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    goOn();
    goOn = () => copy.focus();
  });
}
