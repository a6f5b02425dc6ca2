// Ticks a fact without leaving the page. Where that fails, the form goes the long way and the server decides.
import { sendBy } from "./by-button.js";

const form = document.querySelector("[data-checks]");
const counter = document.querySelector("[data-checked]");

function show(button, ticked) {
  button.setAttribute("aria-checked", String(ticked));
  button.name = ticked ? "uncheck" : "check";
}

async function tick(event) {
  const button = event.submitter;
  if (!button || form.dataset.long) return;
  event.preventDefault();
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  try {
    const { checked } = await sendBy(button, form);
    show(button, button.name === "check");
    counter.textContent = checked;
  } catch {
    form.dataset.long = "yes";
    form.requestSubmit(button);
  } finally {
    button.ariaBusy = "false";
  }
}

form?.addEventListener("submit", tick);
