// Sends a note's form without leaving the page, and says what came of it. Without this file the form goes by itself.
// {ok, answer}: what the server says; ok is false where it refused, or was not reached.
export async function send(form) {
  const headers = { Accept: "application/json" };
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers });
    const answer = await response.json().catch(() => ({}));
    return { ok: response.ok, answer };
  } catch {
    return { ok: false, answer: {} };
  }
}

const LOST = "The note is not kept: the server was not reached. It is still here; send it again.";

// The refusal beside the field, read out by itself; none clears it.
export function refuse(form, words = "") {
  let place = form.querySelector("[data-note-refusal]");
  if (!place && words) {
    place = document.createElement("p");
    place.className = "invalid-feedback";
    place.setAttribute("role", "alert");
    place.dataset.noteRefusal = "";
    form.append(place);
  }
  if (!place) return;
  place.hidden = !words;
  place.textContent = words;
}

// True where it was kept; where it was not, the form says why and has the text still.
export async function keep(form) {
  const button = form.querySelector("button");
  button.disabled = true;
  const { ok, answer } = await send(form);
  button.disabled = false;
  refuse(form, ok ? "" : (answer.message ?? LOST));
  return ok ? answer : null;
}

// The piece of a page with a text's threads; null where it cannot be had.
export async function threads(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".threads");
  } catch {
    return null;
  }
}

// Sends the form that the focus is in, by key: a note, an answer, the reason of a return. False where it is in none.
export function sendWritten(forms = "[data-note-form]") {
  const form = document.activeElement?.closest(forms);
  form?.requestSubmit(form.querySelector("button:not([type=button])"));
  return Boolean(form);
}
