"""The notes on a text, as threads, each where its paragraph stands in that text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from stories.models import Draft, Note, Story, Submission, Version
from stories.wire.anchors import Anchor, back_again, follow
from stories.wire.grafs import split_grafs
from stories.wire.label import short_label

from .anchors import anchor_of, cut_of
from .people import name_of
from .prepared import NUMBER, Prepared

# A story has a few dozen notes; a page that shows them all shows no more than this many of the newest threads.
MOST_THREADS = 300


def _first_notes(notes: QuerySet[Note]) -> QuerySet[Note]:
    return notes.filter(Q(parent=None)).select_related("written_by__byline", "resolved_by__byline")


ANSWERS = Prefetch("answers", Note.objects.select_related("written_by__byline"))
ON_VERSION = Prepared(lambda version: _first_notes(Note.objects.filter(version=version)), NUMBER)
ON_DRAFT = Prepared(lambda draft: _first_notes(Note.objects.filter(draft=draft)), NUMBER)


@dataclass(frozen=True, slots=True)
class Remark:
    """One note as it was written."""

    pk: int
    by: str
    at: datetime
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A note and its answers.

    `number` is its paragraph in the text asked for, from 1; None where it speaks of the whole
    text, or where the paragraph is `gone` (then `cut_in` is the save that cut it, if that can be
    told). `start` and `end` are its chosen words there, both None for the paragraph.
    """

    first: Remark
    answers: tuple[Remark, ...] = ()
    on: str = ""
    number: int | None = None
    start: int | None = None
    end: int | None = None
    quoted: str = ""
    gone: bool = False
    words_gone: bool = False
    cut_in: int | None = None
    resolved_by: str = ""
    resolved_at: datetime | None = None

    @property
    def pk(self) -> int:
        return self.first.pk

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None

    @property
    def on_words(self) -> bool:
        return self.start is not None


def notes_of(row: Draft | Submission | Version) -> tuple[Thread, ...]:
    """The threads on a text: in the order of its paragraphs, on the whole text first, gone ones last.

    A draft and its submissions show the same threads. Three queries, and one for each thread
    whose paragraph is gone.
    """
    notes = ON_VERSION(row.pk) if isinstance(row, Version) else ON_DRAFT(_draft_of(row))
    prefetch_related_objects(notes, ANSWERS)
    if isinstance(row, Submission) and notes:
        grafs, moved = split_grafs(row.body), split_grafs(row.draft.body)
        threads = [_thread(note, _on_submission(note, moved, grafs)) for note in notes]
    else:
        threads = [_thread(note, anchor_of(note) if note.graf is not None else None) for note in notes]
    return tuple(sorted(threads, key=_place))


def open_notes(draft: Draft) -> tuple[Thread, ...]:
    """What is still to be settled on a draft, in the order of its paragraphs."""
    return tuple(thread for thread in notes_of(draft) if thread.is_open)


def as_reason(threads: Iterable[Thread]) -> str:
    """Open notes as the text that a draft is returned with, a line for each."""
    return "\n".join(f"{_named(thread)}{' '.join(thread.first.body.split())}" for thread in threads)


def notes_of_story(story: Story) -> tuple[Thread, ...]:
    """Every thread of a story: those open first, the newest first in both; `on` names the text it stands on."""
    notes = _threads(story.notes.select_related("draft", "version", "submission"))
    newest = notes.order_by("-written_at", "-pk")[:MOST_THREADS]
    threads = [_thread(note, anchor_of(note) if note.graf is not None else None, on=_text_of(note)) for note in newest]
    return tuple(sorted(threads, key=lambda thread: not thread.is_open))


def note_for(story: Story, pk: int) -> Note | None:
    """A note of the story, which the person may read."""
    note = story.notes.filter(pk=pk).first()
    if note:
        note.story = story
    return note


def _threads(notes: QuerySet[Note]) -> QuerySet[Note]:
    return _first_notes(notes).prefetch_related(ANSWERS)


def _draft_of(row: Draft | Submission) -> int:
    return row.pk if isinstance(row, Draft) else row.draft_id


def _on_submission(note: Note, draft: Sequence[str], grafs: Sequence[str]) -> Anchor | None:
    """Where the note stands in a submission of its draft: followed back from where it stands in the draft."""
    if note.graf is None:
        return None
    anchor = anchor_of(note)
    if not anchor.gone:
        return follow(anchor, draft, grafs)
    cut = cut_of(note)
    return (back_again(anchor, cut, grafs) if cut else None) or anchor


def _thread(note: Note, anchor: Anchor | None, on: str = "") -> Thread:
    cut = cut_of(note) if anchor and anchor.gone and note.gone else None
    stands = anchor is not None and not anchor.gone
    return Thread(
        first=_remark(note),
        answers=tuple(_remark(answer) for answer in note.answers.all()),
        on=on,
        number=anchor.graf + 1 if anchor and stands else None,
        start=anchor.start if anchor and stands else None,
        end=anchor.end if anchor and stands else None,
        quoted=note.quoted,
        gone=anchor is not None and anchor.gone,
        words_gone=anchor is not None and anchor.words_gone,
        cut_in=cut.save if cut else None,
        resolved_by=name_of(note.resolved_by) if note.resolved_by else "",
        resolved_at=note.resolved_at,
    )


def _remark(note: Note) -> Remark:
    return Remark(note.pk, name_of(note.written_by), note.written_at, note.body)


def _place(thread: Thread) -> tuple[bool, int, datetime, int]:
    return (thread.gone, thread.number or 0, thread.first.at, thread.pk)


def _named(thread: Thread) -> str:
    if thread.number:
        return f"¶{thread.number} “{thread.quoted}”: " if thread.on_words else f"¶{thread.number}: "
    return ""


def _text_of(note: Note) -> str:
    if note.version:
        return short_label(note.version.label) or "first filing"
    if note.draft is None:
        return "story"
    return "draft" if note.draft.closed_at is None else "earlier draft"
