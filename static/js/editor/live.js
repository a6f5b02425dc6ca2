// Runs before the page is drawn, so that the editor's own layout does not come as a jump.
document.documentElement.classList.add("live");
