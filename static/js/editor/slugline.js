// The slugline's form: says while it is typed what stands against it. It warns; the server decides.
import { dirty, flush, leave } from "./autosave.js";
import { element, find } from "./page.js";

const box = find("[data-slugline]");
const hint = find("[data-slugline-hint]");
const PAUSE_MS = 250;
let timer = 0;
let asked = 0;

function said({ problem, same }) {
  if (problem) return [`△ ${problem}`];
  if (!same.length) return ["Free: no running story has it."];
  const links = same.flatMap(({ slugline, desk, url }) => [" ", element("a", { href: url, target: "_blank" }, `${slugline} (${desk})`)]);
  return ["△ Running already:", ...links];
}

async function ask(input) {
  const mine = (asked += 1);
  try {
    const response = await fetch(`${box.dataset.slugline}?${new URLSearchParams({ slugline: input.value })}`, { cache: "no-store" });
    const answer = await response.json();
    if (mine !== asked || !response.ok || input.value === input.defaultValue) return;
    hint.classList.toggle("warn", Boolean(answer.problem || answer.same.length));
    hint.replaceChildren(...said(answer));
  } catch {
    // Offline: the server says so when the form is sent.
  }
}

function start() {
  const input = box.querySelector("[name=slugline]");
  box.addEventListener("toggle", () => box.open && input.select());
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    box.open = false;
    box.querySelector("summary").focus();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS, input);
  });
  // The copy is safe before the page goes.
  box.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (dirty() && !(await flush())) return;
    leave();
    event.target.submit();
  });
}

if (box) start();
