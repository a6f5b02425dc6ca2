"""Withdrawing a story: its last filing, after which nothing goes out."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Story, Version
from stories.permissions import may_kill
from stories.queries.record import Entry, record_of
from stories.wire.label import Kind, Label, short_label
from stories.wire.order import OutOfOrder, next_label
from stories.wire.states import Act

from .chain import add_version, settle
from .drafting import DraftText, accept_text, close_draft, lock_story
from .refusals import NotAllowed, Refused
from .telling import tell_who_worked
from .text import accept

KILLED_IT = "killed the story"


class UnableToKill(Refused):
    """Nothing was withdrawn. `field` is the field of the form that is to be put right, "" where it is none."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class FiledMeanwhile(UnableToKill):
    """Another version went out since the page was opened: the advisory names one that is replaced."""


@transaction.atomic
def kill_story(
    *,
    story: Story,
    seen: int,
    headline: str,
    body: str,
    reason: str,
    told: str,
    slugline: str,
    actor: User,
    now: datetime,
    filing_key: str | None = None,
) -> Version:
    """Withdraw the story with this advisory, and close its drafts with their text kept.

    `seen` is the sequence of the version that was on the wire when the person looked, `slugline` what they typed to
    confirm. `reason` and `told` stay with the version and do not go out. A repeated `filing_key` gives back the kill it
    made. Raises UnableToKill, FiledMeanwhile, UnacceptableText, NotAllowed.
    """
    text = accept_text(DraftText(headline=headline, body=body))
    reason, told = accept("reason", reason).strip(), accept("told", told).strip()
    current = lock_story(story)
    record = record_of(current, filing_key)
    done = [entry for entry in record if filing_key and entry.filing_key == filing_key]
    if done:
        return current.versions.get(sequence=done[0].sequence)
    label = _label_of_a_kill(current, record, actor, now)
    _refuse_unconfirmed(current, text, reason, told, slugline)
    _refuse_unseen(current, seen)
    for draft in current.drafts.filter(closed_at=None):
        draft.story = current
        close_draft(draft, Act.DISCARD, actor=actor, now=now, reason="story killed", overtaken=KILLED_IT)
    version = add_version(
        story=current,
        label=label,
        text=text,
        uses=(),
        after=record[-1],
        filed_at=now,
        actor=actor,
        filing_key=filing_key,
        reason=reason,
        told=told,
    )
    settle(current, version, moved_at=now, actor=actor, now=now)
    tell_who_worked(version)
    return version


def _label_of_a_kill(story: Story, record: tuple[Entry, ...], actor: User, now: datetime) -> Label:
    if story.status == Story.Status.KILLED:
        raise UnableToKill("The story is killed already: nothing more is filed on it.")
    if story.current_version_id is not None and not may_kill(actor, story, now):
        raise NotAllowed("Only desk editors kill a story.")
    try:
        return next_label([entry.label for entry in record], Kind.KILL)
    except OutOfOrder as refusal:
        raise UnableToKill(str(refusal)) from refusal


def _refuse_unconfirmed(story: Story, text: DraftText, reason: str, told: str, slugline: str) -> None:
    if not text.headline:
        raise UnableToKill("The advisory has no headline.", "headline")
    if not text.body.strip():
        raise UnableToKill("The advisory has no text: clients would not know what to do.", "body")
    if not reason:
        raise UnableToKill("Say why it is killed; it stays in the record.", "reason")
    if not told:
        raise UnableToKill("Say who was told, or that nobody was.", "told")
    if slugline.strip() != story.slugline:
        raise UnableToKill(f"Type the slugline to confirm: {story.slugline}.", "slugline")


def _refuse_unseen(story: Story, seen: int) -> None:
    newest = story.current_version
    if newest is not None and newest.sequence != seen:
        name = short_label(newest.label) or "first filing"
        raise FiledMeanwhile(f"The {name} went out while you were writing. Look at the advisory once more.", "body")
