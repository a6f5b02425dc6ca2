// "/" goes to the search box, from anywhere but where somebody types. By code: a Korean layout sends another key. It is a
// single key like the others: off where a person turned those off.
const box = document.querySelector("[data-search-key]");

function elsewhere({ target }) {
  const field = target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  return field !== null || document.querySelector("dialog[open]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (!box || document.documentElement.dataset.keysAct === "off" || elsewhere(event)) return;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing;
  if (plain && (event.key === "/" || event.code === "Slash")) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
