// The text surface of the editor page. It knows paragraphs and marks; saving, panels and keys are the page's.
import "./style-sheets.js";
import { history, historyKeymap, isolateHistory, redo, undo } from "@codemirror/commands";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { ChangeSet, EditorState, Transaction } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, placeholder } from "@codemirror/view";
import { LINES, changesToPage } from "../../static/js/editor/incoming.js";
import { goToGraf, revert, step, wayBack } from "./changes.js";
import { limit, putAnswer, putMode, putNotes, texts } from "./effects.js";
import { gutters, paragraphNumber } from "./gutters.js";
import { keys } from "./keys.js";
import { grafAt, marks } from "./marks.js";
import { notes } from "./notes.js";
import { copied, paragraphLines, pasted, toCopy, toLines, wordCount } from "./paragraphs.js";

export { toCopy, wordCount };

const COVERED = { top: 48, bottom: 40 }; // pixels that the row of tools and the figures stand over
const AFTER_COMPOSITION_MS = 60; // CodeMirror reads the composed text a moment after the browser ends it

// A block pasted at the end of a paragraph begins a new one.
function input(text, state) {
  const copy = pasted(text);
  const { main } = state.selection;
  const line = state.doc.lineAt(main.from);
  const block = /[\r\n\v\f\u0085\u2028\u2029]/.test(text);
  return block && main.empty && line.length && main.from === line.to ? `\n${copy}` : copy;
}

// Typing over more than one paragraph: left to the browser it joins them by elements with a style of their own,
// which the content policy reports.
function typeOver(event, view) {
  const { main } = view.state.selection;
  const oneLine = view.state.doc.lineAt(main.from).to >= main.to;
  if (event.inputType !== "insertText" || event.isComposing || !event.data || oneLine) return false;
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  event.preventDefault();
  return true;
}

/* Puts the editor into `parent`. `words`: the texts it shows; `long`: words of
   a paragraph that is too long; `attributes`: of the text field.
   Calls onText() after each change, onCaret(number), onOpen({graf, box}) for a change sign and
   onNote(number) for the mark of a note. */
export function openEditor({ parent, copy, attributes, words, long, onText, onCaret, onOpen, onNote }) {
  const asked = new Map(); // by who asks: {doc, changes}, the text that was sent and what was typed since
  const open = (line) => {
    const graf = grafAt(view.state, line);
    if (graf) onOpen({ graf, way: wayBack(graf), line, box: view.coordsAtPos(line.from) });
  };
  const extensions = [
    texts.of(words),
    limit.of(long),
    history(),
    EditorView.lineWrapping,
    search({ top: true }),
    highlightActiveLine(),
    placeholder(words.placeholder),
    EditorView.contentAttributes.of(attributes),
    EditorView.clipboardInputFilter.of(input),
    EditorView.clipboardOutputFilter.of(copied),
    EditorView.scrollMargins.of(() => COVERED),
    EditorView.domEventHandlers({ beforeinput: typeOver }),
    marks,
    gutters(open),
    notes((at) => onNote(paragraphNumber(view.state.doc, at.number))),
    keymap.of([...searchKeymap, ...historyKeymap, ...keys]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        for (const mark of asked.values()) mark.changes = mark.changes.compose(update.changes);
        onText();
      }
      if (update.docChanged || update.selectionSet) onCaret(caret());
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ doc: toLines(copy), extensions }) });
  const line = () => view.state.doc.lineAt(view.state.selection.main.head);
  const caret = () => paragraphNumber(view.state.doc, line().number);

  function calmly(dispatch) {
    if (view.composing || view.compositionStarted) setTimeout(() => calmly(dispatch), AFTER_COMPOSITION_MS);
    else dispatch();
  }

  return {
    view,
    caret,
    text: () => toCopy(view.state.doc),
    grafCount: () => paragraphLines(view.state.doc).length,
    // Marks the text as it is sent; hand the mark back with the answer. One at a time for each `who`.
    asking(who) {
      asked.set(who, { doc: view.state.doc, changes: ChangeSet.empty(view.state.doc.length) });
      return asked.get(who);
    },
    show(mark, answer) {
      calmly(() => {
        const put = putAnswer.of({ doc: mark.doc, changes: mark.changes, answer });
        view.dispatch({ effects: put, annotations: Transaction.addToHistory.of(false) });
      });
    },
    // From the text as it was at `mark` to `copy`, keeping what was typed since. One step of undo; what is another
    // person's (`theirs`) is none: undo is for one's own words, and would cut theirs from the draft. A promise: a
    // composition under way ends first, and until then nothing may be sent as if the copy were in.
    take(mark, copy, theirs = false) {
      return new Promise((taken) => {
        calmly(() => {
          const changes = ChangeSet.of(changesToPage(mark.doc.toString(), toLines(copy), LINES), mark.doc.length);
          const annotations = theirs ? Transaction.addToHistory.of(false) : isolateHistory.of("full");
          view.dispatch({ changes: changes.map(mark.changes), userEvent: "input.merge", annotations });
          taken();
        });
      });
    },
    mode: (mode) => view.dispatch({ effects: putMode.of(mode) }),
    step: (direction) => step(view, direction),
    goTo: (index) => goToGraf(view, index),
    // The chosen words, as far as they are in one paragraph, "" where none are, and where they begin in it.
    chosen() {
      const { from, to } = view.state.selection.main;
      const at = view.state.doc.lineAt(from);
      const words = view.state.sliceDoc(from, Math.min(to, at.to));
      const near = [...view.state.sliceDoc(at.from, from)].length;
      return { number: paragraphNumber(view.state.doc, at.number), words, near };
    },
    notes: (found) => view.dispatch({ effects: putNotes.of(found), annotations: Transaction.addToHistory.of(false) }),
    find: () => openSearchPanel(view),
    openChange: () => open(line()),
    revert: (at = line()) => revert(view, at),
    undo: () => undo(view),
    redo: () => redo(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
