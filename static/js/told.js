// A notification that is followed is read: said while the browser goes there already. Without this file a button does it.
const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
const address = document.querySelector("[data-read]")?.dataset.read;

function followed(event) {
  const link = event.target.closest("[data-told]");
  if (!link || !address) return;
  const body = new URLSearchParams({ told: link.dataset.told, csrfmiddlewaretoken: token });
  fetch(address, { method: "POST", body, keepalive: true, credentials: "same-origin", redirect: "manual" });
  link.closest(".told").classList.remove("unread");
}

document.addEventListener("click", followed);
