"""Two browsers edit one story while the server is killed and started again: are both texts whole?

    python -m benchmarks.drill_browsers [--minutes 5] [--kills 3]

Two reporters, each in a Chromium of their own, type sentence after sentence into one draft, each in a
paragraph of their own, and never stop for the server. kill -9 takes it away in the middle, it comes back
some seconds later. At the end each sentence of both must stand once and in its order on both screens and
in the record.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.drill_server import Newsroom, Start
from benchmarks.drill_writers import PASSWORD
from benchmarks.in_chromium import until_editor_is_up

SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")
OPENING = ("The ferry office opened on Monday.", "North.", "A second pier follows.", "South.", "Rain is expected.")
OWN = {"north": 1, "south": 3}  # whose paragraph is which, from 0
DOWN = 3.0  # seconds the server stays away
PATIENCE = 90.0  # seconds for the last words to be saved


@dataclass(frozen=True)
class Found:
    """`typed` counts each person's sentences, `broken` names what is not as it was typed, and where."""

    typed: dict[str, int]
    broken: list[str]
    back: list[Start]


class Desk:
    """One person's browser with the draft open; `sentences` counts what they have typed."""

    def __init__(self, browser: Browser, newsroom: Newsroom, username: str, story: str) -> None:
        self.page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.root, self.story, self.sentences = f"http://127.0.0.1:{newsroom.port}", story, 0
        self.page.goto(f"{self.root}/sign-in/")
        self.page.fill("[name=username]", username)
        self.page.fill("[name=password]", PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)

    def begin(self) -> None:
        """Open the story's first draft and type what both will find in it."""
        self.page.goto(f"{self.root}/stories/{self.story}/")
        self.page.locator("form[action$='/draft/open/'] button").first.click()
        self.ready()
        self.page.locator(".cm-content").click()
        for number, graf in enumerate(OPENING):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(graf)
        self.saved()

    def open(self) -> None:
        self.page.goto(f"{self.root}/stories/{self.story}/draft/")
        self.ready()

    def ready(self) -> None:
        until_editor_is_up(self.page, seconds=PATIENCE)

    def go_to(self, graf: int) -> None:
        """The caret behind the paragraph's last word, once: from then on it must stay with its words."""
        self.page.locator(".cm-line").nth(graf).click()
        self.page.keyboard.press("End")

    def write(self, name: str) -> None:
        self.sentences += 1
        self.page.keyboard.type(f" Sentence {self.sentences} from the {name}.", delay=15)

    def saved(self) -> None:
        state = self.page.locator("[data-save-state]")
        wait_until(self.page, lambda: SAVED.match(state.inner_text().strip()), "the text is not saved")

    def copy(self) -> list[str]:
        """The text field that is posted; it follows what is typed when the browser has time."""
        self.page.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
        return self.page.locator("#id_body").input_value().split("\n\n")


def wait_until(page: Page, true: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what)
        page.wait_for_timeout(50)


def drill(browser_of: Callable[[], Browser], folder: Path, *, minutes: float, kills: int) -> Found:
    """Run it in `folder`; `browser_of()` gives a browser. TimeoutError where a text is not saved in the end."""
    newsroom = Newsroom(folder)
    try:
        stories = json.loads(newsroom.command("-m", "benchmarks.drill_record", "prepare", "2"))
        names, story = list(stories), next(iter(stories.values()))
        back = [newsroom.start()]
        desks = {name: Desk(browser_of(), newsroom, user, story) for name, user in zip(OWN, names, strict=True)}
        next(iter(desks.values())).begin()
        for name, desk in desks.items():
            desk.open()
            desk.go_to(OWN[name])
        write_through_kills(newsroom, desks, back, seconds=minutes * 60, kills=kills)
        for desk in desks.values():
            desk.saved()
        broken = []
        for name, desk in desks.items():
            broken += troubles(f"the screen of the {name}", desk, desks, mine=name)
        for name, desk in desks.items():
            desk.page.reload()
            desk.ready()
            broken += troubles(f"the record, as {name} opens it", desk, desks)
        return Found({name: desk.sentences for name, desk in desks.items()}, broken, back)
    finally:
        newsroom.kill()


def write_through_kills(
    newsroom: Newsroom, desks: dict[str, Desk], back: list[Start], *, seconds: float, kills: int
) -> None:
    """Both type in turns until the time is over; the server dies and comes back beside them."""
    failures: list[BaseException] = []
    killer = threading.Thread(target=kill_and_start, args=(newsroom, back, seconds, kills, failures), daemon=True)
    killer.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end or killer.is_alive():
        for name, desk in desks.items():
            desk.write(name)
        next(iter(desks.values())).page.wait_for_timeout(400)
    if failures:
        raise failures[0]


def kill_and_start(
    newsroom: Newsroom, back: list[Start], seconds: float, kills: int, failures: list[BaseException]
) -> None:
    try:
        for _ in range(kills):
            time.sleep(max(1.0, seconds / (kills + 1) - DOWN))
            newsroom.kill()
            time.sleep(DOWN)
            back.append(newsroom.start())
    except (RuntimeError, TimeoutError) as failure:
        failures.append(failure)


def troubles(where: str, desk: Desk, desks: dict[str, Desk], mine: str = "") -> Iterator[str]:
    """What of anybody's sentences is not there once, in its order and in its place.

    On a screen, `mine` is the person's own paragraph: the other's last words come in with their next save.
    """
    copy = desk.copy()
    if len(copy) != len(OPENING):
        yield f"{where}: {len(copy)} paragraphs, not {len(OPENING)}"
        return
    for number, graf in enumerate(copy):
        name = next((name for name, own in OWN.items() if own == number), "")
        told = range(1, desks[name].sentences + 1) if name else ()
        whole = OPENING[number] + "".join(f" Sentence {one} from the {name}." for one in told)
        if not (whole.startswith(graf) and graf if mine and name != mine else graf == whole):
            yield f"{where}: paragraph {number + 1} is not as it was typed: {first_difference(graf, whole)}"


def first_difference(graf: str, whole: str) -> str:
    """Where the two part, with some of what stands before."""
    same = (one == other for one, other in zip(graf, whole, strict=False))
    at = next((at for at, kept in enumerate(same) if not kept), min(len(graf), len(whole)))
    return f"{graf[max(0, at - 40) : at + 60]!r}, not {whole[max(0, at - 40) : at + 60]!r}"


@contextmanager
def chromium() -> Iterator[Callable[[], Browser]]:
    """A function that gives a browser of its own each time."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        raise SystemExit("no Chromium here")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        yield lambda: playwright.chromium.launch(executable_path=path, args=["--disable-gpu", *root])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--kills", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="writethru-drill-") as folder, chromium() as browser_of:
        found = drill(browser_of, Path(folder), minutes=asked.minutes, kills=asked.kills)
    print(f"typed: {', '.join(f'{count} sentences in the {name}' for name, count in found.typed.items())}")
    print(f"the server was killed {len(found.back) - 1} times; load {os.getloadavg()[0]:.1f}")
    print("\n".join(found.broken) or "both texts are whole on both screens and in the record")
    return 1 if found.broken else 0


if __name__ == "__main__":
    sys.exit(main())
