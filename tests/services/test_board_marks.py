"""What people do to stories on the board: give them to a desk, note them as seen, keep filters."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, SavedFilter, SeenStory, Story
from stories.services.assigning import assign_desk
from stories.services.keeping_filters import (
    MOST,
    NameTaken,
    NothingToKeep,
    TooManyFilters,
    drop_filter,
    keep_filter,
    rename_filter,
)
from stories.services.opening import open_story
from stories.services.refusals import NotAllowed, UnacceptableText
from stories.services.seeing import mark_seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def economy() -> Desk:
    return Desk.objects.create(name="Economy", code="eco")


def test_stories_are_given_to_a_desk_with_a_history_row_for_each(
    story: Story, economy: Desk, desk: Desk, reporter: User, desk_editor: User, now: datetime
) -> None:
    there = open_story(actor=reporter, now=now, desk=economy, slugline="There-already")
    later = now + timedelta(minutes=1)
    assert assign_desk(stories=[story, there], desk=economy, actor=desk_editor, now=later) == 1
    row = story.history.latest()
    assert (row.desk, row.history_user, row.history_date) == (economy, desk_editor, later)
    assert row.history_change_reason == "desk: Politics to Economy"
    assert there.history.count() == 1


def test_a_reporter_gives_no_story_away(story: Story, economy: Desk, reporter: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        assign_desk(stories=[story], desk=economy, actor=reporter, now=now)
    story.refresh_from_db()
    assert (story.desk.code, story.history.count()) == ("pol", 1)


def test_what_is_seen_twice_is_seen_at_the_later_time(story: Story, reporter: User, now: datetime) -> None:
    for minutes in (0, 5):
        mark_seen(stories=[story], actor=reporter, now=now + timedelta(minutes=minutes))
    assert SeenStory.objects.get().seen_at == now + timedelta(minutes=5)


def test_a_filter_is_kept_as_what_it_asks_for_and_no_place_in_the_pages(reporter: User, now: datetime) -> None:
    kept = keep_filter(name="  Summit  week ", query="?x=1&state=review&before=9-a&desk=pol", actor=reporter, now=now)
    assert (kept.name, kept.query) == ("Summit week", "desk=pol&state=review")


def test_a_filter_kept_again_under_its_name_asks_for_what_is_asked_now(reporter: User, now: datetime) -> None:
    for query in ("desk=pol", "desk=eco"):
        keep_filter(name="Mine", query=query, actor=reporter, now=now)
    assert SavedFilter.objects.get().query == "desk=eco"


@pytest.mark.parametrize(
    ("name", "query", "refusal"),
    [
        ("", "desk=pol", UnacceptableText),
        ("x" * 41, "desk=pol", UnacceptableText),
        ("a\x01b", "desk=pol", UnacceptableText),
        ("All", "", NothingToKeep),
        ("All", "before=9-a", NothingToKeep),
        ("Long", "q=" + "%20%25" * 100, UnacceptableText),
    ],
)
def test_a_filter_that_cannot_be_kept_is_refused(
    reporter: User, now: datetime, name: str, query: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        keep_filter(name=name, query=query, actor=reporter, now=now)
    assert not SavedFilter.objects.exists()


def test_the_side_is_kept_short(reporter: User, now: datetime) -> None:
    for number in range(MOST):
        keep_filter(name=f"F{number}", query="desk=pol", actor=reporter, now=now)
    with pytest.raises(TooManyFilters):
        keep_filter(name="One more", query="desk=pol", actor=reporter, now=now)
    keep_filter(name="F0", query="desk=eco", actor=reporter, now=now)


def test_a_filter_is_renamed_and_deleted_but_two_of_one_name_there_are_not(reporter: User, now: datetime) -> None:
    one, other = (keep_filter(name=name, query="desk=pol", actor=reporter, now=now) for name in ("One", "Other"))
    with pytest.raises(NameTaken):
        rename_filter(kept=one, name="Other")
    rename_filter(kept=one, name="First")
    drop_filter(kept=other)
    assert [kept.name for kept in SavedFilter.objects.all()] == ["First"]
