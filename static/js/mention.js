// Names on offer after an "@" in a note: arrows choose, Enter or Tab takes one, Escape lets them go.
const FEW = 7;
const AT = /(^|[^\w.@+-])@([^\n@]{0,40})$/u;
const asked = new Map();
let list = null;
let field = null;
let chosen = 0;

function people(address) {
  if (!asked.has(address)) {
    const answer = fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    asked.set(address, answer.then((got) => (got.ok ? got.json() : { people: [] })).then((got) => got.people, () => []));
  }
  return asked.get(address);
}

function typed() {
  const found = AT.exec(field.value.slice(0, field.selectionStart));
  return found ? found[2] : null;
}

function fitting(all, words) {
  const starts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (names) => {
    const parts = names.join(" ").toLowerCase().split(/[\s-]+/);
    return starts.every((start) => parts.some((part) => part.startsWith(start)));
  };
  return all.filter(fits).slice(0, FEW);
}

function item(names, index) {
  const made = document.createElement("li");
  made.id = `name-${index}`;
  made.setAttribute("role", "option");
  made.dataset.name = names[0];
  const user = document.createElement("span");
  user.className = "names-user";
  user.textContent = names.at(-1);
  made.append(names[0], user);
  return made;
}

function close() {
  list?.remove();
  list = null;
  for (const name of ["aria-activedescendant", "aria-autocomplete", "aria-controls"]) field?.removeAttribute(name);
}

function mark(index) {
  chosen = (index + list.children.length) % list.children.length;
  for (const [place, one] of [...list.children].entries()) one.setAttribute("aria-selected", String(place === chosen));
  field.setAttribute("aria-activedescendant", list.children[chosen].id);
  list.children[chosen].scrollIntoView({ block: "nearest" });
}

function take(name) {
  const before = field.value.slice(0, field.selectionStart);
  const start = before.length - typed().length;
  field.setRangeText(`${name} `, start, before.length, "end");
  close();
}

function open(found) {
  list?.remove();
  list = document.createElement("ul");
  list.className = "names";
  list.id = "names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Whom to tell");
  list.append(...found.map(item));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const one = event.target.closest("[data-name]");
    if (one) take(one.dataset.name);
  });
  field.after(list);
  list.style.top = `${field.offsetTop + field.offsetHeight + 2}px`;
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  mark(0);
}

async function offer(event) {
  field = event.target;
  const words = typed();
  if (words === null || event.isComposing) return close();
  const found = fitting(await people(field.dataset.mentions), words);
  if (typed() !== words) return;
  if (found.length) open(found);
  else close();
}

function pressed(event) {
  if (!list || event.target !== field || event.isComposing) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!plain) return;
  if (steps[event.key]) mark(chosen + steps[event.key]);
  else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen].dataset.name);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("input", (event) => event.target.closest?.("[data-mentions]") && offer(event));
document.addEventListener("keydown", pressed, true);
document.addEventListener("focusout", (event) => event.target === field && close());
