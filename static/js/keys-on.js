// Whether single keys act: in the person's preferences, and in this browser. The page's root says so, for every script
// that asks: `data-keys-act` is "on" or "off". The switch is turned by the event "keys".
const KEPT = "writethru.keys";
const root = document.documentElement;

function kept() {
  try {
    return localStorage.getItem(KEPT) ?? "on";
  } catch {
    return root.dataset.keysAct ?? "on"; // a browser that keeps nothing: as long as this page stands
  }
}

function show() {
  root.dataset.keysAct = document.querySelector("[data-single-keys=off]") ? "off" : kept();
}

document.addEventListener("keys", ({ detail }) => {
  root.dataset.keysAct = detail.on ? "on" : "off";
  try {
    localStorage.setItem(KEPT, root.dataset.keysAct);
  } catch {
    // It holds on this page.
  }
  show();
});
addEventListener("storage", show); // turned in another tab
addEventListener("pageshow", show);
show();
