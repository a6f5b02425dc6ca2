"""What waits for the desk: order, waiting time, doubts, whose desks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import Http404

from newsroom.backends import NewsroomBackend
from stories.models import Desk, Story, Submission
from stories.queries import doubts as doubting
from stories.queries.decisions import next_waiting
from stories.queries.queue import QueuePage, desk_for, queue, queue_desks, waiting_for
from stories.services.deciding import approve, return_draft, undo_verdict
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db

Handed = Callable[..., Submission]


@pytest.fixture
def handed(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Handed:
    """A story's first text handed in this many minutes ago: `handed("Ferry", 7)`."""

    def hand(slugline: str, minutes: int, desk: Desk = desk, **changes: Any) -> Submission:
        at = now - timedelta(minutes=minutes)
        story = open_story(actor=reporter, now=at, desk=desk, slugline=slugline)
        draft = open_draft(story=story, actor=reporter, now=at)
        draft = save_draft(draft=draft, revision=1, text=text(headline=slugline, **changes), actor=reporter, now=at)
        return submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)

    return hand


def sluglines(page: QueuePage) -> list[str]:
    return [one.row.slugline for one in page.waiting]


def test_who_waits_longest_stands_first_and_pages_follow_without_a_gap(
    handed: Handed, desk_editor: User, now: datetime
) -> None:
    for number, minutes in enumerate((3, 9, 9, 9, 1, 40, 2)):
        handed(f"S{number}", minutes)
    seen, after = [], ""
    for _ in range(4):
        page = queue(desk_editor, now, after=after, size=2)
        seen += sluglines(page)
        after = page.more
    assert (seen, after) == (["S5", "S1", "S2", "S3", "S0", "S6", "S4"], "")


def test_an_undone_verdict_puts_it_back_in_its_place(handed: Handed, desk_editor: User, now: datetime) -> None:
    oldest, _ = handed("Oldest", 9), handed("Newer", 4)
    verdict = approve(submission=oldest, actor=desk_editor, now=now)
    undo_verdict(verdict=verdict, actor=desk_editor, now=now)
    assert sluglines(queue(desk_editor, now)) == ["Oldest", "Newer"]
    assert next_waiting(desk_editor, now) == (oldest.story_id, "Oldest")


def test_what_was_decided_waits_no_more(handed: Handed, desk_editor: User, now: datetime) -> None:
    kept, approved, returned = (handed(name, 5) for name in ("Kept", "Approved", "Returned"))
    approve(submission=approved, actor=desk_editor, now=now)
    return_draft(submission=returned, reason="Why?", actor=desk_editor, now=now)
    page = queue(desk_editor, now)
    assert [one.submission for one in page.waiting] == [kept]


