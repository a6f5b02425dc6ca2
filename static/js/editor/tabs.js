// The panel's sections as tabs. Without this file they stand one under the other.
const bar = document.querySelector("[data-tabs]");
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function panelOf(tab) {
  return document.getElementById(tab.getAttribute("aria-controls"));
}

function choose(tabs, chosen) {
  for (const tab of tabs) {
    const on = tab === chosen;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    panelOf(tab).hidden = !on;
  }
}

if (bar) {
  const tabs = [...bar.querySelectorAll("[role=tab]")];
  bar.hidden = false;
  for (const tab of tabs) {
    const panel = panelOf(tab);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    tab.addEventListener("click", () => choose(tabs, tab));
  }
  bar.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    choose(tabs, next);
    next.focus();
  });
  choose(tabs, tabs[0]);
}
