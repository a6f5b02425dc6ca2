// Before anything is drawn: what only serves a page without JavaScript is not shown, and where the marked editor will
// come up it is read while the page still arrives.
document.documentElement.classList.add("live");
if (window.matchMedia("(pointer: fine)").matches) {
  import("../../vendor/writethru-editor.js").catch(() => {}); // the copy says so itself where it does not come
}
