// The point of a picture that must stay in, and what a crop leaves of it: kept as numbers, shown here as it will be cut.
import { element, hear } from "./page.js";
import { changed } from "./photos.js";
import { say, strip, tiles } from "./photos-tiles.js";

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FAR = 10; // percent, with Shift held

function part(tile, name) {
  return tile.querySelector(`[name=${name}]`);
}

function point(tile) {
  return ["photo_x", "photo_y"].map((name) => Number(part(tile, name).value || part(tile, name).placeholder));
}

// The largest box of the shape around the point, as the server cuts it (stories/photos/crops.py); in shares of 1.
function box(tile) {
  const { width, height } = tile.querySelector("[data-tile-pic]").dataset;
  const [across, down] = (part(tile, "photo_crop").value || `${width}x${height}`).split("x").map(Number);
  const shape = across / down / (width / height);
  const [wide, high] = [Math.min(1, shape), Math.min(1, 1 / shape)];
  const start = (share, middle) => Math.min(Math.max(0, middle / 100 - share / 2), 1 - share);
  const [x, y] = point(tile);
  return { left: start(wide, x), top: start(high, y), wide, high };
}

function draw(tile) {
  const [x, y] = point(tile);
  const image = tile.querySelector("[data-tile-pic] img");
  if (image) image.style.objectPosition = `${x}% ${y}%`;
  const stage = tile.querySelector("[data-focal]");
  if (!stage?.childElementCount) return;
  const mark = stage.querySelector(".focal-mark");
  const frame = stage.querySelector(".focal-box");
  const { left, top, wide, high } = box(tile);
  Object.assign(mark.style, { left: `${x}%`, top: `${y}%` });
  Object.assign(frame.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${wide * 100}%`, height: `${high * 100}%` });
  mark.setAttribute("aria-label", `Focal point ${x}% from the left, ${y}% from the top: the arrow keys move it`);
}

function place(tile, x, y) {
  const inside = (value) => Math.round(Math.min(100, Math.max(0, value)));
  part(tile, "photo_x").value = inside(x);
  part(tile, "photo_y").value = inside(y);
  draw(tile);
  changed({ at: "typed" });
}

function clicked(tile, event) {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  place(tile, (100 * (event.clientX - left)) / width, (100 * (event.clientY - top)) / height);
}

function pressed(tile, event) {
  const move = MOVES[event.key];
  if (!move || event.isComposing) return;
  event.preventDefault();
  const [x, y] = point(tile);
  const far = event.shiftKey ? FAR : 1;
  place(tile, x + far * move[0], y + far * move[1]);
  say(`${point(tile)[0]}% from the left, ${point(tile)[1]}% from the top`);
}

// Built when it is first opened: most photos run as they are.
function open(tile) {
  const stage = tile.querySelector("[data-focal]");
  const shown = tile.querySelector("[data-tile-pic] img");
  if (!stage || !shown || stage.childElementCount) return;
  const image = element("img", { src: shown.currentSrc || shown.src, alt: "" });
  const mark = element("button", { type: "button", class: "focal-mark" });
  stage.append(image, element("span", { class: "focal-box" }), mark);
  stage.addEventListener("click", (event) => clicked(tile, event));
  mark.addEventListener("click", (event) => event.stopPropagation());
  mark.addEventListener("keydown", (event) => pressed(tile, event));
  draw(tile);
}

function ready(all) {
  for (const tile of all) {
    const more = tile.querySelector("details");
    if (more.open) open(tile);
    more.addEventListener("toggle", () => more.open && open(tile));
    draw(tile);
  }
}

if (strip) {
  ready(tiles());
  hear("tiles", ready);
  strip.addEventListener("input", ({ target }) => ["photo_x", "photo_y", "photo_crop"].includes(target.name) && draw(target.closest("[data-tile]")));
}
