"""Holding a story until a time: set, moved and lifted by whom, and what the history says."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from stories.models import Story, Version
from stories.permissions import may_read
from stories.services.drafting import DraftText
from stories.services.embargo import ChangedMeanwhile, UnableToEmbargo, set_embargo
from stories.services.filing import file_version
from stories.services.refusals import NotAllowed

pytestmark = pytest.mark.django_db

Held = Callable[..., Story]


@pytest.fixture
def hold(story: Story, reporter: User, now: datetime) -> Held:
    """Hold the story for an hour, as its opener: `hold(until=...)`."""

    def set_it(**changes: object) -> Story:
        seen = Story.objects.get(pk=story.pk).embargo_until
        given = {"until": now + timedelta(hours=1), "reason": "Report is out at four.", "seen": seen}
        return set_embargo(story=story, **({"actor": reporter, "now": now} | given | changes))

    return set_it


def test_every_change_is_in_the_history_with_its_reason(hold: Held, now: datetime, desk_editor: User) -> None:
    hold()
    hold(until=now + timedelta(hours=2), reason="Moved by the ministry.")
    hold(until=None, reason="Broken elsewhere.", actor=desk_editor)

    rows = Story.objects.get().history.order_by("history_id").values_list("history_change_reason", "history_user")
    assert [reason for reason, _ in rows][1:] == [
        "embargo: Report is out at four.",
        "embargo: Moved by the ministry.",
        "embargo: Broken elsewhere.",
    ]
    assert rows[3][1] == desk_editor.pk


def test_it_opens_at_its_time_with_nobody_s_hand(hold: Held, other_reporter: User, now: datetime) -> None:
    held = hold()
    end = now + timedelta(hours=1)

    assert not may_read(other_reporter, held, end - timedelta(microseconds=1))
    assert may_read(other_reporter, held, end)
    assert held.history.count() == 2


def test_updates_go_out_under_embargo(
    hold: Held, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    held = hold()
    first = file_version(story=held, based_on=None, text=text(), actor=reporter, now=now)
    file_version(story=held, based_on=first, text=text(headline="More"), actor=reporter, now=now)

    assert Version.objects.count() == 2


def test_another_reporter_sets_no_embargo(hold: Held, other_reporter: User) -> None:
    with pytest.raises(NotAllowed):
        hold(actor=other_reporter)


def test_a_killed_story_has_none_set(hold: Held, desk_editor: User) -> None:
    Story.objects.update(status=Story.Status.KILLED)

    with pytest.raises(NotAllowed):
        hold(actor=desk_editor)


def test_a_past_time_and_a_missing_or_endless_reason_are_refused(hold: Held, now: datetime) -> None:
    with pytest.raises(UnableToEmbargo, match="past") as past:
        hold(until=now)
    assert past.value.field == "until"
    with pytest.raises(UnableToEmbargo, match="Say why"):
        hold(reason=" ")
    with pytest.raises(UnableToEmbargo, match="it can have 90"):
        hold(reason="x" * 91)
    assert Story.objects.get().embargo_until is None


def test_who_saw_another_time_is_told_and_changes_nothing(hold: Held, now: datetime) -> None:
    hold()

    with pytest.raises(ChangedMeanwhile):
        hold(until=None, seen=None)
    assert Story.objects.get().embargo_until == now + timedelta(hours=1)


def test_the_same_time_again_is_no_row(hold: Held) -> None:
    assert hold().history.count() == hold().history.count() == 2


def test_what_is_over_is_not_lifted(hold: Held, now: datetime) -> None:
    hold()

    with pytest.raises(UnableToEmbargo, match="over already"):
        hold(until=None, now=now + timedelta(hours=1))
