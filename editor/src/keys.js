// The keys of a text field, and those for whole paragraphs: of CodeMirror's own list what is not for program code.
import {
  copyLineDown,
  copyLineUp,
  cursorGroupLeft,
  cursorGroupRight,
  deleteCharBackwardStrict,
  deleteLine,
  moveLineDown,
  moveLineUp,
  selectGroupLeft,
  selectGroupRight,
  selectLine,
  standardKeymap,
} from "@codemirror/commands";
import { EditorSelection } from "@codemirror/state";

// A paragraph that comes of a split does not begin with the blank that stood behind the caret.
function newParagraph({ state, dispatch }) {
  if (state.readOnly) return false;
  const split = state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(to);
    const blanks = line.text.slice(to - line.from).match(/^\s*/)[0].length;
    return { changes: { from, to: to + blanks, insert: state.lineBreak }, range: EditorSelection.cursor(from + 1) };
  });
  dispatch(state.update(split, { scrollIntoView: true, userEvent: "input" }));
  return true;
}

export const keys = [
  { key: "Enter", run: newParagraph, shift: newParagraph },
  { key: "Alt-ArrowUp", run: moveLineUp },
  { key: "Alt-ArrowDown", run: moveLineDown },
  { key: "Shift-Alt-ArrowUp", run: copyLineUp },
  { key: "Shift-Alt-ArrowDown", run: copyLineDown },
  { key: "Alt-l", mac: "Ctrl-l", run: selectLine },
  { key: "Shift-Mod-k", run: deleteLine },
  { key: "Backspace", run: deleteCharBackwardStrict, shift: deleteCharBackwardStrict, preventDefault: true },
  // The browser would leave the page.
  { key: "Alt-ArrowLeft", run: cursorGroupLeft, shift: selectGroupLeft, preventDefault: true },
  { key: "Alt-ArrowRight", run: cursorGroupRight, shift: selectGroupRight, preventDefault: true },
  ...standardKeymap,
];
