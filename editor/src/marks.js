// What the server's answer says of each paragraph, drawn on the text and carried along with the typing until
// the next answer.
import { RangeSet, RangeValue, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import { dropRemoved, putAnswer, putMode } from "./effects.js";
import { paragraphLines } from "./paragraphs.js";
import { placed } from "./segments.js";
import { CutWords, RemovedGraf } from "./widgets.js";

// A paragraph's part of the answer, held at the start of its line.
class Graf extends RangeValue {
  constructor(graf) {
    super();
    this.graf = graf;
    this.startSide = -1;
  }

  eq(other) {
    return this.graf === other.graf;
  }
}

export function changed(graf) {
  return graf.kind !== "equal" || graf.moved;
}

const nothing = { asked: null, mode: "marks", grafs: RangeSet.empty, drawn: Decoration.none };

export const marks = StateField.define({
  create: () => nothing,
  update(value, transaction) {
    let next = value;
    if (transaction.docChanged) next = moved(next, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(putMode)) next = drawnAgain({ ...next, mode: effect.value });
      if (effect.is(putAnswer)) next = drawnAgain({ ...next, asked: effect.value });
      if (effect.is(dropRemoved)) next = { ...next, drawn: without(next.drawn, effect.value) };
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.drawn),
});

function moved(value, changes) {
  const asked = value.asked && { ...value.asked, changes: value.asked.changes.compose(changes) };
  return { ...value, asked, grafs: value.grafs.map(changes), drawn: value.drawn.map(changes) };
}

// From the text the server saw, then through what was typed since.
function drawnAgain(value) {
  if (!value.asked) return value;
  const { doc, changes, answer } = value.asked;
  const lines = paragraphLines(doc);
  const grafs = [];
  const drawn = [];
  answer.grafs.forEach((graf, index) => {
    if (index >= lines.length) return;
    const line = doc.line(lines[index]);
    grafs.push(new Graf({ ...graf, index }).range(line.from));
    if (value.mode !== "clean" && changed(graf)) drawn.push(...drawnGraf(line, graf, value.mode));
  });
  if (value.mode !== "clean") drawn.push(...answer.removed.map((one) => drawnRemoved(doc, lines, one)));
  return {
    ...value,
    grafs: RangeSet.of(grafs, true).map(changes),
    drawn: Decoration.set(drawn, true).map(changes),
  };
}

function drawnGraf(line, graf, mode) {
  const kinds = `wt-${graf.kind}${graf.moved ? " wt-moved" : ""}`;
  const drawn = [Decoration.line({ class: kinds }).range(line.from)];
  if (graf.kind === "equal" || graf.kind === "insert") return drawn;
  for (const { op, from, to, text } of placed(line.text, graf.segments)) {
    if (op === "add") drawn.push(Decoration.mark({ class: "wt-add" }).range(line.from + from, line.from + to));
    if (op === "cut") drawn.push(cutWords(text, mode).range(line.from + from));
  }
  return drawn;
}

function cutWords(text, mode) {
  return Decoration.widget({ widget: new CutWords(text, mode === "full"), side: -1 });
}

function drawnRemoved(doc, lines, { old, after, text }) {
  const line = lines[Math.min(after, lines.length - 1)];
  const at = after < 0 || !line ? 0 : doc.line(line).to;
  const widget = new RemovedGraf(old, text);
  return Decoration.widget({ widget, old, block: true, side: at ? 1 : -1 }).range(at);
}

function without(drawn, old) {
  return drawn.update({ filter: (_from, _to, decoration) => decoration.spec.old !== old });
}

// The paragraph's part of the answer at this line, or null.
export function grafAt(state, line) {
  let found = null;
  state.field(marks).grafs.between(line.from, line.to, (_from, _to, value) => {
    found = value.graf;
    return false;
  });
  return found;
}

// Every changed paragraph as [{line, graf}], in the order of the text.
export function changedGrafs(state) {
  const found = [];
  state.field(marks).grafs.between(0, state.doc.length, (from, _to, { graf }) => {
    if (changed(graf)) found.push({ line: state.doc.lineAt(from), graf });
  });
  return found;
}
