// Ticks a fact without leaving the page. Where that fails, the form goes the long way and the server decides.
const form = document.querySelector("[data-checks]");
const counter = document.querySelector("[data-checked]");

async function send(button) {
  const body = new FormData(form);
  body.append(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return answer.json();
}

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
    const { checked } = await send(button);
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
