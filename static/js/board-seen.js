// A story that somebody opens from the board is no news to them any more.
const board = document.querySelector("[data-board]");
const form = document.querySelector("[data-bulk]");

function opened(event) {
  const row = event.target.closest("a.st-h")?.closest(".unread");
  if (!row || !form) return;
  const body = new FormData();
  body.set("story", row.dataset.row);
  body.set("do", "read");
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  // The page may be left before the answer comes; where it is lost, the story stays new.
  fetch(form.action, { method: "POST", body, keepalive: true, headers: { Accept: "application/json" } }).catch(() => {});
  row.classList.remove("unread");
}

board.addEventListener("click", opened);
board.addEventListener("auxclick", opened);
