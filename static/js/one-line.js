// Fields that are one line on the wire: Enter goes to the next field, a pasted newline is a blank.
for (const field of document.querySelectorAll("[data-one-line]")) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const fields = [...field.form.elements].filter((other) => other.matches("input:not([type=hidden]), textarea"));
    fields[fields.indexOf(field) + 1]?.focus();
  });
  field.addEventListener("input", () => {
    if (!field.value.includes("\n")) return;
    const caret = field.selectionStart;
    field.value = field.value.replace(/\s*\n\s*/g, " ");
    field.setSelectionRange(caret, caret);
  });
}
