// Whether single keys act: in the person's preferences, and in this browser. It registers nothing, so that any script of
// a page may ask.
const KEPT = "writethru.keys";

export function keysWork() {
  if (document.querySelector("[data-single-keys=off]")) return false;
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // a browser that keeps nothing keeps the keys on
  }
}

export function keepKeys(on) {
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // The switch holds as long as the page does not ask again.
  }
}
