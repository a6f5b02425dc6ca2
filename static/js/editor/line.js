// The line to the server: one POST, its JSON, and a token that a new sign-in made stale fetched anew.
import { form } from "./page.js";

const PATIENCE_MS = 20000;
const LAST_PAGE = "writethru.page";
const LARGEST_KEPT_ALIVE = 60000; // bytes a browser still sends for a page that is closing

export const session = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");

// The page that stood in this tab before: its last words may come in after this one was asked for, and are no other window's.
export const was = earlier();

function earlier() {
  try {
    const found = sessionStorage.getItem(LAST_PAGE) ?? "";
    sessionStorage.removeItem(LAST_PAGE); // a tab that is opened as a copy of this one has no page before it
    return found;
  } catch {
    return "";
  }
}

window.addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem(LAST_PAGE, session);
  } catch {
    // Its words are told as another window's.
  }
});

// {status, answer}: status 0 where the server was not reached, answer {} where it sent no JSON.
export async function post(address, body, signal) {
  const given = await once(address, body, signal);
  if (given.status !== 403 || given.answer.status || !(await newToken())) return given;
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return once(address, body, signal);
}

async function once(address, body, signal) {
  const encoded = new URLSearchParams(body);
  const timely = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(address, {
      method: "POST",
      body: encoded,
      headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      signal: signal ? AbortSignal.any([signal, timely]) : timely,
      keepalive: encoded.toString().length < LARGEST_KEPT_ALIVE,
    });
    return { status: response.status, answer: await response.json().catch(() => ({})) };
  } catch (failure) {
    if (signal?.aborted) throw failure;
    return { status: 0, answer: {} };
  }
}

// After a sign-in in another window every token is new; the page of the draft carries one, and so does the
// sign-in page that comes in its place.
async function newToken() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(form.action)).text(), "text/html");
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    for (const input of token ? document.querySelectorAll("[name=csrfmiddlewaretoken]") : []) input.value = token;
    return Boolean(token);
  } catch {
    return false;
  }
}
