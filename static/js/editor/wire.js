// The wire text as it would go out now.
import { find, hear, later } from "./page.js";

const shown = find("[data-wire-now]");

function show({ wire, bytes }) {
  if (shown.textContent !== wire) shown.textContent = wire;
  find("[data-wire-bytes]").textContent = `${bytes.toLocaleString("en")} bytes`;
}

if (shown) hear("answer", (answer) => later(() => show(answer)));
