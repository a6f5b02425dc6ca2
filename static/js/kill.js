// The words of a reason stand in the advisory as soon as it is chosen, but never over what somebody typed there.
const form = document.querySelector("[data-kill]");
const { headline, body } = form.elements;
const canned = [...form.querySelectorAll("[data-canned]")].map((one) => ({
  kind: one.dataset.canned,
  headline: one.dataset.headline,
  body: one.content.textContent,
}));
const same = (one, other) => one.split(/\s+/).join(" ").trim() === other.split(/\s+/).join(" ").trim();
const isOurs = (field) => !field.value.trim() || canned.some((one) => same(one[field.name], field.value));

function choose(kind) {
  const said = canned.find((one) => one.kind === kind);
  const typed = [headline, body].filter((field) => !isOurs(field));
  for (const field of [headline, body]) if (!typed.includes(field)) field.value = said[field.name];
  form.querySelector("[data-kill-kept]").textContent = typed.length ? "What you typed stands." : "";
}

// Enter in a line presses the first button of its form, which puts words in. Here it sends nothing, and behind the
// slugline, typed last, it leads to the button that kills.
function enter(event) {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
  event.preventDefault();
  if (event.target.name === "slugline") form.querySelector("[data-once]").focus();
}

form.addEventListener("keydown", enter);
form.querySelector("[data-kill-words]").hidden = true;
for (const radio of form.querySelectorAll('[name="kind"]')) {
  radio.addEventListener("change", () => choose(radio.value));
  if (radio.checked && !radio.defaultChecked) choose(radio.value); // chosen before this file was there
}
