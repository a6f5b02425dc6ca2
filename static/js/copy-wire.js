// Copies the wire text as it was filed. Without this file there is the .txt address.
const SHOWN_MS = 2000;

async function copy(button) {
  const source = button.closest("section, main").querySelector("[data-copy-source]");
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = "Copied";
  } catch {
    // No permission: select it, so that the person's own copy key does the rest.
    window.getSelection().selectAllChildren(source);
    button.textContent = "Selected: press Ctrl+C";
  }
  setTimeout(() => {
    button.textContent = label;
  }, SHOWN_MS);
}

for (const button of document.querySelectorAll("[data-copy-wire]")) {
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(button));
}
