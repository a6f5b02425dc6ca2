// Copies the page's permanent address, or that of one paragraph; prints.
import { onKey } from "./review-keys.js";
import { current, tell } from "./review-steps.js";

const copyButton = document.querySelector("[data-copy-link]");
const printButton = document.querySelector("[data-print]");

function address(fragment = "") {
  return window.location.origin + window.location.pathname + window.location.search + fragment;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no secure context, or not allowed
  }
}

async function copyPage() {
  const words = copyButton.textContent;
  copyButton.textContent = (await copy(address())) ? "Copied" : "Use the address bar";
  setTimeout(() => {
    copyButton.textContent = words;
  }, 2000);
}

async function copyParagraph() {
  const row = current();
  if (!row) return;
  const link = address(`#${row.id}`);
  if (await copy(link)) tell("link copied");
  else window.location.hash = row.id;
}

copyButton.hidden = false;
printButton.hidden = false;
copyButton.addEventListener("click", copyPage);
printButton.addEventListener("click", () => window.print());
onKey("KeyL", copyParagraph);
