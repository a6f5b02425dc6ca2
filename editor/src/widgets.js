// What stands in the text without being part of it: words and paragraphs that were cut.
import { WidgetType } from "@codemirror/view";
import { dropRemoved, texts } from "./effects.js";

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

// In full the struck words; else a tick that names them.
export class CutWords extends WidgetType {
  constructor(text, full) {
    super();
    this.text = text;
    this.full = full;
  }

  eq(other) {
    return this.text === other.text && this.full === other.full;
  }

  toDOM() {
    if (this.full) return element("del", "wt-cut", this.text.trim());
    const tick = element("span", "wt-tick");
    tick.title = `Deleted: ${this.text.trim()}`;
    tick.setAttribute("aria-hidden", "true");
    return tick;
  }

  ignoreEvent() {
    return false;
  }
}

// Padding, not margin, in its styles: the gutter measures the box.
export class RemovedGraf extends WidgetType {
  constructor(old, text) {
    super();
    this.old = old;
    this.text = text;
  }

  eq(other) {
    return this.old === other.old && this.text === other.text;
  }

  get estimatedHeight() {
    return 46;
  }

  toDOM(view) {
    const words = view.state.facet(texts);
    const box = element("div", "wt-removed");
    const strip = element("div", "wt-strip");
    const button = element("button", "btn sm", words.restore);
    button.type = "button";
    button.setAttribute("aria-label", words.restoreNamed(this.old + 1));
    button.addEventListener("click", () => restore(view, this.old, this.text, view.posAtDOM(box)));
    strip.append(element("span", "wt-removed-n", `− ¶${this.old + 1}`), element("del", "", this.text), button);
    box.append(strip);
    return box;
  }

  ignoreEvent() {
    return true;
  }
}

// Its strip goes at once: a second press before the next answer must not bring the text in twice.
function restore(view, old, text, position) {
  const line = view.state.doc.lineAt(position);
  const top = position === 0 && line.length > 0;
  view.dispatch({
    changes: top ? { from: 0, insert: `${text}\n` } : { from: line.to, insert: line.length ? `\n${text}` : text },
    effects: dropRemoved.of(old),
    userEvent: "input.restore",
  });
  view.focus();
}
