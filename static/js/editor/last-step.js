// The dialogs before a text leaves the page: filed, or handed to the desk. Each closes by its buttons and leaves the
// person in the text, or where the one who closed it was to go.
import { backToText } from "./copy.js";

// Gives what closes the dialog and goes on to `go`.
export function lastStep(dialog) {
  let goOn = backToText;
  // Enter held down a moment longer than Ctrl is no second press: it came to the button that the first one opened.
  dialog.addEventListener("keydown", (event) => event.repeat && event.target.matches("button") && event.preventDefault());
  for (const close of dialog.querySelectorAll("[data-close]")) close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    goOn();
    goOn = backToText;
  });
  return (go) => {
    goOn = go;
    dialog.close();
  };
}
