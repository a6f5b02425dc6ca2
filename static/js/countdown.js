// Counts an embargo down to its end. The end itself needs no script: the server goes by the clock.
const SECOND = 1000;

function inWords(left) {
  const seconds = Math.ceil(left / SECOND);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "1 day" : `${days} days`;
}

function count(place) {
  const left = Date.parse(place.dataset.countdown) - Date.now();
  const words = left > 0 ? `Opens in ${inWords(left)}` : "It is over: everybody reads the story now";
  if (place.textContent !== words) place.textContent = words;
  if (left > 0) setTimeout(count, left < 90 * SECOND ? SECOND : 10 * SECOND, place);
}

for (const place of document.querySelectorAll("[data-countdown]")) count(place);
