"""A filed story with its next lead under way, and the page that writes it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, Request, expect

from benchmarks.in_chromium import until_editor_is_up
from stories.models import Draft
from stories.services.drafting import DraftText, open_draft
from stories.services.filing import file_version
from stories.services.opening import open_story

FILED = datetime(2026, 3, 9, 5, 30, tzinfo=UTC)
GRAFS = (
    "The mayor of Harim opened the Daero tunnel on Monday.",
    "It cost 41 billion won and took nine years to build.",
    "Drivers waited at both ends from early morning.",
    "A first bus went through at noon.",
    "The old road over the pass stays open to farm traffic.",
    "A second tube is planned for 2031.",
)


@pytest.fixture
def draft(transactional_db: None, desk: Any, reporter: Any) -> Draft:
    """Six paragraphs filed; the draft begins with the same text."""
    story = open_story(actor=reporter, now=FILED, desk=desk, slugline="Harim-tunnel", category="National")
    text = DraftText(
        headline="Mayor opens Harim tunnel after two-year delay",
        byline="By Rim Na-ra",
        dateline="HARIM, South Korea, March 9 (Hanbit) --",
        body="\n\n".join(GRAFS),
    )
    file_version(story=story, based_on=None, text=text, actor=reporter, now=FILED)
    story.refresh_from_db()
    return open_draft(story=story, actor=reporter, now=FILED + timedelta(minutes=9))


class Editor:
    """The page as a reporter has it. Paragraphs count from 1, as on the screen."""

    def __init__(self, page: Page, draft: Draft) -> None:
        self.page = page
        self.draft = draft
        self.address = reverse("draft", args=[draft.story_id])
        self.content = page.locator(".cm-content")
        self.state = page.locator("[data-save-state]")
        self.read = ""  # the copy that the server last gave an answer on
        page.on("requestfinished", self.hear)

    def open(self) -> "Editor":
        self.page.goto(self.address)
        self.is_ready()
        return self

    def is_ready(self) -> None:
        until_editor_is_up(self.page)

    def graf(self, number: int) -> Any:
        return self.page.locator(".cm-line").nth(number - 1)

    def at_end_of(self, number: int, *held: str) -> None:
        """Caret behind the last word, however many lines the paragraph runs to.

        The key makes sure of it: where the machine is busy the copy may not have been measured when the click comes.
        """
        box = self.graf(number).bounding_box()
        self.graf(number).click(position={"x": box["width"] - 4, "y": box["height"] - 20}, modifiers=held)
        self.page.keyboard.press("+".join([*held, "End"]))

    def over(self, number: int) -> None:
        """Select the paragraph, so that what is typed takes its place."""
        self.graf(number).click(position={"x": 12, "y": 10})
        self.page.keyboard.press("Home")
        self.at_end_of(number, "Shift")

    def write(self, words: str, number: int = 1) -> None:
        self.at_end_of(number)
        self.page.keyboard.type(words)

    def typed(self) -> list[str]:
        """The paragraphs of the text field that is posted; it follows what is typed when the browser has time."""
        self.page.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
        return self.page.locator("#id_body").input_value().split("\n\n")

    def is_saved(self) -> None:
        expect(self.state).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))

    def answered(self, act: Callable[[], Any]) -> None:
        """Until the server has said what it makes of the text after `act`, and the page shows it."""
        act()
        for _ in range(200):
            if self.read == "\n\n".join(self.typed()):
                break
            self.page.wait_for_timeout(50)
        self.page.wait_for_timeout(100)

    def hear(self, request: Request) -> None:
        if request.url.endswith("/draft/analysis/"):
            self.read = parse_qs(request.post_data, keep_blank_values=True)["body"][0].replace("\r\n", "\n")

    def stored(self) -> list[str]:
        return Draft.objects.get(pk=self.draft.pk).body.split("\n\n")


@pytest.fixture
def editor(page: Page, signed_in: Callable[..., Any], draft: Draft) -> Editor:
    """Open, as the reporter who began the draft."""
    signed_in("reporter")
    return Editor(page, draft).open()


@pytest.fixture
def editor_of(
    new_context: Callable[..., BrowserContext], signed_in: Callable[..., Any], draft: Draft, live_server: Any
):
    """`editor_of("other_reporter")`: a second person's own browser on the same draft."""

    def open_editor(who: str) -> Editor:
        context = new_context()
        signed_in(who, context)
        return Editor(context.new_page(), draft).open()

    return open_editor
