// Keys that come before the page's scripts do: kept here, and handed to them once they are there. A plain script in the
// head, for it has to be first. A press of A on a page that nobody has read yet is handed on marked as early.
{
  const kept = [];
  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat;
  const inField = (event) => event.target.closest?.("input, textarea, select, [contenteditable]");

  const keep = (event) => {
    const first = kept.length === 0 && event.key === " "; // it scrolls, or presses what has the focus
    if (event.key.length === 1 && !first && plain(event) && !inField(event)) kept.push(event);
  };

  const hand = ({ code, key, shiftKey }) => {
    const event = new KeyboardEvent("keydown", { code, key, shiftKey, bubbles: true, cancelable: true });
    event.early = true;
    (document.activeElement ?? document.body).dispatchEvent(event);
  };

  // What was typed behind the key that opened a question belongs into its field.
  const write = (field, words) => {
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const start = () => {
    document.removeEventListener("keydown", keep, true);
    while (kept.length) {
      hand(kept.shift());
      const field = document.activeElement;
      if (field?.matches("textarea, input")) return write(field, kept.map(({ key }) => key).join(""));
    }
  };

  document.addEventListener("keydown", keep, true);
  document.addEventListener("DOMContentLoaded", start);
}
