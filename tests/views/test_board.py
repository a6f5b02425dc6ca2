"""The wire board: rows, filters that are links, pages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from stories.models import Desk, Draft, Story, Version
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.wire.label import Kind

pytestmark = pytest.mark.django_db


def many(count: int, desk: Desk, actor: User, start: datetime) -> None:
    for number in range(count):
        open_story(actor=actor, now=start + timedelta(minutes=number), desk=desk, slugline=f"story-{number:02}")


def shown(client: Client, address: str = "/") -> str:
    return client.get(address).content.decode()


def test_a_row_says_what_is_on_the_wire(as_desk_editor: Client, lead: Version) -> None:
    page = shown(as_desk_editor)

    assert '<span class="chip lead">LEAD</span>' in page
    assert lead.headline in page
    assert "(ATTN: ADDS tolls in para 3)" in page
    assert "Harim-tunnel" in page
    assert "<b>Rim Na-ra</b>" in page
    assert f"{lead.word_count} <span>+4" in page
    assert '<span class="badge ok">Filed</span>' in page


def test_a_story_with_an_open_draft_shows_it_as_one(as_desk_editor: Client, draft: Draft) -> None:
    page = shown(as_desk_editor)

    assert '<span class="badge draft">Draft</span>' in page
    assert '<span class="chip ld">2nd LD</span>' in page


def test_a_search_says_where_it_looked(as_reporter: Client, lead: Version) -> None:
    assert "1 story; searched: current versions and open drafts" in shown(as_reporter, "/?q=tunnel")
    assert "searched:" not in shown(as_reporter)


def test_an_urgent_has_its_edge(
    as_reporter: Client, story: Story, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    file_version(story=story, based_on=None, text=text(), kind=Kind.URGENT, actor=reporter, now=now)

    assert '<article class="st urgent"' in shown(as_reporter)


def test_an_empty_newsroom_says_how_to_begin(as_reporter: Client) -> None:
    assert "The wire is quiet." in shown(as_reporter)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/?desk=pol", True),
        ("/?desk=eco", False),
        ("/?label=lead", True),
        ("/?label=urgent", False),
        ("/?state=filed", True),
        ("/?state=killed", False),
        ("/?q=harim", True),
        ("/?q=Mayor+opens", True),
        ("/?q=Tolls", True),
        ("/?q=ferry", False),
        ("/?label=nonsense", False),
        ("/?q=%00harim", True),
    ],
)
def test_a_filter_is_a_link(as_desk_editor: Client, lead: Version, address: str, found: bool) -> None:
    page = shown(as_desk_editor, address)

    assert (lead.headline in page) is found
    assert ("No story fits these filters." in page) is not found


def test_a_filter_that_is_on_can_be_taken_off_and_keeps_the_others(as_desk_editor: Client, lead: Version) -> None:
    page = shown(as_desk_editor, "/?desk=pol&label=lead")

    assert '<a class="token-on" href="?desk=pol">' in page
    assert '<a class="token-on" href="?label=lead">' in page


def test_my_stories_are_those_i_had_a_hand_in(as_reporter: Client, as_other_reporter: Client, lead: Version) -> None:
    assert lead.headline in shown(as_reporter, "/?mine=1")
    assert "You have no story yet." in shown(as_other_reporter, "/?mine=1")


def test_older_stories_are_a_page_away(as_reporter: Client, desk: Desk, reporter: User, now: datetime) -> None:
    many(51, desk, reporter, now)
    first = as_reporter.get("/?desk=pol")
    more = first.context["page"].more

    assert "story-00" not in first.content.decode()
    assert f"?desk=pol&amp;before={more}" in first.content.decode()

    second = shown(as_reporter, f"/?desk=pol&before={more}")

    assert "story-00" in second
    assert "story-01" not in second


def test_a_page_address_that_says_nothing_is_the_first_page(as_reporter: Client, lead: Version) -> None:
    assert lead.headline in shown(as_reporter, "/?before=nonsense")


def test_an_embargoed_story_is_not_on_another_reporters_board(
    as_other_reporter: Client, as_desk_editor: Client, lead: Version
) -> None:
    Story.objects.filter(pk=lead.story_id).update(embargo_until="2999-01-01T00:00Z")

    assert lead.headline not in shown(as_other_reporter)
    assert "Embargo until" in shown(as_desk_editor)


@pytest.mark.parametrize("stories", [1, 30])
def test_the_board_takes_as_many_queries_for_many_stories_as_for_one(
    stories: int,
    as_reporter: Client,
    desk: Desk,
    reporter: User,
    now: datetime,
    django_assert_num_queries: DjangoAssertNumQueries,
    first: Any,
) -> None:
    many(stories, desk, reporter, now)

    # Session, person with roles; the side; stories, their drafts, their versions, who is editing; the bell.
    with django_assert_num_queries(8):
        as_reporter.get("/")
