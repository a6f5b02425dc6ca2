"""A draft's saves as people look for them: each act stands alone, what the editor saved by itself is folded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import F, QuerySet

from stories.models import Draft, ParkedText, Story
from stories.wire.diff import diff
from stories.wire.diff.values import Segment
from stories.wire.grafs import split_grafs
from stories.wire.story import WireStory

from .people import name_of
from .prepared import NUMBER, OTHER_TEXT, TEXT, Prepared

LINES = ("headline", "attn", "byline", "dateline", "note")
AUTOSAVED = "autosave"
WORDS = {
    AUTOSAVED: "Saved while typing",
    "merged": "Merged with what was saved meanwhile",
    "merged by hand": "Merged by hand",
    "rebased": "Put on the version on the wire",
    "discarded": "Discarded",
    "taken up again": "Taken up again after it was discarded",
}


@dataclass(frozen=True, slots=True)
class Save:
    """A row of the audit: the draft's `revision`, who saved it and from which tab, and why."""

    revision: int
    at: datetime
    by: str
    session: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One or more saves as one: `since` the first to `until` the last, whose revision it names."""

    words: str
    revision: int
    by: str
    since: datetime
    until: datetime
    count: int


def given_up(story: Story) -> Draft | None:
    """The draft of the next lead that was discarded last with words typed into it, where nothing went out since.

    One query.
    """
    discarded = story.drafts.filter(purpose=Draft.Purpose.UPDATE, state=Draft.State.DISCARDED)
    discarded = discarded.filter(saved_at__gt=F("opened_at"))
    if story.current_version:
        discarded = discarded.filter(closed_at__gt=story.current_version.filed_at)
    return discarded.order_by("-closed_at").first()


def fold(saves: Iterable[Save]) -> list[Entry]:
    """Saves in their order as entries, newest first: what one tab saved by itself, in a row, is one entry."""
    entries: list[Entry] = []
    before: Save | None = None
    for save in saves:
        if before and _goes_on(before, save):
            last = entries[-1]
            entries[-1] = replace(last, revision=save.revision, until=save.at, count=last.count + 1)
        else:
            entries.append(Entry(_words(save, first=before is None), save.revision, save.by, save.at, save.at, 1))
        before = save
    return entries[::-1]


def _goes_on(before: Save, save: Save) -> bool:
    same = (before.by, before.session, before.reason) == (save.by, save.session, save.reason)
    return same and save.reason == AUTOSAVED


def _words(save: Save, *, first: bool) -> str:
    if first:
        return "Opened"
    return WORDS.get(save.reason) or save.reason.capitalize() or "Saved"


def saves_of(draft: Draft) -> list[Entry]:
    """The draft's saves, folded, newest first. One query, which leaves the texts where they are."""
    rows = draft.history.order_by("history_id").select_related("history_user__byline").defer("body", "note")
    return fold(
        Save(
            row.revision,
            row.history_date,
            name_of(row.history_user) if row.history_user else "",
            row.saved_session,
            row.history_change_reason or "",
        )
        for row in rows
    )


def saved_at(draft: Draft, revision: int) -> Draft | None:
    """The draft as it was saved at `revision`, not to be saved itself; None where there is no such save. One query."""
    row = draft.history.filter(revision=revision).order_by("history_id").first()
    return row.instance if row else None


@dataclass(frozen=True, slots=True)
class Restoring:
    """What restoring an older text would change: lines by name, and the paragraphs, both with their marks."""

    lines: list[tuple[str, tuple[Segment, ...]]]
    grafs: list[tuple[Segment, ...]]


def restoring(now: Draft, then: Draft) -> Restoring:
    """From the draft as it is to what was saved then. No query: the photos stay as they are."""
    found = diff(_text(now), _text(then))
    lines = [(change.name, change.segments) for change in found.fields if change.changed]
    return Restoring(lines, [marks for row in found.grafs for marks in row.inline])


def _text(draft: Draft) -> WireStory:
    return WireStory(**{name: getattr(draft, name) for name in LINES}, grafs=split_grafs(draft.body))


def parked_by(person: User, draft: Draft) -> QuerySet[ParkedText]:
    """What the person typed that is not merged yet, for this draft or for one of its purpose that was closed before."""
    drafts = {"draft__story": draft.story_id, "draft__purpose": draft.purpose}
    return ParkedText.objects.filter(**drafts, writer=person, settled_at=None).select_related("draft__based_on")


WAITING = Prepared(
    lambda story, purpose, writer: ParkedText.objects.filter(
        draft__story=story, draft__purpose=purpose, writer=writer, settled_at=None
    )[:1],
    TEXT,
    OTHER_TEXT,
    NUMBER,
)


def text_waiting_for(person: User, draft: Draft) -> ParkedText | None:
    """The latest of them, without its draft. One query."""
    return text_waiting_on(person, draft.story, draft.purpose)


def text_waiting_on(person: User, story: Story, purpose: str) -> ParkedText | None:
    """The same, where no draft is open. One query."""
    return next(iter(WAITING(story.pk, purpose, person.pk)), None)
