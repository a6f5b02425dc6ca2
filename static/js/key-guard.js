// What stands between a single key and a word that goes out: letters in a row are words that somebody types, not keys
// of this page, and a key that was pressed twice or held down decides once. Each press carries what speaks against it,
// for who goes by it: `event.slip.deciding` and `event.slip.undoing`, each "" where nothing does.
const QUIET = 500; // milliseconds
const LAST = "writethru.decided";
let typedAt = -QUIET;

function decidedJustNow() {
  try {
    return Date.now() - Number(sessionStorage.getItem(LAST)) < QUIET;
  } catch {
    return false; // a browser that keeps nothing
  }
}

function doubt(event) {
  if (event.early) return "It came before the page was there.";
  return decidedJustNow() ? "It came right behind the one before." : "";
}

function told(event, why) {
  return why && `${event.code.replace("Key", "")} did nothing. ${why} Press it again if you mean it.`;
}

function judge(event) {
  const words = event.timeStamp - typedAt < QUIET ? "It came amid other letters." : "";
  event.slip = { deciding: told(event, doubt(event) || words), undoing: told(event, words) };
}

function typed(event) {
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const printed = event.key.length === 1 && event.key !== " "; // a space ticks and presses
  const letter = printed || event.isComposing || event.keyCode === 229;
  if (letter && !held && !event.defaultPrevented) typedAt = event.timeStamp;
}

function decided(event) {
  if (event.defaultPrevented || !event.target.matches("[data-decides]")) return;
  try {
    sessionStorage.setItem(LAST, Date.now());
  } catch {
    // A browser that keeps nothing.
  }
}

addEventListener("keydown", judge, true); // before all who go by it
addEventListener("keydown", typed); // after all that may have taken the key
addEventListener("submit", decided);
