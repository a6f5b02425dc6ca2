// Keeps the waiting times of the queue going: a list that stands open would go on saying three minutes. Nothing moves.
const EVERY = 10_000;
const SECOND = 1000;
const live = document.querySelector("[data-live]");
const ahead = Date.parse(live.dataset.at) - Date.now(); // of the server's clock
const title = "waiting";

function gap(seconds) {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
  if (minutes < 60) return `${minutes} min`;
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return days === 1 ? "1 day" : `${days} days`;
}

function inWords(span) {
  return span.replace("min", "minutes").replace(" h", " hours").replace(/\b1 (minute|hour)s/g, "1 $1");
}

function put(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function tell(place) {
  const waited = (Date.now() + ahead - Date.parse(place.dataset.wait)) / SECOND;
  const late = waited >= Number(place.dataset.allowed);
  const [heard, seen, mark] = place.children;
  put(heard, `${late ? "late: " : ""}${title} for ${inWords(gap(waited))}`);
  put(seen, `${title} ${gap(waited)}`);
  mark.hidden = !late;
  place.closest("[data-row]").classList.toggle("late", late);
  return late;
}

function go() {
  const late = [...document.querySelectorAll("[data-wait]")].filter(tell).length;
  const count = document.querySelector("[data-late]");
  if (!count || count.textContent === (late ? `, ${late} late` : "")) return;
  const mark = Object.assign(document.createElement("b"), { className: "late", textContent: `${late} late` });
  count.replaceChildren(...(late ? [", ", mark] : []));
}

setInterval(go, EVERY);
