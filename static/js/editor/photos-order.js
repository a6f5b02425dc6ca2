// The order of the photos: a tile is dragged by its handle, or goes by the arrow keys on it; and taken out, with a way back.
import { find } from "./page.js";
import { changed } from "./photos.js";
import { put, say, strip, tiles } from "./photos-tiles.js";
import { undoToast } from "./undo-toast.js";

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
let dragged = null;
let from = -1;

function step(event) {
  const grip = event.target.closest("[data-tile-grip]");
  const way = STEPS[event.key];
  if (!grip || !way || event.isComposing) return;
  event.preventDefault();
  const tile = grip.closest("[data-tile]");
  const all = tiles();
  const to = all.indexOf(tile) + way;
  if (to < 0 || to >= all.length) {
    say(`Photo ${all.indexOf(tile) + 1} is ${way < 0 ? "the first" : "the last"}`);
    return;
  }
  if (way < 0) all[to].before(tile);
  else all[to].after(tile);
  grip.focus();
  moved(to);
}

function moved(to) {
  changed();
  say(`Moved to place ${to + 1} of ${tiles().length}`);
}

function take(event) {
  const grip = event.target.closest("[data-tile-grip]");
  if (!grip || event.button) return;
  event.preventDefault();
  grip.focus();
  dragged = grip.closest("[data-tile]");
  from = tiles().indexOf(dragged);
  grip.setPointerCapture(event.pointerId);
  dragged.classList.add("dragged");
}

function drag(event) {
  if (!dragged) return;
  const under = document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest("[data-tile]"));
  const other = under.find((tile) => tile && tile !== dragged);
  if (!other) return;
  const box = other.getBoundingClientRect();
  const all = tiles();
  const later = all.indexOf(dragged) < all.indexOf(other);
  const past = later ? event.clientX > box.left + box.width / 3 : event.clientX < box.right - box.width / 3;
  if (!past) return;
  if (later) other.after(dragged);
  else other.before(dragged);
  dragged.querySelector("[data-tile-grip]").setPointerCapture(event.pointerId);
}

function letGo() {
  if (!dragged) return;
  dragged.classList.remove("dragged");
  const to = tiles().indexOf(dragged);
  dragged = null;
  if (to !== from) moved(to);
}

function remove(event) {
  const button = event.target.closest("[data-tile-remove]");
  if (!button) return;
  const tile = button.closest("[data-tile]");
  const after = tile.nextElementSibling;
  const number = tiles().indexOf(tile) + 1;
  tile.remove();
  changed();
  undoToast(`Photo ${number} removed`, () => {
    put(tile, after?.isConnected ? after : null);
    changed();
    tile.querySelector("[data-tile-remove]").focus();
    say(`Photo ${number} is back`);
  });
  (tiles()[number - 1] ?? tiles().at(-1))?.querySelector("[data-tile-remove]").focus() ?? find("[data-choose]").focus();
}

if (strip) {
  strip.addEventListener("keydown", step);
  strip.addEventListener("pointerdown", take);
  strip.addEventListener("pointermove", drag);
  strip.addEventListener("pointerup", letGo);
  strip.addEventListener("pointercancel", letGo);
  strip.addEventListener("click", remove);
}
