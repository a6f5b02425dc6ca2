// The longest common run of two lists, for what must work without the line: text found on this device beside
// the saved draft, and another person's text brought into this one. The desk's own diff is the server's.
const LARGEST = 4_000_000; // cells; beyond it the middle counts as replaced

// [["keep" | "cut" | "add", items], ...]: keep and cut give `before`, keep and add give `after`.
export function runs(before, after) {
  const [head, tail] = sharedEnds(before, after);
  const out = [];
  push(out, "keep", before.slice(0, head));
  middle(out, before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  push(out, "keep", before.slice(before.length - tail));
  return out;
}

export function sharedEnds(before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [head, tail];
}

function middle(out, before, after) {
  if (!before.length || !after.length || before.length * after.length > LARGEST) {
    push(out, "cut", before);
    push(out, "add", after);
    return;
  }
  const width = after.length + 1;
  const lengths = table(before, after, width);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      push(out, "keep", [before[i]]);
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
      push(out, "cut", [before[i]]);
      i += 1;
    } else {
      push(out, "add", [after[j]]);
      j += 1;
    }
  }
}

function table(before, after, width) {
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] = before[i] === after[j] ? lengths[at + width + 1] + 1 : Math.max(lengths[at + width], lengths[at + 1]);
    }
  }
  return lengths;
}

function push(out, op, items) {
  if (!items.length) return;
  if (out.at(-1)?.[0] === op) out.at(-1)[1].push(...items);
  else out.push([op, [...items]]);
}
