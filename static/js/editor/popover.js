// What happened to one paragraph: where it stood, its words as they changed, the way back.
import { copy } from "./copy.js";
import { element, find, hear } from "./page.js";
import { revertHere } from "./reverting.js";

const box = find("[data-change]");
const TAGS = { keep: "span", cut: "del", add: "ins" };
const GAP = 8; // pixels from the sign and from the window's edge
let against = "the version on the wire";

function title({ index, kind, moved, old }) {
  const here = `¶${index + 1}`;
  const was = old.map((each) => `¶${each + 1}`).join(", ");
  if (kind === "insert") return `${here} is new since ${against}`;
  if (kind === "split") return `${here} was split from ${was} in ${against}`;
  if (kind === "merge" || kind === "regroup") return `${here} was put together from ${was} in ${against}`;
  if (kind === "equal") return moved ? `${here} moved here from ${was}, text unchanged` : `${here} is as it was in ${against}`;
  return `${here} was ${was} in ${against}${moved ? ", moved" : ""}`;
}

function place({ right, top }) {
  const width = Math.min(440, window.innerWidth - 3 * GAP);
  box.style.width = `${width}px`;
  box.style.left = `${Math.max(GAP, Math.min(right + GAP, window.innerWidth - width - GAP))}px`;
  box.style.top = `${Math.max(GAP, Math.min(top, window.innerHeight - box.offsetHeight - GAP))}px`;
}

function open({ graf, way, line, box: sign }) {
  find("[data-change-title]").textContent = title(graf);
  const words = graf.segments.map(([op, text]) => element(TAGS[op], {}, text));
  find("[data-change-words]").replaceChildren(...words);
  const back = find("[data-change-revert]");
  back.hidden = !way;
  back.textContent = way === "remove" ? "Remove paragraph" : "Revert paragraph";
  back.onclick = () => {
    box.hidePopover();
    revertHere(line);
    copy.focus();
  };
  box.showPopover();
  place(sign ?? copy.view.dom.getBoundingClientRect());
  (way ? back : find("[data-change-close]")).focus();
}

if (box) {
  hear("change", open);
  hear("answer", (answer) => {
    if (answer.against) against = answer.against.label.includes("LD") || answer.against.label.includes("LEAD") ? `(${answer.against.label})` : `the ${answer.against.label}`;
  });
  hear("typed", () => box.matches(":popover-open") && box.hidePopover());
  find("[data-change-close]").addEventListener("click", () => box.hidePopover());
  box.addEventListener("toggle", (event) => event.newState === "closed" && box.contains(document.activeElement) && copy.focus());
}
