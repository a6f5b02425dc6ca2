// Searches while a person types: 150 ms after the last key, an older question dropped when a newer one is asked.
const PAUSE = 150;
const form = document.querySelector("[data-search-live]");
const found = document.querySelector("[data-found]");
let timer = 0;
let asking = null;

function question() {
  const said = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...said]) if (!value) said.delete(name);
  return said;
}

async function ask() {
  const said = question();
  asking?.abort();
  asking = new AbortController();
  const address = `${form.action}?${said}`;
  said.set("part", "1");
  try {
    const answer = await fetch(`${form.action}?${said}`, { signal: asking.signal });
    if (!answer.ok || answer.redirected) return form.submit();
    found.innerHTML = await answer.text();
    history.replaceState(null, "", address);
  } catch (error) {
    // The line is down: the button still asks, and the browser says why it cannot.
    if (error.name !== "AbortError") console.warn(error);
  }
}

form.addEventListener("input", (event) => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(ask, PAUSE);
});
form.addEventListener("compositionend", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});
