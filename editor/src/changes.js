// Going from change to change, and taking one back. Each is one step of undo.
import { EditorView } from "@codemirror/view";
import { changedGrafs, grafAt, marks } from "./marks.js";
import { paragraphLines } from "./paragraphs.js";

export function goTo(view, position) {
  view.dispatch({
    selection: { anchor: position },
    effects: EditorView.scrollIntoView(position, { y: "center" }),
    userEvent: "select",
  });
  view.focus();
}

export function goToGraf(view, index) {
  const line = paragraphLines(view.state.doc)[index];
  if (line) goTo(view, view.state.doc.line(line).from);
}

// 1 to the next changed paragraph, -1 to the one before, round at the ends.
export function step(view, direction) {
  const here = view.state.doc.lineAt(view.state.selection.main.head).number;
  const lines = changedGrafs(view.state).map(({ line }) => line);
  if (direction < 0) lines.reverse();
  const next = lines.find(({ number }) => (number - here) * direction > 0) ?? lines[0];
  if (next) goTo(view, next.from);
}

// What the paragraph at this line can go back to: "remove", "revert", or "" where its text is unchanged.
export function wayBack(graf) {
  if (!graf || graf.kind === "equal") return "";
  return graf.kind === "insert" ? "remove" : "revert";
}

// A split or merged paragraph goes back with all that came of the same old ones.
export function revert(view, line) {
  const graf = grafAt(view.state, line);
  const way = wayBack(graf);
  if (!way) return false;
  const { was } = view.state.field(marks).asked.answer;
  const lines = way === "remove" ? [line] : kin(view.state, graf);
  const before = way === "remove" ? [] : graf.old.map((index) => was[index]);
  view.dispatch({
    changes: lines.map((each, place) => replaced(view.state.doc, each, place ? [] : before)),
    userEvent: "input.revert",
    scrollIntoView: true,
  });
  return true;
}

function kin(state, graf) {
  const same = ({ old }) => old.join() === graf.old.join();
  return changedGrafs(state).filter((one) => same(one.graf)).map(({ line }) => line);
}

function replaced(doc, line, grafs) {
  if (grafs.length) return { from: line.from, to: line.to, insert: grafs.join("\n") };
  return line.number === 1 ? { from: 0, to: Math.min(line.to + 1, doc.length) } : { from: line.from - 1, to: line.to };
}
