// The copy in the form's own text field: on touch, where a phone's keyboard knows it best, and wherever the
// marked editor does not come up. It answers to the same calls.
import { COPY } from "./incoming.js";
import { rebase } from "./rebase.js";

const UNSEEN = /(?![\t\n])\p{Cc}/gu; // control characters, which come with a paste and which no wire takes
const GRAF = /\S(?:[^\n]|\n(?!\s*\n))*/g;

function grafs(text) {
  return [...text.matchAll(GRAF)];
}

export function nativeCopy({ textarea, onText, onCaret }) {
  const caret = () => grafs(textarea.value.slice(0, textarea.selectionEnd)).length || 1;
  const typed = () => {
    if (textarea.value.search(UNSEEN) >= 0) takeOut();
    onText();
  };
  const takeOut = () => {
    const [before, behind] = [textarea.value.slice(0, textarea.selectionEnd), textarea.value.slice(textarea.selectionEnd)];
    const kept = before.replace(UNSEEN, "");
    textarea.value = kept + behind.replace(UNSEEN, "");
    textarea.setSelectionRange(kept.length, kept.length);
  };
  const moved = () => document.activeElement === textarea && onCaret(caret());
  textarea.addEventListener("input", typed);
  document.addEventListener("selectionchange", moved);

  return {
    marked: false,
    caret,
    asking: () => ({ text: textarea.value }),
    show() {},
    take(mark, copy) {
      const chosen = [textarea.selectionStart, textarea.selectionEnd];
      const { text, carets } = rebase(mark.text, copy, textarea.value, COPY, chosen);
      textarea.value = text;
      textarea.setSelectionRange(...carets);
      typed();
    },
    goTo(index) {
      const graf = grafs(textarea.value)[index];
      if (!graf) return;
      textarea.focus();
      textarea.setSelectionRange(graf.index, graf.index + graf[0].length);
    },
    chosen() {
      const { value, selectionStart, selectionEnd } = textarea;
      const number = grafs(value.slice(0, selectionStart)).length || 1;
      const graf = grafs(value)[number - 1];
      const end = Math.min(selectionEnd, graf ? graf.index + graf[0].length : 0);
      const near = graf ? [...value.slice(graf.index, selectionStart)].length : 0;
      return { number, words: value.slice(selectionStart, end), near };
    },
    notes() {},
    mode() {},
    step() {},
    find() {},
    openChange() {},
    revert: () => false,
    focus: () => textarea.focus(),
    destroy() {
      textarea.removeEventListener("input", typed);
      document.removeEventListener("selectionchange", moved);
    },
  };
}
