// Notes beside the copy: a mark in the gutter of their paragraph, a line under the words they were set on.
import { RangeSet, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";
import { putNotes, texts } from "./effects.js";
import { paragraphLines } from "./paragraphs.js";

const words = Decoration.mark({ class: "wt-noted" });
const paragraph = Decoration.line({ class: "wt-noted-line" });

// Places are counted in characters as people see them, the text in code units.
function units(text, characters) {
  return [...text].slice(0, characters).join("").length;
}

function placed(doc, notes) {
  const lines = paragraphLines(doc);
  const ranges = [];
  for (const { number, start, end } of notes) {
    if (!lines[number - 1]) continue;
    const line = doc.line(lines[number - 1]);
    ranges.push(paragraph.range(line.from));
    const [from, to] = [units(line.text, start ?? 0), units(line.text, end ?? 0)];
    if (to > from) ranges.push(words.range(line.from + from, line.from + to));
  }
  return RangeSet.of(ranges, true);
}

const noted = StateField.define({
  create: () => Decoration.none,
  update(value, transaction) {
    let now = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(putNotes)) now = placed(transaction.state.doc, effect.value);
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

class Mark extends GutterMarker {
  constructor(count, title, className = "wt-note") {
    super();
    this.count = count;
    this.title = title;
    this.elementClass = className;
  }

  eq(other) {
    return this.count === other.count;
  }

  toDOM() {
    const span = document.createElement("span");
    span.textContent = this.count > 1 ? `✎${this.count}` : "✎";
    span.title = this.title;
    return span;
  }
}

function countAt(view, line) {
  let count = 0;
  view.state.field(noted).between(line.from, line.to, (_from, _to, value) => {
    if (value === paragraph) count += 1;
  });
  return count;
}

const noteGutter = (onNote) =>
  gutter({
    class: "wt-notes",
    side: "after",
    renderEmptyElements: false,
    lineMarker(view, block) {
      const line = view.state.doc.lineAt(block.from);
      const count = countAt(view, line);
      return count ? new Mark(count, view.state.facet(texts).notes(count)) : null;
    },
    lineMarkerChange: (update) => update.docChanged || update.startState.field(noted) !== update.state.field(noted),
    initialSpacer: () => new Mark(9, "", ""),
    domEventHandlers: {
      click(view, block) {
        const line = view.state.doc.lineAt(block.from);
        if (!countAt(view, line)) return false;
        onNote(line);
        return true;
      },
    },
  });

export function notes(onNote) {
  return [noted, noteGutter(onNote)];
}
