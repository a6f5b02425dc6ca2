// "/" goes to the search box, from anywhere but a field. By code: a Korean layout sends another key.
const box = document.querySelector("[data-search-key]");

function inField(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (box && plain && (event.key === "/" || event.code === "Slash") && !event.shiftKey && !inField(event.target)) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
