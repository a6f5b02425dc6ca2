// Where pictures come from: dropped anywhere on the page, pasted, or chosen from a dialog.
import { find } from "./page.js";
import { strip, tiles } from "./photos-tiles.js";
import { upload } from "./photos-upload.js";

const zone = find("[data-drop]");

function carriesFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

function over(event) {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  document.documentElement.classList.add("dropping");
}

function left(event) {
  if (!event.relatedTarget) document.documentElement.classList.remove("dropping");
}

// Before the copy's own editor, which would take the file's bytes for text.
function dropped(event) {
  document.documentElement.classList.remove("dropping");
  if (!carriesFiles(event)) return;
  event.preventDefault();
  event.stopPropagation();
  const tile = event.target.closest?.("[data-tile].waits");
  const files = [...event.dataTransfer.files];
  if (tile && files.length === 1) upload(files, tile);
  else upload(files);
  zone.scrollIntoView({ block: "nearest" });
}

// What has words and a picture, as a word processor copies it, is pasted as words.
function pasted(event) {
  const data = event.clipboardData;
  if (!data?.files.length || data.getData("text/plain").trim()) return;
  event.preventDefault();
  event.stopPropagation();
  upload([...data.files]);
}

function chosen({ target }) {
  if (!target.matches("[data-choose], [data-tile-file]")) return;
  const tile = tiles().find((one) => one.contains(target)) ?? null;
  upload([...target.files], tile);
  target.value = "";
}

if (strip) {
  window.addEventListener("dragover", over);
  window.addEventListener("dragleave", left);
  window.addEventListener("drop", dropped, true);
  document.addEventListener("paste", pasted, true);
  strip.addEventListener("change", chosen);
}
