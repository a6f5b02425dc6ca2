// Keeps the bar's clock going. The zone is the desk's, told by the page; the server wrote the first time.
for (const clock of document.querySelectorAll("[data-clock]")) {
  const { zone, name } = clock.dataset;
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
  setInterval(() => {
    clock.textContent = `${name} ${format.format(new Date())}`;
  }, 10000);
}
