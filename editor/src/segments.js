// The server reads a paragraph with its blanks tidied; the line on the page is as it was typed.

// Where each segment stands in `line`: [{op, from, to, text}]. Empty where the line is not the text that was read.
export function placed(line, segments) {
  const { text, places } = tidied(line);
  const read = segments.filter(([op]) => op !== "cut").map(([, part]) => part);
  if (read.join("") !== text) return [];
  const found = [];
  let at = 0;
  for (const [op, part] of segments) {
    if (op === "cut") found.push({ op, from: places[at], to: places[at], text: part });
    else {
      if (op === "add") found.push(...wordsOf(part, at, places));
      at += part.length;
    }
  }
  return found;
}

// Blanks at the ends of new words are not underlined: they hang over at the end of a line.
function wordsOf(part, at, places) {
  const from = at + part.length - part.trimStart().length;
  const to = at + part.trimEnd().length;
  return to > from ? [{ op: "add", from: places[from], to: places[to - 1] + 1, text: part.trim() }] : [];
}

// The line as the server has it, and for each of its characters (and its end) the place in the line.
function tidied(line) {
  const places = [];
  let text = "";
  for (const word of line.matchAll(/\S+/g)) {
    if (text) {
      places.push(word.index - 1);
      text += " ";
    }
    for (let offset = 0; offset < word[0].length; offset += 1) places.push(word.index + offset);
    text += word[0];
  }
  places.push(line.trimEnd().length);
  return { text, places };
}
