// Switches light and dark without a round trip; the form does the same when this file is absent.
const dark = window.matchMedia("(prefers-color-scheme: dark)");

function shown() {
  return document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
}

function change(event) {
  event.preventDefault();
  const theme = shown() === "dark" ? "light" : "dark";
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
}

for (const form of document.querySelectorAll("[data-theme-switch]")) {
  form.addEventListener("submit", change);
}
