// A second click on the same button sends nothing; the server would answer it the same way.
for (const button of document.querySelectorAll("[data-once]")) {
  button.form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return; // somebody is asked first: nothing is sent yet
    if (button.form.dataset.sent) event.preventDefault();
    button.form.dataset.sent = "yes";
    button.setAttribute("aria-disabled", "true");
  });
}

// Back from the page that followed: the form may be sent again.
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[data-once]")) {
    delete button.form.dataset.sent;
    button.removeAttribute("aria-disabled");
  }
});
