"""Withdrawing a story, and what becomes of what was being written on it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Draft, Notification, Story, Submission, Verdict, Version
from stories.services.archive import verify_archive
from stories.services.drafting import DraftClosed, DraftText, open_draft, save_draft
from stories.services.filing import AlreadyKilled, file_draft, file_version
from stories.services.killing import FiledMeanwhile, UnableToKill, kill_story
from stories.services.refusals import NotAllowed
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db

WORDS = {
    "headline": "KILL of Harim-tunnel",
    "body": "EDITORS: Please kill the story slugged Harim-tunnel.",
    "reason": "The contractor's lawyers wrote at noon.",
    "told": "All clients by phone, 14:20.",
    "slugline": "Harim-tunnel",
}


@pytest.fixture
def kill(first: Version, desk_editor: User, now: datetime) -> Callable[..., Version]:
    """Kill the story as the desk editor saw it: `kill(told="")` changes what was typed."""

    def withdraw(**changes: Any) -> Version:
        seen = first.story.current_version.sequence
        return kill_story(**({"story": first.story, "seen": seen, "actor": desk_editor, "now": now} | WORDS | changes))

    return withdraw


def test_a_kill_is_the_last_filing_and_keeps_why_and_who_was_told(kill: Callable[..., Version]) -> None:
    killed = kill()
    story = Story.objects.get()

    assert (killed.kind, killed.sequence, story.current_version, story.status) == ("kill", 2, killed, "killed")
    assert (killed.reason, killed.told) == (WORDS["reason"], WORDS["told"])
    assert verify_archive().holds


def test_nothing_follows_a_kill(kill: Callable[..., Version], reporter: User, now: datetime, text: Any) -> None:
    killed = kill()

    with pytest.raises(AlreadyKilled):
        file_version(story=killed.story, based_on=killed, text=text(headline="On"), actor=reporter, now=now)
    with pytest.raises(UnableToKill, match="killed already"):
        kill(seen=2)


def test_open_drafts_are_closed_with_their_text_and_what_waits_is_overtaken(
    first: Version, kill: Callable[..., Version], reporter: User, desk_editor: User, now: datetime, text: Any
) -> None:
    lead = open_draft(story=first.story, actor=reporter, now=now)
    lead = save_draft(draft=lead, revision=1, text=text(headline="Kept for ever"), actor=reporter, now=now)
    submit_draft(draft=lead, revision=2, actor=reporter, now=now)
    open_draft(story=first.story, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)

    kill()

    assert not Draft.objects.filter(closed_at=None).exists()
    lead.refresh_from_db()
    assert (lead.headline, lead.state) == ("Kept for ever", Draft.State.DISCARDED)
    verdict = Submission.objects.get().verdicts.get()
    assert (verdict.decision, verdict.reason, verdict.decided_by) == (
        Verdict.Decision.OVERTAKEN,
        "killed the story",
        desk_editor,
    )


@pytest.mark.parametrize("field", ["headline", "body", "reason", "told", "slugline"])
def test_a_kill_needs_its_advisory_its_reason_who_was_told_and_the_slugline(
    kill: Callable[..., Version], field: str
) -> None:
    with pytest.raises(UnableToKill) as refused:
        kill(**{field: "  "})

    assert refused.value.field == field
    assert Story.objects.get().status == Story.Status.OPEN


def test_only_desk_editors_kill(kill: Callable[..., Version], reporter: User) -> None:
    with pytest.raises(NotAllowed):
        kill(actor=reporter)


def test_a_lead_filed_meanwhile_is_seen_before_the_kill(
    kill: Callable[..., Version], first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    lead = file_version(story=first.story, based_on=first, text=text(headline="News"), actor=reporter, now=now)

    with pytest.raises(FiledMeanwhile, match="The LEAD went out"):
        kill(seen=1)
    assert kill(seen=lead.sequence).sequence == 3


def test_a_lead_pressed_after_the_kill_goes_nowhere(
    kill: Callable[..., Version], first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    draft = save_draft(draft=draft, revision=1, text=text(headline="News"), actor=reporter, now=now)
    kill()

    with pytest.raises(DraftClosed):
        file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    assert Version.objects.count() == 2


def test_a_second_press_finds_the_kill_it_made(kill: Callable[..., Version]) -> None:
    assert kill(filing_key="k").pk == kill(filing_key="k").pk


def test_nothing_filed_is_nothing_to_kill(story: Story, desk_editor: User, now: datetime) -> None:
    with pytest.raises(UnableToKill, match="nothing to correct or to kill"):
        kill_story(story=story, seen=0, actor=desk_editor, now=now, **WORDS)


def test_who_worked_on_the_story_is_told(kill: Callable[..., Version], reporter: User) -> None:
    kill()

    assert Notification.objects.get(event=Notification.Event.KILLED).person == reporter
