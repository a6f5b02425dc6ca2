// What is done to the ticked stories is done in place: the cursor, the page and its filters stay, and a word says what
// came of it. Where the answer is lost, the form goes the long way. An export is a file, and goes by itself.
import { link, rowAt, rowOf } from "./board-cursor.js";
import { refresh } from "./board-refresh.js";
import { tick, ticked } from "./board-ticks.js";
import { sendBy } from "./by-button.js";
import { onKey } from "./review-keys.js";

const form = document.querySelector("[data-bulk]");

// Nothing moves for it: the rows only lose their mark.
function seen() {
  for (const key of ticked()) {
    const row = rowOf(key);
    row.classList.remove("unread");
    link(row).querySelector(".vh")?.remove();
  }
}

async function done(event) {
  const button = event.submitter;
  if (!button || button.value === "export" || form.dataset.long) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const { message, good } = await sendBy(button, form);
    if (good && button.value === "read") seen();
    else await refresh();
    if (good) tick([]);
    document.dispatchEvent(new CustomEvent("say", { detail: { words: message, good } }));
    button.closest("details")?.removeAttribute("open");
    const row = rowAt();
    if (row) link(row).focus({ preventScroll: true });
  } catch {
    form.dataset.long = "yes";
    form.requestSubmit(button);
  } finally {
    form.ariaBusy = "false";
  }
}

// A key is for the ticked stories; with none ticked, for the one at the cursor.
function byKey(act) {
  const row = rowAt();
  if (!ticked().length && row) tick([row.dataset.row]);
  if (ticked().length) act();
}

function press(value) {
  byKey(() => form.querySelector(`button[value="${value}"]`).click());
}

function openDesks() {
  const desks = form.querySelector(".assign");
  if (!desks) return;
  byKey(() => {
    desks.open = true;
    desks.querySelector("button").focus();
  });
}

if (form) {
  form.addEventListener("submit", done);
  onKey("KeyM", () => press("read"));
  onKey("KeyE", () => press("export"));
  onKey("KeyD", openDesks);
}
