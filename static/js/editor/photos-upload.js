// Pictures on their way to the server: each a row with its name and how far it is, two at a time, each to be stopped
// or tried again. It goes on while the tab is hidden; what arrived becomes a tile of the strip.
import { element, find, form } from "./page.js";
import { changed } from "./photos.js";
import { offerKept } from "./photos-near.js";
import { made, put, renumber, say, strip, tiles } from "./photos-tiles.js";
import { alsoSaves } from "./turns.js";

const AT_ONCE = 2;
const TOLD_MS = 8000;
const shelf = find("[data-uploads]");
const jobs = []; // {file, target, row, request, state, tile}

// `target`: the tile that the picture is for; without one it becomes a new tile at the end.
export function upload(files, target = null) {
  for (const file of files) {
    const job = { file, target, state: "waits", tile: null };
    jobs.push(job);
    draw(job);
  }
  next();
}

function next() {
  const running = jobs.filter(({ state }) => state === "runs").length;
  for (const job of jobs.filter(({ state }) => state === "waits").slice(0, Math.max(0, AT_ONCE - running))) send(job);
}

function draw(job) {
  const bar = element("progress", { max: 100, value: 0, "aria-label": `Upload of ${job.file.name}` });
  const share = element("span", { class: "num" }, "0%");
  const words = element("p", { class: "upload-w" }, "Waits for its turn");
  const acts = element("p", { class: "upload-a" });
  const head = element("p", { class: "upload-h" }, element("span", { class: "upload-n", title: job.file.name }, job.file.name), share);
  job.row = element("li", { class: "upload" }, head, bar, words, acts);
  Object.assign(job, { bar, share, words, acts });
  offer(job, "Cancel");
  shelf.append(job.row);
}

function offer(job, ...steps) {
  const does = { Cancel: () => cancel(job), Retry: () => retry(job), Dismiss: () => drop(job) };
  const buttons = steps.map((name) => element("button", { type: "button", class: "btn ghost sm", "aria-label": `${name}: ${job.file.name}`, onclick: does[name] }, name));
  job.acts.replaceChildren(...buttons);
}

function send(job) {
  const request = (job.request = new XMLHttpRequest());
  const body = new FormData();
  body.set("picture", job.file);
  job.state = "runs";
  job.words.textContent = "Sending";
  request.open("POST", strip.dataset.upload);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRFToken", form.elements.csrfmiddlewaretoken.value);
  request.upload.addEventListener("progress", (event) => event.lengthComputable && far(job, Math.floor((100 * event.loaded) / event.total)));
  request.upload.addEventListener("load", () => {
    far(job, 100);
    job.words.textContent = "Reading caption and credit";
  });
  request.addEventListener("load", () => answered(job, request));
  request.addEventListener("error", () => fail(job, "The server was not reached."));
  request.send(body);
}

function far(job, share) {
  job.bar.value = share;
  job.share.textContent = `${share}%`;
}

function answered(job, request) {
  let answer = {};
  try {
    answer = JSON.parse(request.responseText);
  } catch {
    // No answer of ours: a proxy's page says nothing to people.
  }
  if (answer.status === "kept") return done(job, answer);
  if (answer.status === "signed_out") return fail(job, "You are signed out. Sign in in another window, then try again.");
  if (request.status === 422 || request.status === 413) return fail(job, answer.message ?? "The file is too large.", "Dismiss");
  return fail(job, answer.message ?? `The server could not take it (${request.status}).`);
}

function fail(job, words, ...steps) {
  job.state = "failed";
  job.row.classList.add("failed");
  job.words.textContent = words;
  offer(job, ...(steps.length ? steps : ["Retry", "Dismiss"]));
  say(`${job.file.name}: ${words}`);
  next();
}

function retry(job) {
  job.row.classList.remove("failed");
  job.state = "waits";
  far(job, 0);
  offer(job, "Cancel");
  next();
}

function cancel(job) {
  job.request?.abort();
  say(`Upload of ${job.file.name} cancelled`);
  drop(job);
}

function drop(job) {
  job.row.remove();
  jobs.splice(jobs.indexOf(job), 1);
  find("[data-choose]").focus();
  next();
}

function done(job, answer) {
  job.state = "done";
  const twin = tiles().find((tile) => tile !== job.target && tile.querySelector("[name=photo]").value === answer.sha256);
  const [tile] = made(answer.tile);
  const words = twin ? `Photo ${tiles().indexOf(twin) + 1} is this picture already` : answer.found;
  if (!twin && job.target?.isConnected) fill(job.target, tile);
  else if (!twin) add(job, tile);
  const same = answer.near.find((near) => near.same);
  const more = answer.new ? (same ? ` It looks like one kept already: “${same.caption}”.` : "") : " It was in the library already.";
  job.row.classList.add("done");
  job.words.textContent = `${words}.${more}`;
  const kept = twin ? [] : offerKept(answer, tile, fill, () => drop(job));
  offer(job, ...kept.map(() => "Dismiss"));
  job.acts.prepend(...kept);
  say(`${job.file.name}: ${words}.${more}`);
  if (!twin) changed();
  if (!kept.length) setTimeout(() => job.row.remove(), TOLD_MS);
  next();
}

// In the order of choosing, whichever arrives first.
function add(job, tile) {
  const later = jobs.slice(jobs.indexOf(job) + 1).find((other) => other.tile?.isConnected);
  job.tile = tile;
  put(tile, later?.tile ?? null);
}

// Another picture in a tile's place: what was typed there stays, what only came with the old picture goes with it.
function fill(tile, fresh) {
  for (const name of ["photo_caption", "photo_credit"]) {
    const [here, came] = [tile, fresh].map((one) => one.querySelector(`[name=${name}]`));
    const typed = here.value.trim() && here.value !== here.dataset.own;
    if (typed) came.value = here.value;
  }
  if (!tile.querySelector("[name=photo]").value) fresh.querySelector("[name=photo_alt]").value = tile.querySelector("[name=photo_alt]").value;
  put(fresh, tile);
  tile.remove();
  renumber();
}

if (strip) {
  const busy = () => jobs.some(({ state }) => state === "runs" || state === "waits");
  // Filing waits for what is on its way: a photo that somebody sent is meant to go out with it.
  alsoSaves({
    dirty: busy,
    async flush() {
      while (busy()) await new Promise((settled) => setTimeout(settled, 100));
      return true;
    },
  });
}
