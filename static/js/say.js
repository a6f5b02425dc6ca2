// A word about what was done or was not done in place: at the foot of the page, read out, gone after a while. Whoever
// has one sends `say` to the document, with its `words` and whether it is `good`.
const LASTS = 8000;
const HEARD = 60; // milliseconds: what stands in a region when it comes is not read out
let said = null;
let saying = 0;

function made() {
  const region = document.createElement("div");
  region.className = "notices";
  region.setAttribute("role", "status");
  document.querySelector("#main").closest("body > *").before(region); // above all of the page, where the server puts it
  return region;
}

function say({ detail: { words, good } }) {
  said?.remove();
  clearTimeout(saying);
  const toast = document.createElement("div");
  const line = document.createElement("p");
  toast.className = good ? "toast said good" : "toast said";
  line.textContent = words;
  toast.append(line);
  said = toast;
  const place = document.querySelector(".notices") ?? made();
  saying = setTimeout(() => place.append(toast), HEARD);
  setTimeout(() => toast.remove(), LASTS);
}

document.addEventListener("say", say);
