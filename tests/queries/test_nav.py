"""The side of the board."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Story
from stories.queries.board import BoardFilter, board
from stories.queries.filters import read_filter
from stories.queries.nav import DeskLine, nav
from stories.services.deciding import return_draft
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.keeping_filters import keep_filter
from stories.services.opening import open_story
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafted(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Callable[..., Any]:
    def draft(slugline: str, actor: User = reporter) -> Any:
        story = open_story(actor=actor, now=now, desk=desk, slugline=slugline)
        opened = open_draft(story=story, actor=actor, now=now)
        return save_draft(draft=opened, revision=1, text=text(), actor=actor, now=now)

    return draft


def test_the_side_counts_a_day_and_what_is_in_the_works(
    drafted: Callable[..., Any], reporter: User, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    Desk.objects.create(name="Economy", code="eco")
    drafted("Drafted")
    Story.objects.update(moved_at=now - timedelta(hours=25))
    for slugline, back in (("Waiting", False), ("Returned", True)):
        draft = drafted(slugline)
        handed = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
        if back:
            return_draft(submission=handed, reason="Why?", actor=desk_editor, now=now)
    mine, theirs = nav(reporter, now), nav(other_reporter, now)
    assert mine.desks == (DeskLine("Economy", "eco", 0), DeskLine("Politics", "pol", 2))
    assert (mine.everything, mine.waiting, mine.returned, mine.drafts) == (2, 1, 1, 1)
    assert (theirs.everything, theirs.waiting, theirs.returned, theirs.drafts) == (2, 1, 0, 1)


def test_each_number_is_that_of_the_queue_it_leads_to(
    drafted: Callable[..., Any], reporter: User, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    for number, actor in enumerate((reporter, other_reporter, reporter)):
        draft = drafted(f"S{number}", actor)
        handed = submit_draft(draft=draft, revision=draft.revision, actor=actor, now=now)
        if number:
            return_draft(submission=handed, reason="Why?", actor=desk_editor, now=now)
    side = nav(reporter, now)
    queues = {"state=review": side.waiting, "state=returned&mine=1": side.returned, "state=draft": side.drafts}
    asked = (BoardFilter(state="review"), BoardFilter(state="returned", mine=True), BoardFilter(state="draft"))
    found = [len(board(reporter, now, one).rows) for one in asked]
    assert dict(zip(queues, found, strict=True)) == queues


def test_the_side_does_not_count_what_the_person_may_not_see(
    drafted: Callable[..., Any], reporter: User, other_reporter: User, now: datetime
) -> None:
    drafted("Held")
    Story.objects.update(embargo_until=now + timedelta(hours=1))
    assert (nav(reporter, now).drafts, nav(other_reporter, now).drafts) == (1, 0)
    assert (nav(other_reporter, now).desks[0].moved, nav(other_reporter, now).everything) == (0, 0)


def test_saved_filters_stand_with_how_much_moved_in_their_time(
    drafted: Callable[..., Any],
    reporter: User,
    other_reporter: User,
    now: datetime,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    for name, query in (("Week", "when=week&desk=pol"), ("Here", "desk=pol"), ("None", "desk=eco")):
        keep_filter(name=name, query=query, actor=reporter, now=now)
    drafted("Fresh")
    drafted("Older")
    Story.objects.filter(slugline="Older").update(moved_at=now - timedelta(hours=30))
    reporter = User.objects.get(pk=reporter.pk)
    with django_assert_num_queries(3):  # roles; the side; the counts of the filters
        side = nav(reporter, now)
    assert [(kept.name, kept.moved) for kept in side.saved] == [("Here", 1), ("None", 0), ("Week", 2)]
    assert nav(other_reporter, now).saved == ()


def test_a_newsroom_without_a_desk_has_an_empty_side(reporter: User, now: datetime) -> None:
    side = nav(reporter, now)
    assert (side.desks, side.saved, side.everything, side.drafts) == ((), (), 0, 0)


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({"q": "a b", "desk": "pol"}, "desk=pol&q=a+b"),
        ({"before": "1-abc", "mine": "1"}, "mine=1"),
        ({"mine": "yes", "when": "ever", "longer": "-3", "other": "x"}, ""),
        ({"longer": "30", "when": "today"}, "when=today&longer=30"),
        ({"longer": "9" * 50}, "longer=100000"),
        ({"q": "\0x "}, "q=x"),
    ],
)
def test_a_filter_has_one_address(given: dict[str, str], query: str) -> None:
    assert read_filter(given).query == query
