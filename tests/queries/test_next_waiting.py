"""What opens after a verdict: the next story that the person may approve, within the queue they work."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from stories.models import Desk, Submission
from stories.queries.decisions import next_waiting
from stories.services.deciding import approve, return_draft
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.opening import open_story
from stories.services.submitting import submit_draft
from tests.conftest import person

pytestmark = pytest.mark.django_db

Handed = Callable[..., Submission]


@pytest.fixture
def handed(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Handed:
    """`handed("Ferry", 7)`: handed in by the reporter so many minutes ago, `by` the last who wrote on it."""

    def hand(slugline: str, minutes: int, *, desk: Desk = desk, by: User | None = None) -> Submission:
        at = now - timedelta(minutes=minutes)
        draft = open_draft(
            story=open_story(actor=reporter, now=at, desk=desk, slugline=slugline), actor=reporter, now=at
        )
        draft = save_draft(draft=draft, revision=1, text=text(headline=slugline), actor=by or reporter, now=at)
        return submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)

    return hand


def sluglines(person: User, now: datetime, desk: str = "") -> str:
    waiting = next_waiting(person, now, desk=desk)
    return waiting[1] if waiting else ""


def test_what_the_person_wrote_any_of_is_not_next_where_the_desk_asks_for_four_eyes(
    handed: Handed, desk: Desk, desk_editor: User, now: datetime
) -> None:
    desk.four_eyes = True
    desk.save()
    handed("Mended", 9, by=desk_editor)
    handed("Other", 2)
    assert sluglines(desk_editor, now) == "Other"
    assert sluglines(person("han", "Han", "Sol", "Desk editor"), now) == "Mended"


def test_their_own_is_next_where_the_desk_does_not_ask(
    handed: Handed, desk: Desk, desk_editor: User, now: datetime
) -> None:
    desk.four_eyes = False
    desk.save()
    handed("Mended", 9, by=desk_editor)
    handed("Other", 2)
    assert sluglines(desk_editor, now) == "Mended"


def test_who_handed_in_what_was_returned_may_approve_what_somebody_else_hands_in(
    handed: Handed, desk: Desk, reporter: User, desk_editor: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    desk.four_eyes = True
    desk.save()
    story = open_story(actor=reporter, now=now, desk=desk, slugline="Ferry")
    draft = open_draft(story=story, actor=reporter, now=now)
    draft = save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=now)
    first = submit_draft(draft=draft, revision=draft.revision, actor=desk_editor, now=now)
    assert sluglines(desk_editor, now) == ""
    return_draft(submission=first, reason="Why?", actor=person("han", "Han", "Sol", "Desk editor"), now=now)
    draft = save_draft(draft=draft, revision=draft.revision, text=text(body="More."), actor=reporter, now=now)
    second = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    assert sluglines(desk_editor, now) == "Ferry"
    approve(submission=second, actor=desk_editor, now=now)


def test_the_next_of_one_desk_is_that_desk_s_however_long_another_s_has_waited(
    handed: Handed, desk_editor: User, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    culture = Desk.objects.create(name="Culture", code="culture")
    handed("Oldest", 30)
    handed("Film", 4, desk=culture)
    assert sluglines(desk_editor, now) == "Oldest"
    with django_assert_num_queries(1):
        assert sluglines(desk_editor, now, "culture") == "Film"
    assert sluglines(desk_editor, now, "sports") == ""
