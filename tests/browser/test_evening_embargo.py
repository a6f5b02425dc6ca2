"""A story held until its hour: for others it is not there, and it opens on time without anyone's hand."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from stories.models import Story
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.services.photos import store_photo
from tests.pictures import file_of, scene

from .evening import Desk, Hand, at_the_desk, window

SLUG = "Bank-rate"
HEADLINE = "Central bank keeps its rate at 2.5 percent"
HELD = 12  # seconds: what is tried while it is held takes half of them
LATE = 30_000  # milliseconds: far beyond its hour, for a machine at work


@pytest.fixture
def held(live_server, desk, reporter, text):
    """Two filings and a photo on the wire, nothing of it under embargo yet."""
    begun = timezone.now() - timedelta(minutes=9)
    story = open_story(actor=reporter, now=begun, desk=desk, slugline=SLUG)
    words = {"caption": "The central bank in Seoul.", "credit": "(Hanbit)", "rights": "Hanbit 2026"}
    picture = store_photo(data=file_of(scene(3, (900, 600))), **words, actor=reporter, now=begun)
    uses = [PhotoUse(picture, "The central bank in Seoul.", "(Hanbit)")]
    said = text(headline=HEADLINE, body="The central bank kept its rate.")
    first = file_version(story=story, based_on=None, text=said, photos=uses, actor=reporter, now=begun)
    story.refresh_from_db()
    more = text(headline=HEADLINE, body="The central bank kept its rate.\n\nIt meets again in May.")
    file_version(story=story, based_on=first, text=more, photos=uses, actor=reporter, now=begun + timedelta(minutes=3))
    return story, picture


@pytest.fixture
def others(new_context, signed_in, other_reporter) -> Hand:
    return Hand(window(new_context, signed_in, other_reporter), other_reporter)


@pytest.fixture
def ok(page, signed_in, desk_editor) -> Desk:
    return at_the_desk(page, signed_in("desk_editor"))


def its_addresses(story, picture):
    """Every place at which it can be read."""
    return {
        "story": reverse("story", args=[story.pk]),
        "version": reverse("version", args=[story.pk, 2]),
        "wire text": reverse("version_text", args=[story.pk, 2]),
        "compare": reverse("compare", args=[story.pk, 1, 2]),
        "photo": reverse("photo", args=[picture.sha256]),
        "photo page": reverse("photo_about", args=[picture.sha256]),
    }


def answers(hand, addresses):
    return {name: hand.page.request.get(address).status for name, address in addresses.items()}


def finds(hand):
    """Where the headline stands for this person: on the board, in a search for it."""
    found = []
    for name, address in (("board", reverse("board")), ("search", reverse("search") + "?q=bank")):
        hand.page.goto(address)
        if hand.page.locator("main").get_by_text(HEADLINE).count():
            found.append(name)
    return found


def is_set_by_keys(ok, story):
    """On the page, a day ahead: nobody holds a story for seconds; the test shortens it below."""
    ok.opens("story", story.pk)
    ok.takes("link", "Hold it under embargo")
    tomorrow = timezone.localtime() + timedelta(days=1)
    ok.comes_to(ok.page.get_by_label("Not for use before"))
    ok.types(tomorrow.strftime("%m%d%Y"))
    ok.presses("Tab")
    ok.types(tomorrow.strftime("%I%M%p"))
    ok.comes_to(ok.page.get_by_label("Why"))
    ok.types("The bank speaks at ten.")
    ok.takes("button", "Set the embargo")
    ok.hears("The story is held until")


def test_it_is_not_there_for_others_until_its_hour_and_then_by_itself(held, ok, others, axe, fits, screenshot):
    story, picture = held
    addresses = its_addresses(story, picture)
    is_set_by_keys(ok, story)
    axe(ok.page)
    fits(ok.page)
    screenshot(ok.page, "evening-embargo", full_page=False)
    assert set(answers(others, addresses).values()) == {404}
    assert finds(others) == []
    assert set(answers(ok, addresses).values()) == {200}
    assert finds(ok) == ["board", "search"]
    opens_at = timezone.now() + timedelta(seconds=HELD)
    Story.objects.filter(pk=story.pk).update(embargo_until=opens_at)
    ok.opens("story", story.pk)
    assert answers(others, addresses)["story"] == 404
    expect(ok.page.locator("[data-countdown]")).to_contain_text("It is over", timeout=LATE)
    time.sleep(max(0, (opens_at - timezone.now()).total_seconds()))
    assert set(answers(others, addresses).values()) == {200}
    assert finds(others) == ["board", "search"]
