// A paragraph taken back to what is on the wire: done at once, said, and undone as long as nothing else is typed.
import { copy } from "./copy.js";
import { hear } from "./page.js";
import { dropToast, undoToast } from "./undo-toast.js";

export function revertHere(line) {
  const before = copy.grafCount?.();
  if (!copy.revert(line)) return;
  undoToast(copy.grafCount() < before ? "Paragraph removed" : "Paragraph reverted", () => {
    copy.undo();
    copy.focus();
  });
}

hear("typed", dropToast);
