// Beside each paragraph: its number and what happened to it on the left, its length on the right.
import { EditorView, GutterMarker, gutter } from "@codemirror/view";
import { limit, texts } from "./effects.js";
import { changed, grafAt, marks } from "./marks.js";
import { wordCount } from "./paragraphs.js";

const VERY_LONG = 1.5; // times as long as one that a desk would shorten
const SIGNS = { equal: "", insert: "+", edit: "±", split: "÷", merge: "⊕", regroup: "⊕" };
const MOST_COUNTED = 3000; // lines whose length is remembered

class Sign extends GutterMarker {
  constructor(text, className = "", title = "") {
    super();
    this.text = text;
    this.elementClass = className;
    this.title = title;
  }

  eq(other) {
    return this.text === other.text && this.elementClass === other.elementClass && this.title === other.title;
  }

  toDOM() {
    const span = document.createElement("span");
    span.textContent = this.text;
    if (this.title) span.title = this.title;
    return span;
  }
}

// Paragraph numbers by line, worked out once for each state of the text: blank lines do not count.
const numbers = new WeakMap();

export function paragraphNumber(doc, lineNumber) {
  let known = numbers.get(doc);
  if (!known) {
    known = [0];
    let count = 0;
    for (const text of doc.iterLines()) known.push(text.trim() ? ++count : count);
    numbers.set(doc, known);
  }
  return known[lineNumber];
}

const counted = new Map();

function countOf(text) {
  let count = counted.get(text);
  if (count === undefined) {
    if (counted.size > MOST_COUNTED) counted.clear();
    counted.set(text, (count = wordCount(text)));
  }
  return count;
}

const numberGutter = gutter({
  class: "wt-numbers",
  lineMarker(view, block) {
    const line = view.state.doc.lineAt(block.from);
    return line.text.trim() ? new Sign(String(paragraphNumber(view.state.doc, line.number))) : null;
  },
  lineMarkerChange: (update) => update.docChanged,
  initialSpacer: () => new Sign("88"),
});

const lengthGutter = gutter({
  class: "wt-lengths",
  side: "after",
  lineMarker(view, block) {
    const { text } = view.state.doc.lineAt(block.from);
    const count = text.trim() ? countOf(text) : 0;
    if (!count) return null;
    const long = view.state.facet(limit);
    const size = count > long * VERY_LONG ? "wt-very-long" : count > long ? "wt-long" : "";
    return new Sign(String(count), size, view.state.facet(texts).length(count, count > long));
  },
  lineMarkerChange: (update) => update.docChanged,
  initialSpacer: () => new Sign("△ 88"),
});

function changeSign(view, block) {
  if (view.state.field(marks).mode === "clean") return null;
  const graf = grafAt(view.state, view.state.doc.lineAt(block.from));
  if (!graf || !changed(graf)) return null;
  const className = `wt-sign wt-sign-${graf.kind}${graf.moved ? " wt-sign-moved" : ""}`;
  return new Sign(SIGNS[graf.kind] + (graf.moved ? "⇅" : ""), className, view.state.facet(texts).sign(graf));
}

function changeGutter(onOpen) {
  return gutter({
    class: "wt-signs",
    renderEmptyElements: false,
    lineMarker: changeSign,
    lineMarkerChange: (update) => update.startState.field(marks) !== update.state.field(marks),
    initialSpacer: () => new Sign("±⇅"),
    domEventHandlers: {
      click(view, block) {
        onOpen(view.state.doc.lineAt(block.from));
        return true;
      },
    },
  });
}

export function gutters(onOpen) {
  return [numberGutter, changeGutter(onOpen), lengthGutter, EditorView.editorAttributes.of({ class: "wt-copy" })];
}
