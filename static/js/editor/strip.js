// The draft in the ladder of leads: its strip, drawn anew from each answer as the server draws those of the filings,
// its headline and its words as they are now.
import { field, find, hear, later } from "./page.js";

const rung = find("[data-rung]");
const strip = rung?.querySelector(".strip");
const [WIDTH, HEIGHT, GAP] = [1000, 12, 4];
const HALF = HEIGHT / 2;
const INKED = { new: [[0, HEIGHT]], edited: [[HALF, HALF]], moved: [[0, 3], [HEIGHT - 3, 3]], kept: [] };
const NAMES = { new: "new", edited: "edited", moved: "moved", kept: "unchanged" };

function fate({ kind, moved }) {
  if (kind === "insert") return "new";
  if (kind !== "equal") return "edited";
  return moved ? "moved" : "kept";
}

function pieces(grafs) {
  const unit = WIDTH / Math.max(1, grafs.reduce((sum, { words }) => sum + Math.max(1, words), 0));
  let start = 0;
  return grafs.map((graf) => {
    const width = Math.max(1, graf.words) * unit;
    start += width;
    return { fate: fate(graf), start: start - width, width: width - Math.min(GAP, width / 4) };
  });
}

function path(name, boxes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "path");
  made.setAttribute("class", name);
  made.setAttribute("d", boxes.map(([{ start, width }, top, height]) => `M${start} ${top}h${width}v${height}h${-width}z`).join(""));
  return made;
}

// As the server says it: a true minus, and nothing where nothing is more or less.
function sayLength(words) {
  const { rung: saved, delta } = rung.dataset;
  const more = delta === undefined ? 0 : words - (saved - delta);
  const signed = more ? ` ${more > 0 ? "+" : "−"}${Math.abs(more)}` : "";
  rung.querySelector(".rung-f span").textContent = `${words} word${words === 1 ? "" : "s"}${signed}`;
  rung.querySelector(".rung-h").textContent = field("headline").value.trim() || "No headline yet";
}

function show({ grafs, words }) {
  sayLength(words);
  const all = pieces(grafs);
  const bed = path("bed", all.map((piece) => [piece, 0, HEIGHT]));
  const drawn = Object.entries(INKED).map(([name, bands]) =>
    path(name, all.filter((piece) => piece.fate === name).flatMap((piece) => bands.map((band) => [piece, ...band]))),
  );
  const counts = Object.entries(NAMES).map(([name, words]) => [all.filter((piece) => piece.fate === name).length, words]);
  const told = counts.filter(([count]) => count).map(([count, words]) => `${count} ${words}`).join(", ");
  strip.replaceChildren(bed, ...drawn);
  strip.setAttribute("aria-label", `${all.length} paragraph${all.length === 1 ? "" : "s"}${told && `: ${told}`}`);
}

if (strip) hear("answer", (answer) => later(() => show(answer)));
