// Ticks: how many, all of them, a range with Shift. The form and its buttons work without this.
import { rowAt, rows } from "./board-cursor.js";
import { onKey } from "./review-keys.js";

const form = document.querySelector("[data-bulk]");
const said = form?.querySelector("[data-ticked]");
const whole = form?.querySelector("[data-all]");
const anchor = { key: "" };

function box(row) {
  return row.querySelector("input[name=story]");
}

export function ticked() {
  return rows().filter((row) => box(row)?.checked).map((row) => row.dataset.row);
}

export function tick(keys) {
  for (const row of rows()) if (box(row)) box(row).checked = keys.includes(row.dataset.row);
  tell();
}

function tell() {
  if (!form) return;
  const number = ticked().length;
  said.textContent = `${number} selected`;
  const all = whole?.querySelector("input");
  if (all) {
    all.checked = number > 0 && number === rows().length;
    all.indeterminate = number > 0 && !all.checked;
  }
}

function range(row, on) {
  const all = rows();
  const from = all.findIndex((one) => one.dataset.row === anchor.key);
  const to = all.indexOf(row);
  const [start, end] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  for (const one of all.slice(start, end + 1)) box(one).checked = on;
}

function change(row, on, many) {
  if (many) range(row, on);
  else box(row).checked = on;
  anchor.key = row.dataset.row;
  tell();
}

function byKey(many) {
  const row = rowAt();
  if (row && box(row)) change(row, many || !box(row).checked, many);
}

function byClick(event) {
  const row = event.target.closest("[data-row]");
  if (row && event.target.name === "story") change(row, event.target.checked, event.shiftKey);
}

if (form) {
  document.querySelector("[data-board]").addEventListener("click", byClick);
  form.addEventListener("reset", () => setTimeout(tell));
  whole?.addEventListener("change", (event) => tick(event.target.checked ? rows().map((row) => row.dataset.row) : []));
  if (whole) whole.hidden = false;
  onKey("KeyX", () => byKey(false));
  onKey("Shift+KeyX", () => byKey(true));
  tell();
}
