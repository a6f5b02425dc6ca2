"""A correction beneath a 2nd LD, a kill without a mouse, and a held story that opens on time."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from stories.models import Story, Version
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.filing import file_version
from stories.wire.label import label_text

pytestmark = pytest.mark.django_db(transaction=True)

SENT = "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won and has three lanes."
MORE = SENT.replace("three", "four") + "\n\nBuses cross it free of charge."


@pytest.fixture
def running(first: Version, reporter: User, text: Callable[..., DraftText]) -> Story:
    """The LEAD on the wire, and the 2nd LD being written: with a figure put right in silence."""
    now = timezone.now()
    file_version(story=first.story, based_on=first, text=text(body=SENT), actor=reporter, now=now)
    story = Story.objects.get()
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(body=MORE, attn="ADDS buses in para 3"), actor=reporter, now=now)
    return story


def press(page: Page, name: str) -> None:
    """Reach a button or a link by the Tab key alone, and press Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.textContent.trim() ?? ''") == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no {name} within eighty tabs")


def test_a_correction_goes_out_beneath_a_2nd_ld_by_keyboard(
    page: Page, signed_in: Callable[..., User], running: Story, axe: Callable[[Page], None]
) -> None:
    signed_in("reporter")
    page.goto(f"/stories/{running.pk}/draft/")
    page.locator("[data-copy] .cm-content").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-filing-sent]")).to_contain_text("three lanes → four lanes")
    page.keyboard.press("Escape")

    page.goto(f"/stories/{running.pk}/draft/file/")
    axe(page)
    press(page, "Correct these first, then the lead…")
    expect(page.get_by_role("heading", level=1)).to_contain_text("LEAD CORRECTION")
    axe(page)
    press(page, "File (LEAD CORRECTION) to the wire")
    expect(page.locator(".attn-line")).to_contain_text("CORRECTS number of lanes in 2nd para to four")

    page.goto(f"/stories/{running.pk}/draft/file/")
    expect(page.locator(".sent-facts")).to_have_count(0)
    press(page, "File (2nd LD) to the wire")
    page.wait_for_url("**/versions/4/")
    labels = [label_text(version.label) for version in Version.objects.order_by("sequence")]
    assert labels == ["", "(LEAD)", "(LEAD) (CORRECTION)", "(2nd LD)"]


def test_the_last_look_reads_well_on_every_screen(
    page: Page, screen: Any, signed_in: Callable[..., User], running: Story, axe: Any, fits: Any, screenshot: Any
) -> None:
    signed_in("desk_editor")
    for name, way in (("sent-facts", "draft/file/"), ("kill", "kill/"), ("embargo", "embargo/")):
        page.goto(f"/stories/{running.pk}/{way}")
        axe(page)
        fits(page)
        screenshot(page, name)


def test_a_story_is_killed_without_a_mouse(
    page: Page, signed_in: Callable[..., User], running: Story, axe: Callable[[Page], None]
) -> None:
    signed_in("desk_editor")
    page.goto(f"/stories/{running.pk}/")
    press(page, "Kill the story")
    page.get_by_label("Factual kill").focus()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Advisory, as it goes to clients")).to_have_value(re.compile("raises legal questions"))
    for label, typed in (
        ("Reason, for the record", "Lawyers wrote."),
        ("Who was told", "All clients by phone."),
        ("Type the slugline to confirm", "Harim-tunnel"),
    ):
        page.get_by_label(label).focus()
        page.keyboard.type(typed)
    press(page, "Kill the story")

    page.wait_for_url("**/versions/3/")
    expect(page.locator(".hold")).to_contain_text("This story was killed.")
    axe(page)
    page.goto(f"/stories/{running.pk}/compare/1/2/")
    expect(page.locator(".hold")).to_contain_text("This story was killed.")


def test_enter_behind_the_slugline_leads_to_the_kill_and_sends_nothing(
    page: Page, signed_in: Callable[..., User], running: Story
) -> None:
    signed_in("desk_editor")
    page.goto(f"/stories/{running.pk}/kill/")
    page.get_by_label("Reason, for the record").fill("Lawyers wrote.")
    page.get_by_label("Who was told").fill("All clients by phone.")
    page.get_by_label("Type the slugline to confirm").fill("Harim-tunnel")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Kill the story")).to_be_focused()
    running.refresh_from_db()
    assert running.status == Story.Status.OPEN
    page.keyboard.press("Enter")
    page.wait_for_url("**/versions/3/")


def test_typed_words_of_a_kill_are_never_replaced(page: Page, signed_in: Callable[..., User], running: Story) -> None:
    signed_in("desk_editor")
    page.goto(f"/stories/{running.pk}/kill/")
    page.get_by_label("Advisory, as it goes to clients").fill("My own words.")
    page.get_by_label("Legal kill").check()

    expect(page.get_by_label("Advisory, as it goes to clients")).to_have_value("My own words.")
    expect(page.get_by_text("What you typed stands.")).to_be_visible()


def test_a_held_story_opens_on_time_with_nobodys_hand(
    page: Page,
    new_context: Callable[..., BrowserContext],
    signed_in: Callable[..., User],
    running: Story,
    expected_complaints: list[str],
) -> None:
    expected_complaints.append("404")
    until = timezone.now() + timedelta(seconds=6)
    Story.objects.filter(pk=running.pk).update(embargo_until=until)
    signed_in("reporter")
    elsewhere = new_context()
    signed_in("other_reporter", elsewhere)
    other = elsewhere.new_page()

    page.goto(f"/stories/{running.pk}/")
    expect(page.locator("[data-countdown]")).to_contain_text("Opens in")
    assert other.goto(f"/stories/{running.pk}/").status == 404
    expect(page.locator("[data-countdown]")).to_contain_text("It is over", timeout=9000)

    assert other.goto(f"/stories/{running.pk}/").status == 200
    assert Story.objects.get().history.count() == 1
