"""The lead ladder: every version of a story, and the draft on top of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from stories.models import Draft, Story
from stories.permissions import may_decide
from stories.wire.grafs import word_count
from stories.wire.label import Label
from stories.wire.order import OutOfOrder, next_label
from stories.wire.strip import Strip, strip

from .labels import draft_kind
from .ladder_rows import Filed, filed, filed_with_strips
from .people import name_of
from .prepared import TEXT, Prepared
from .reviews import last_submission, last_verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One version. `gap` and `delta` (words) look at the version before it on the wire, None at the bottom.

    `attn_held` and `attn_wrong` count the claims of its ATTN that hold and that do not, None where it was not checked.
    `gap` is None too where times do not follow the wire, as when a page came without one.
    `strip` says what became of each paragraph; None where it was not asked for.
    `late` marks an older lead that was brought in after a newer one was in the record.
    """

    sequence: int
    label: Label
    headline: str
    attn: str
    attn_held: int | None
    attn_wrong: int | None
    byline: str
    filed_at: datetime
    filed_by: str
    gap: timedelta | None
    words: int
    delta: int | None
    photos: int
    imported: bool
    late: bool
    current: bool
    strip: Strip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRung:
    """An open draft. `label` is what it would be filed under now, None where its kind cannot come next.

    `state` is a Draft.State; `moved_by` and `moved_at` say who handed it in or decided it, and when: "" and None
    while it is being written. `waits_of` is the key of who handed it in, while it waits for the desk.
    `stale` says that another version went out since it was begun.
    """

    purpose: str
    label: Label | None
    headline: str
    revision: int
    saved_at: datetime
    saved_by: str
    words: int
    delta: int | None
    stale: bool
    strip: Strip | None
    state: str
    moved_by: str
    moved_at: datetime | None
    waits_of: int | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """`rungs` newest first; `drafts` open ones, the next lead's before a correction's."""

    rungs: tuple[Rung, ...]
    drafts: tuple[DraftRung, ...]

    @property
    def has_strips(self) -> bool:
        return any(rung.strip for rung in (*self.drafts, *self.rungs))

    @property
    def draft(self) -> DraftRung | None:
        """The draft of the next lead, else of a correction, else None."""
        return self.drafts[0] if self.drafts else None

    @property
    def lead(self) -> DraftRung | None:
        """The draft of the next lead."""
        return next((draft for draft in self.drafts if draft.purpose == Draft.Purpose.UPDATE), None)

    @property
    def correction(self) -> DraftRung | None:
        """The draft of a correction."""
        return next((draft for draft in self.drafts if draft.purpose == Draft.Purpose.CORRECTION), None)


DRAFTS = Prepared(
    lambda story: (
        Draft.objects.filter(story=story, closed_at=None).select_related("saved_by__byline").order_by("-purpose")
    ),
    TEXT,
)


def ladder(story: Story, *, strips: bool = False) -> Ladder:
    """Two queries, and one for each draft that was handed in. With `strips` each filing's paragraphs are drawn too.

    One query more with strips, the first time after something was filed.
    """
    versions, drawn = filed_with_strips(story) if strips else (filed(story), [])
    drafts = DRAFTS(story.pk)
    wire = next((version for version in versions if version.pk == story.current_version_id), None)
    labels = [version.label for version in versions]
    rungs = _rungs(versions, drawn or [None] * len(versions), story.current_version_id)
    return Ladder(rungs[::-1], tuple(_draft_rung(draft, story, wire, labels, strips=strips) for draft in drafts))


def _rungs(versions: Sequence[Filed], strips: Sequence[Strip | None], current: int | None) -> tuple[Rung, ...]:
    befores, rungs, behind = (None, *versions[:-1]), [], _earliest_behind(versions)
    for version, before, drawn, first in zip(versions, befores, strips, behind, strict=False):
        late, on_wire = first < version.sequence, version.pk == current
        rungs.append(_rung(version, before, late=late, current=on_wire, drawn=drawn))
    return tuple(rungs)


def _earliest_behind(versions: Sequence[Filed]) -> list[int]:
    """For each filing the earliest place in the record of those that follow it on the wire."""
    found, earliest = [], len(versions) + 1
    for version in reversed(versions):
        found.append(earliest)
        earliest = min(earliest, version.sequence)
    return found[::-1]


def _rung(version: Filed, before: Filed | None, *, late: bool, current: bool, drawn: Strip | None) -> Rung:
    return Rung(
        sequence=version.sequence,
        label=version.label,
        headline=version.headline,
        attn=version.attn,
        attn_held=version.held,
        attn_wrong=version.wrong,
        byline=version.byline,
        filed_at=version.filed_at,
        filed_by=version.filed_by,
        gap=version.filed_at - before.filed_at if before and version.filed_at >= before.filed_at else None,
        words=version.word_count,
        delta=version.word_count - before.word_count if before else None,
        photos=version.photo_count,
        imported=version.imported,
        late=late,
        current=current,
        strip=drawn,
    )


def _draft_rung(draft: Draft, story: Story, wire: Filed | None, labels: Sequence[Label], *, strips: bool) -> DraftRung:
    draft.story = story
    words = word_count(draft.body)
    moved_by, moved_at = _moved(draft)
    return DraftRung(
        purpose=draft.purpose,
        label=_label_now(draft, labels),
        headline=draft.headline,
        revision=draft.revision,
        saved_at=draft.saved_at,
        saved_by=name_of(draft.saved_by),
        words=words,
        delta=words - wire.word_count if wire else None,
        stale=draft.based_on_id != story.current_version_id,
        strip=strip(story.current_version.body if story.current_version else None, draft.body) if strips else None,
        state=draft.state,
        moved_by=name_of(moved_by) if moved_by else "",
        moved_at=moved_at,
        waits_of=moved_by.pk if moved_by and draft.state == Draft.State.SUBMITTED else None,
    )


def _moved(draft: Draft) -> tuple[User | None, datetime | None]:
    """Who brought the draft to where it stands with the desk, and when. One query, none while it is being written."""
    if draft.state == Draft.State.SUBMITTED:
        asked = last_submission(draft)
        return (asked.submitted_by, asked.submitted_at) if asked else (None, None)
    verdict = last_verdict(draft) if draft.state in (Draft.State.RETURNED, Draft.State.APPROVED) else None
    return (verdict.decided_by, verdict.decided_at) if verdict else (None, None)


def waits_for(rung: DraftRung | None, story: Story, person: User) -> bool:
    """Whether the draft waits for this person's verdict; their own work, where the desk has four eyes, does not."""
    if rung is None or rung.waits_of is None or not may_decide(person, story):
        return False
    return not (story.desk.four_eyes and rung.waits_of == person.pk)


def _label_now(draft: Draft, labels: Sequence[Label]) -> Label | None:
    try:
        return next_label(labels, draft_kind(draft), tuple(draft.qualifiers))
    except OutOfOrder:
        return None
