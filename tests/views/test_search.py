"""The archive search page."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.models import Desk, Draft, Story, Version
from stories.services.drafting import open_draft
from stories.services.opening import open_story

pytestmark = pytest.mark.django_db


def page(client: Client, **asked: str) -> str:
    answer = client.get(reverse("search"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_hit_leads_to_its_version_with_the_word_marked(as_reporter: Client, first: Version) -> None:
    found = page(as_reporter, q="tunnel")

    assert reverse("version", args=[first.story_id, 1]) in found
    assert "<mark>tunnel</mark>" in found


def test_what_was_found_comes_alone_for_a_page_that_asks_while_somebody_types(
    as_reporter: Client, first: Version
) -> None:
    part = page(as_reporter, q="tunnel", part="1")

    assert "<mark>tunnel</mark>" in part
    assert "<html" not in part


def test_a_word_that_is_still_being_typed_is_found_by_its_beginning(as_reporter: Client, first: Version) -> None:
    for part in ({}, {"part": "1"}):
        found = page(as_reporter, q="daero tunn", **part)
        assert "No text has “daero tunn” as whole words" in found
        assert "<mark>tunnel</mark>" in found
    assert 'value="daero tunn"' in page(as_reporter, q="daero tunn")


@pytest.mark.parametrize("words", ['"daero tunn"', "daero tunn -mayor", "tunnel", "tunn*"])
def test_a_beginning_is_tried_only_where_it_can_be_meant(as_reporter: Client, first: Version, words: str) -> None:
    assert "as whole words" not in page(as_reporter, q=words)


def test_a_story_being_written_is_found_ahead_of_the_archive(as_reporter: Client, draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk).update(headline="Ferry runs aground")

    found = page(as_reporter, q="ferry")

    assert "Being written" in found
    assert "Ferry runs aground" in found


def test_what_waits_for_the_desk_is_found_as_that(as_reporter: Client, draft: Draft) -> None:
    """A first filing that was handed in is on no wire yet: nothing else would find it."""
    Draft.objects.filter(pk=draft.pk).update(headline="Ferry runs aground", state=Draft.State.SUBMITTED)

    found = page(as_reporter, q="ferry")

    assert "Ferry runs aground" in found
    assert "In review" in found


def test_what_fits_only_what_is_being_written_is_said_and_five_lead_to_the_rest(
    as_reporter: Client, draft: Draft, reporter: User, desk: Desk
) -> None:
    for number in range(5):
        story = open_story(actor=reporter, now=timezone.now(), desk=desk, slugline=f"Ferry-{number}")
        open_draft(story=story, actor=reporter, now=timezone.now())
    five = page(as_reporter, q="ferry")
    assert "what is on the wire now; this is being written." in five
    assert "All that fit" not in five
    Draft.objects.filter(pk=draft.pk).update(headline="Ferry runs aground")

    found = page(as_reporter, q="ferry")

    assert found.count('class="badge draft"') == 5
    assert f'<a href="{reverse("board")}?q=ferry">All that fit' in found


def test_a_draft_under_embargo_is_found_by_nobody_else(client: Client, other_reporter: User, draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk).update(headline="Ferry runs aground")
    Story.objects.filter(pk=draft.story_id).update(embargo_until=timezone.now() + timedelta(hours=1))
    client.force_login(other_reporter)

    assert "Ferry runs aground" not in page(client, q="ferry")


def test_what_is_under_embargo_is_neither_found_nor_counted(
    client: Client, other_reporter: User, first: Version
) -> None:
    Story.objects.filter(pk=first.story_id).update(embargo_until=timezone.now() + timedelta(hours=1))
    client.force_login(other_reporter)

    found = page(client, q="tunnel")

    assert "Nothing fits" in found
    assert first.story_id not in found


def test_marks_are_put_around_text_and_text_stays_text(
    as_reporter: Client, first: Version, reporter: User, draft: Draft
) -> None:
    found = page(as_reporter, q='<script>alert(1)</script> "tunnel', byline='"><img src=x>')

    assert "<script>alert" not in found
    assert "<img src=x" not in found


@pytest.mark.parametrize("label", ["lead-9", "lead-x", "lead-0", "nothing", "lead-99999999999999"])
def test_an_odd_label_asks_and_breaks_nothing(as_reporter: Client, first: Version, label: str) -> None:
    assert "Nothing fits" in page(as_reporter, label=label)


def test_a_higher_lead_that_was_asked_for_stays_chosen(as_reporter: Client, first: Version) -> None:
    assert '<option value="lead-9" selected>9th LD</option>' in page(as_reporter, label="lead-9")
