// The number on the bell, asked for while the page is looked at. Without this file it is as the page came.
const bell = document.querySelector("[data-bell]");
const EVERY = 20_000; // milliseconds
let etag = "";
let timer = 0;

function show({ unread, words }) {
  const count = bell.querySelector("[data-bell-count]");
  count.hidden = unread === 0;
  count.textContent = words;
  bell.querySelector("[data-bell-words]").textContent = `Notifications, ${unread ? `${words} unread` : "none unread"}`;
}

async function ask() {
  try {
    const headers = { Accept: "application/json", ...(etag ? { "If-None-Match": etag } : {}) };
    const answer = await fetch(bell.dataset.bell, { headers, credentials: "same-origin" });
    if (answer.status !== 200) return;
    etag = answer.headers.get("ETag") ?? "";
    show(await answer.json());
  } catch {
    // Offline: the next time round.
  }
}

function run() {
  clearInterval(timer);
  if (document.visibilityState !== "visible") return;
  timer = setInterval(ask, EVERY);
}

if (bell) {
  document.addEventListener("visibilitychange", () => {
    run();
    if (document.visibilityState === "visible") ask();
  });
  run();
}
