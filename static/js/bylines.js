// Adds a name to the byline with one press: "By A", "By A and B", "By A, B and C".
function names(line) {
  return line
    .replace(/^by\s+/i, "")
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .filter(Boolean);
}

function written(people) {
  if (people.length === 1) return `By ${people[0]}`;
  return `By ${people.slice(0, -1).join(", ")} and ${people.at(-1)}`;
}

for (const box of document.querySelectorAll("[data-byline-buttons]")) {
  const field = document.getElementById(box.dataset.bylineButtons);
  box.hidden = false;
  box.addEventListener("click", (event) => {
    const name = event.target.closest("[data-byline]")?.dataset.byline;
    const people = names(field.value);
    if (!name || people.includes(name)) return;
    field.value = written([...people, name]);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
