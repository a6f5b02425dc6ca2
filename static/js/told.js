// A notification that is followed is read. The page it leads to shows the bell, so reading is said first and the
// browser goes there when it is, or when that takes too long. Without this file a button does it.
const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
const address = document.querySelector("[data-read]")?.dataset.read;
const PATIENCE = 1_000; // milliseconds

function sayRead(link) {
  link.closest(".told").classList.remove("unread");
  const body = new URLSearchParams({ told: link.dataset.told, csrfmiddlewaretoken: token });
  return fetch(address, { method: "POST", body, keepalive: true, credentials: "same-origin", redirect: "manual" });
}

// A click that opens another tab, or saves the link, leaves this page as it is.
const elsewhere = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

async function followed(event) {
  const link = event.target.closest("[data-told]");
  if (!link || !address) return;
  if (elsewhere(event)) {
    sayRead(link).catch(() => {}); // it stays unread, as the next page shows
    return;
  }
  event.preventDefault();
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([sayRead(link).catch(() => {}), patience]);
  location.assign(link.href);
}

document.addEventListener("click", followed);
