// The wire text as it would go out now: only the lines that changed are drawn anew, for it is as long as the story.
import { sharedEnds } from "./lcs.js";
import { element, find, hear, later } from "./page.js";

const shown = find("[data-wire-now]");
let lines = null;

function show({ wire, bytes }) {
  const next = wire.split("\n");
  const [head, tail] = lines ? sharedEnds(lines, next) : [0, 0];
  const fresh = next.slice(head, next.length - tail).map((line, place) => {
    const last = head + place === next.length - 1;
    return element("span", { class: "wire-line" }, last ? line : `${line}\n`);
  });
  if (!lines) shown.replaceChildren(...fresh);
  else {
    const old = [...shown.children].slice(head, lines.length - tail);
    if (head) shown.children[head - 1].after(...fresh);
    else shown.prepend(...fresh);
    for (const line of old) line.remove();
  }
  lines = next;
  find("[data-wire-bytes]").textContent = `${bytes.toLocaleString("en")} bytes`;
}

if (shown) hear("answer", (answer) => later(() => show(answer)));
