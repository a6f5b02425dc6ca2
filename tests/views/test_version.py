"""A version at its permanent address: the page, and the text as it went out."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Desk, Version
from stories.queries.copy import version_copy
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.services.importing import import_stories, read_files
from stories.services.opening import open_story
from stories.wire.render import render

pytestmark = pytest.mark.django_db


def test_a_version_is_read_at_its_own_address_after_a_newer_one(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 1])).content.decode()

    assert "This is not what is on the wire now." in page
    assert "Tolls start in May." not in page.split("<aside")[0]


def test_the_current_version_carries_no_such_warning(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 2])).content.decode()

    assert "This is not what is on the wire now." not in page
    assert "Compare with the first filing" in page
    assert lead.checksum in page


def test_a_version_that_was_never_filed_is_not_there(as_reporter: Client, lead: Version) -> None:
    assert as_reporter.get(reverse("version", args=[lead.story_id, 3])).status_code == 404
    assert as_reporter.get(reverse("version", args=[lead.story_id, 10**30])).status_code == 404


def test_the_text_is_the_wire_text_and_nothing_else(as_reporter: Client, lead: Version) -> None:
    answer = as_reporter.get(reverse("version_text", args=[lead.story_id, 2]))

    assert answer.content.decode() == render(version_copy(lead))
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'inline; filename="Harim-tunnel-2.txt"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_hides_in_a_slugline_is_not_in_the_name_of_the_text(
    as_reporter: Client, reporter: User, desk: Desk, now: datetime
) -> None:
    story = open_story(actor=reporter, now=now, desk=desk, slugline="gates-\u202etxt")
    text = DraftText(headline="Gates", body="The gates stay closed.")
    file_version(story=story, based_on=None, text=text, actor=reporter, now=now)

    answer = as_reporter.get(reverse("version_text", args=[story.pk, 1]))

    assert answer.headers["Content-Disposition"] == 'inline; filename="gates-txt-1.txt"'


def test_the_page_shows_the_same_wire_text(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 2]))

    assert page.context["wire"] == render(version_copy(lead))


@pytest.mark.parametrize("clock", ["National / 2026-03-09 10:15:00\n\n", ""])
def test_what_was_brought_in_is_said_to_be_and_not_to_be_filed_by_who_brought_it(
    as_reporter: Client, lead: Version, other_reporter: User, desk: Desk, now: datetime, clock: str
) -> None:
    copy = f"{clock}(2nd LD) Harim-tunnel\n\n(2nd LD) Tolls\n\nHARIM, March 9 (Hanbit) -- Tolls start.\n\n(END)\n"
    plan = read_files([("a.txt", copy.encode())])
    import_stories(plan=plan, desk=desk, actor=other_reporter, now=now, story=lead.story)
    for address in (reverse("version", args=[lead.story_id, 3]), reverse("story", args=[lead.story_id])):
        page = as_reporter.get(address).content.decode()
        sheet = page.split('<p class="by-line">')[1].split("</p>")[0]
        assert ("filed <time" in sheet) is bool(clock)
        assert "</time> by Seo Joon-ho" in sheet.split("brought in")[1]
        assert "</time> by" not in sheet.split("brought in")[0]
        assert "<span>brought in by Seo Joon-ho</span>" in page


def test_what_was_filed_here_says_by_whom(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 2])).content.decode()
    assert "</time> by Rim Na-ra</span>" in page
    assert "brought in" not in page
