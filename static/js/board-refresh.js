// Brings the list up to now in place: the ticks, the row at the cursor and the place on the screen stay.
import { putCursor, rowAt, rowOf, rows } from "./board-cursor.js";
import { forgetPreviews, preview } from "./board-preview.js";
import { tick, ticked } from "./board-ticks.js";

const board = document.querySelector("[data-board]");
const RENEWED = ["[data-list]", "[data-rail]", "[data-count]"];
const TOP = 40; // pixels: who reads at the top wants to see what is new there

async function newest() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function put(page) {
  for (const place of RENEWED) {
    const old = board.querySelector(place);
    const made = page.querySelector(place);
    if (old && made && !(place === "[data-rail]" && old.contains(document.activeElement))) old.replaceWith(made);
  }
  const { since, total } = page.querySelector("[data-board]").dataset;
  board.dataset.since = since;
  if (total !== undefined) board.dataset.total = total;
}

// True once the list is the newest; false where it could not be fetched, and then nothing changed.
export async function refresh() {
  const at = rowAt()?.dataset.row;
  const keys = ticked();
  let page;
  try {
    page = await newest();
  } catch {
    return false;
  }
  const was = rowAt()?.getBoundingClientRect().top;
  put(page);
  forgetPreviews();
  tick(keys);
  const row = (at && rowOf(at)) || rows()[0];
  putCursor(row);
  if (row && was !== undefined && scrollY > TOP) scrollBy(0, row.getBoundingClientRect().top - was);
  if (row) preview(row);
  return true;
}
