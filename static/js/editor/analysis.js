// Asks the server what the text is now: marks, counts, ATTN, checks, wire text, all of one moment. Typing never
// waits for it; an answer that was overtaken is dropped.
import { copy } from "./copy.js";
import { post } from "./line.js";
import { form, hear, posted, tell } from "./page.js";

const SHORTEST_MS = 140;
const LONGEST_MS = 300;

let timer = 0;
let running = null;
let pause = SHORTEST_MS;

function soon() {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

// The answer to the text as it stands now; undefined where there was none.
export async function ask() {
  clearTimeout(timer);
  running?.abort();
  const mine = (running = new AbortController());
  const mark = copy.asking("analysis");
  const asked = performance.now();
  try {
    const { status, answer } = await post(form.dataset.analysis, posted(), mine.signal);
    pause = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, performance.now() - asked));
    if (status !== 200 || mine.signal.aborted) return undefined;
    copy.show(mark, answer);
    tell("answer", answer);
    return answer;
  } catch {
    // Overtaken by a later question.
  }
  return undefined;
}

if (form?.dataset.analysis) {
  hear("typed", soon);
  hear("copy", ask);
  hear("saved", ({ first }) => first && soon());
  hear("leaving", () => {
    clearTimeout(timer);
    running?.abort();
  });
  window.addEventListener("online", soon);
}