def test_a_newer_text_of_the_same_draft_waits_in_place_of_the_older(
    handed: Handed, desk_editor: User, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = handed("Ferry", 30).draft
    draft = save_draft(draft=draft, revision=draft.revision, text=text(body="More."), actor=reporter, now=now)
    newer = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    (one,) = queue(desk_editor, now).waiting
    assert (one.submission, one.waited) == (newer, timedelta())


@pytest.mark.parametrize(
    ("minutes", "changes", "late"),
    [(4, {}, False), (5, {}, True), (0, {"kind": "urgent"}, False), (1, {"kind": "urgent"}, True)],
)
def test_one_is_late_when_its_desk_says_so_and_an_urgent_sooner(
    handed: Handed, desk_editor: User, now: datetime, minutes: int, changes: dict[str, str], late: bool
) -> None:
    handed("Ferry", minutes, **changes)
    page = queue(desk_editor, now)
    assert (page.waiting[0].late, page.late) == (late, int(late))


def test_a_desk_may_give_itself_more_time(handed: Handed, desk: Desk, desk_editor: User, now: datetime) -> None:
    handed("Ferry", 20)
    Desk.objects.update(wait_minutes=30)
    assert queue(desk_editor, now).waiting[0].late is False


def test_changed_facts_and_a_line_that_does_not_hold_are_counted(
    first: Any, desk_editor: User, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    typed = text(body=first.body.replace("41 billion", "57 billion"), attn="RECASTS headline")
    draft = save_draft(draft=draft, revision=1, text=typed, actor=reporter, now=now)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    (one,) = queue(desk_editor, now).waiting
    assert (one.doubts.facts, one.doubts.wrong) == (1, 1)


def test_a_submission_is_read_for_doubts_once(
    handed: Handed, desk_editor: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed("Ferry", 5)
    queue(desk_editor, now)
    monkeypatch.setattr(doubting, "_with_texts", lambda pks: pytest.fail("read again"))
    assert len(queue(desk_editor, now).waiting) == 1


def test_the_queue_is_of_the_desks_that_name_the_person_or_nobody(
    handed: Handed, desk: Desk, desk_editor: User, admin: User, now: datetime
) -> None:
    economy = Desk.objects.create(name="Economy", code="eco")
    sports = Desk.objects.create(name="Sports", code="spo")
    for slugline, of in (("P", desk), ("E", economy), ("S", sports)):
        handed(slugline, 5, desk=of)

    def seen(person: User) -> set[str]:
        own = {one.name for one in queue_desks(person, now) if one.own}
        count = NewsroomBackend().get_user(person.pk).waiting
        found = set(sluglines(queue(person, now)))
        assert (len(own), len(found)) == (count, count)
        return found

    assert seen(desk_editor) == {"P", "E", "S"}
    economy.editors.add(desk_editor)
    desk.editors.add(admin)
    assert (seen(desk_editor), seen(admin)) == ({"E", "S"}, {"P", "S"})
    assert sluglines(queue(desk_editor, now, desk="pol")) == ["P"]
    assert {one.code: one.number for one in queue_desks(desk_editor, now)} == {"pol": 1, "eco": 1, "spo": 1}


def test_an_embargoed_submission_is_not_in_another_reporters_queue_and_not_in_its_counts(
    handed: Handed, reporter: User, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    handed("Held", 5)
    Story.objects.update(embargo_until=now + timedelta(hours=1))
    signed_in = {person: NewsroomBackend().get_user(person.pk) for person in (other_reporter, reporter, desk_editor)}
    assert (sluglines(queue(other_reporter, now)), sluglines(queue(desk_editor, now))) == ([], ["Held"])
    assert [waiting_for(person, now) for person in signed_in.values()] == [0, 1, 1]
    assert [queue_desks(person, now)[0].number for person in signed_in.values()] == [0, 1, 1]
    assert waiting_for(signed_in[other_reporter], now + timedelta(hours=1)) == 1


def test_nothing_waits_of_a_killed_story(
    first: Any, desk_editor: User, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    file_version(story=first.story, kind="kill", based_on=first, text=text(), actor=desk_editor, now=now)
    assert queue(desk_editor, now).waiting == ()
    assert NewsroomBackend().get_user(desk_editor.pk).waiting == 0


def test_a_desk_that_is_none_is_not_there(desk: Desk, desk_editor: User, now: datetime) -> None:
    assert desk_for(queue_desks(desk_editor, now), "pol") == desk
    with pytest.raises(Http404):
        desk_for(queue_desks(desk_editor, now), "none")


@pytest.mark.parametrize("after", ["x", "1", "1-x", "-", "9" * 30 + "-1", "1-" + "9" * 30, "\x00"])
def test_what_is_no_place_in_the_queue_is_its_start(
    handed: Handed, desk_editor: User, now: datetime, after: str
) -> None:
    handed("Ferry", 5)
    assert sluglines(queue(desk_editor, now, after=after)) == ["Ferry"]


def test_a_queue_takes_as_many_queries_for_many_as_for_one(
    handed: Handed, desk_editor: User, now: datetime, django_assert_num_queries: Callable[..., Any]
) -> None:
    for number in range(6):
        handed(f"S{number}", 5)
    queue(desk_editor, now)
    # what waits, stories, drafts, versions, who is editing, submissions
    with django_assert_num_queries(6):
        assert len(queue(desk_editor, now).waiting) == 6
