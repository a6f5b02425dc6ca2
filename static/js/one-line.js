// Fields that are one line on the wire: Enter goes to the next field, a pasted newline is a blank, and a control
// character that came along, which nobody sees, stays out.
const FIELDS = "input:not([type=hidden]), textarea, [contenteditable=true]";

// The next one of the form that is on the page: the copy may stand in its text field or in the marked editor.
function after(field) {
  const fields = [...field.form.querySelectorAll(FIELDS)];
  const ours = (other) => other.isContentEditable || other.form === field.form;
  return fields.slice(fields.indexOf(field) + 1).find((other) => ours(other) && other.checkVisibility());
}

for (const field of document.querySelectorAll("[data-one-line]")) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    after(field)?.focus();
  });
  field.addEventListener("input", () => {
    if (!/\p{Cc}/u.test(field.value)) return;
    const caret = field.selectionStart;
    field.value = field.value.replace(/\s*[\n\v\f\t]\s*/g, " ").replace(/\p{Cc}/gu, "");
    field.setSelectionRange(caret, caret);
  });
}
