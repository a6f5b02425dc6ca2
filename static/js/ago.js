// Times that are told as an age go on: a page that stands open would say "2 min ago" for an hour. The server wrote the
// first one and the whole time beside it, which a page that stands for a day shows.
const EVERY = 20_000;
const MINUTE = 60_000;
const AGE = /^(just now|\d+ (min|h) ago)$/;

function age(time) {
  const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / MINUTE);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} h ago` : time.title;
}

function go() {
  for (const time of document.querySelectorAll("time")) {
    if (!AGE.test(time.textContent)) continue;
    const words = age(time);
    if (time.textContent !== words) time.textContent = words;
  }
}

setInterval(go, EVERY);
