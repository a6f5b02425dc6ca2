// A row of buttons as one tab stop; arrows go from one to the next.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function rove(box, selector) {
  const buttons = () => [...box.querySelectorAll(selector)];
  const only = (chosen) => {
    for (const button of buttons()) button.tabIndex = button === chosen ? 0 : -1;
  };
  box.addEventListener("keydown", (event) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement);
    if (!STEPS[event.key] || at < 0 || event.isComposing) return;
    event.preventDefault();
    const next = all[(at + STEPS[event.key] + all.length) % all.length];
    only(next);
    next.focus();
  });
  return () => only(buttons()[0]);
}
