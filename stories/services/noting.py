"""Notes: written on copy, answered, settled and taken up again."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse

from stories.models import Draft, Note, Notification, Story, Submission, Version
from stories.queries.readers import names_of, readers_of
from stories.wire.anchors import Anchor, anchor_at, follow
from stories.wire.grafs import split_grafs
from stories.wire.mentions import mentioned
from stories.wire.text import tidy

from .drafting import lock_story
from .notifying import tell
from .refusals import Refused, UnacceptableText, refuse_unless_writable
from .text import accept


class NoSuchPlace(Refused):
    """The text has no such paragraph, or the paragraph no such words: it changed since the person read it."""


class NotePlaceClosed(Refused):
    """The draft that the note speaks of was filed or discarded meanwhile."""


@transaction.atomic
def write_note(
    *,
    story: Story,
    body: str,
    actor: User,
    now: datetime,
    draft: Draft | None = None,
    submission: Submission | None = None,
    version: Version | None = None,
    parent: Note | None = None,
    graf: int | None = None,
    words: str = "",
    near: int = 0,
) -> Note:
    """Keep a note on a draft, a submission or a version, or an answer to `parent`; who is named in it is told.

    `graf` counts from 0 in the text it was written on; None speaks of the whole of it. `words`
    are those chosen in the paragraph, the occurrence nearest to character `near`. A note on a
    submission goes on in its draft, where the paragraph stands there now. Raises NoSuchPlace,
    NotePlaceClosed, UnacceptableText ("remark"), NotAllowed.
    """
    text = _accept_remark(body)
    story = lock_story(story)
    refuse_unless_writable(actor, story, now)
    note = Note(story=story, body=text, written_by=actor, written_at=now)
    if parent is not None:
        root = parent.parent or parent
        note.parent, note.draft_id, note.submission_id, note.version_id = (
            root,
            root.draft_id,
            root.submission_id,
            root.version_id,
        )
    else:
        note.submission, note.version = submission, version
        note.draft = submission.draft if submission else draft
        _place(note, graf, tidy(words), near)
    note.save()
    _call(note, now)
    return note


@transaction.atomic
def resolve_note(*, note: Note, actor: User, now: datetime) -> Note:
    """Settle the thread; one that is settled already stays as it was settled. Raises NotAllowed."""
    current = _hold(note, actor, now)
    if current.resolved_at is None:
        current.resolved_by, current.resolved_at = actor, now
        current.save(update_fields=["resolved_by", "resolved_at"])
    return current


@transaction.atomic
def reopen_note(*, note: Note, actor: User, now: datetime) -> Note:
    """Take the thread up again. Raises NotAllowed."""
    current = _hold(note, actor, now)
    current.resolved_by = current.resolved_at = None
    current.save(update_fields=["resolved_by", "resolved_at"])
    return current


def _accept_remark(body: str) -> str:
    text = accept("remark", body).strip()
    if not text:
        raise UnacceptableText("remark", "Write what the note should say.")
    return text


def _hold(note: Note, actor: User, now: datetime) -> Note:
    """The thread's first note as it is now, under its story's lock."""
    story = lock_story(note.story)
    refuse_unless_writable(actor, story, now)
    current = Note.objects.get(pk=note.parent_id or note.pk)
    current.story = story
    return current


def _place(note: Note, graf: int | None, words: str, near: int) -> None:
    """Set a new thread where it was written, and carry it from a submission into the draft."""
    row = note.submission or note.version or note.draft
    draft = Draft.objects.get(pk=note.draft_id) if note.draft_id else None
    if note.submission is None and draft and draft.closed_at:
        raise NotePlaceClosed("This draft was filed or discarded meanwhile. Your note is below, and not kept yet.")
    if row is None or graf is None:
        return
    grafs = split_grafs(draft.body if row is note.draft and draft else row.body)
    anchor = anchor_at(grafs, graf, words, near)
    if anchor is None:
        raise NoSuchPlace(_missing(grafs, graf))
    if note.submission and draft:
        anchor = follow(anchor, grafs, split_grafs(draft.body))
    _set(note, anchor)


def _missing(grafs: Sequence[str], graf: int) -> str:
    if graf < len(grafs):
        return f"Paragraph {graf + 1} does not have these words any more. Your note is not kept yet."
    count = f"{len(grafs)} paragraph{'' if len(grafs) == 1 else 's'}"
    return f"There is no paragraph {graf + 1}: the text has {count}. Your note is not kept yet."


def _set(note: Note, anchor: Anchor) -> None:
    note.graf, note.start, note.end = anchor.graf, anchor.start, anchor.end
    note.quoted, note.gone = anchor.quoted, anchor.gone


def _call(note: Note, now: datetime) -> None:
    """Tell whom the note names, of those who may read the story now."""
    if "@" not in note.body:
        return
    people = mentioned(note.body, {person: names_of(person) for person in readers_of(note.story, now)})
    note.mentions.set(people)
    tell(
        event=Notification.Event.MENTIONED,
        story=note.story,
        people=people,
        actor=note.written_by,
        now=now,
        key=f"note-{note.pk}",
        words=note.body,
        address=f"{reverse('notes', args=[note.story_id])}#note-{note.pk}",
    )
