// The tiles of the strip: one photo each, its fields in the order that the server reads them.
import { find, tell } from "./page.js";

export const strip = find("[data-photos]");
const list = find("[data-tiles]");
const COLUMNS = { photo: "photo", photo_caption: "caption", photo_credit: "credit", photo_alt: "alt_text", photo_crop: "crop", photo_x: "focal_x", photo_y: "focal_y" };

export function tiles() {
  return [...list.querySelectorAll("[data-tile]")];
}

export function say(words) {
  find("[data-photos-said]").textContent = words;
}

// The strip as the server keeps it: one object a photo.
export function rows() {
  const read = (tile, name) => tile.querySelector(`[name=${name}]`).value;
  return tiles().map((tile) => Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [column, read(tile, name)])));
}

// Names and numbers follow the order.
export function renumber() {
  tiles().forEach((tile, index) => {
    const name = `photo ${index + 1}`;
    tile.id = `photo-${index + 1}`;
    for (const words of tile.querySelectorAll("[data-tile-name]")) words.textContent = words.dataset.tileName.replace("photo #", name);
    tile.querySelector("[data-tile-grip]").setAttribute("aria-label", `Move ${name} with the arrow keys`);
    tile.querySelector("[data-tile-remove]").setAttribute("aria-label", `Remove ${name}`);
  });
  find("[data-photos-count]").textContent = tiles().length;
}

export function put(tile, before = null) {
  list.insertBefore(tile, before);
  tell("tiles", [tile]);
}

// The piece of a page that the server made, as elements.
export function made(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.querySelectorAll("[data-tile]")].map((tile) => document.adoptNode(tile));
}

export function replaceAll(html) {
  const focused = list.contains(document.activeElement) && document.activeElement.name;
  const place = tiles().findIndex((tile) => tile.contains(document.activeElement));
  const opened = tiles().map((tile) => tile.querySelector("details").open);
  list.replaceChildren(...made(html));
  tiles().forEach((tile, index) => (tile.querySelector("details").open = opened[index] ?? false));
  if (focused) tiles()[place]?.querySelector(`[name=${focused}]`)?.focus();
  tell("tiles", tiles());
  renumber();
}

export function tag(tags) {
  tiles().forEach((tile, index) => {
    const shown = tile.querySelector("[data-tile-tag]");
    const [look, words] = tags[index] ?? ["", ""];
    shown.className = `tag ${look}`;
    shown.textContent = words;
    shown.hidden = !words;
  });
}

// A field of a photo by the name that the server has for it.
export function setField(place, column, value) {
  const name = Object.keys(COLUMNS).find((key) => COLUMNS[key] === column);
  tiles()[place].querySelector(`[name=${name}]`).value = value ?? "";
}
