"""The next filing as it stands: its label, its wire text, what a desk would query, what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from stories.models import Byline, Desk, Draft, Story, Version
from stories.wire.analysis import Analysis, analyse
from stories.wire.checks import Check
from stories.wire.diff.values import Summary
from stories.wire.label import Kind, Label
from stories.wire.order import OutOfOrder
from stories.wire.story import WireStory

from .attn_line import line_of
from .copy import draft_copy, standing_copy
from .earlier import earlier_than
from .labels import coming_label
from .prepared import Prepared

ACTIVE_BYLINES = Prepared(lambda: Byline.objects.filter(active=True).order_by())


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCopy:
    """A draft as it would go out now.

    `label` is None where its kind cannot come next, and `misfit` says why. `found` is read
    against `current`, the version on the wire; None before the first filing.
    """

    label: Label | None
    misfit: str
    found: Analysis
    current: Version | None
    stale: bool
    desk: Desk

    @property
    def kind(self) -> Kind | None:
        """What it would go out as."""
        return self.label.kind if self.label else None

    @property
    def copy(self) -> WireStory:
        return self.found.copy

    @property
    def wire(self) -> str:
        return self.found.wire

    @property
    def checks(self) -> tuple[Check, ...]:
        return self.found.checks

    @property
    def changes(self) -> Summary | None:
        return self.found.counts

    @property
    def places(self) -> dict[int, str]:
        """Where each paragraph stands on the compare page, by its number from 1."""
        rows = self.found.changes.grafs if self.found.changes else ()
        return {index + 1: f"p{row.group.new[0] + 1}" for row in rows for index in row.group.new}

    @property
    def needs_reason(self) -> bool:
        """Whether the desk asks why a line goes out that says what is not so."""
        return bool(self.found.wrong) and self.desk.attn_policy == Desk.AttnPolicy.REASON


def working_copy(draft: Draft) -> WorkingCopy:
    """Three queries beside the draft's own: the photos of both texts, the older bodies."""
    label, misfit = next_label_of(draft)
    return WorkingCopy(
        label=label,
        misfit=misfit,
        found=read_against_wire(draft, draft_copy(draft, label), line_of(draft).gone),
        current=draft.story.current_version,
        stale=draft.based_on_id != draft.story.current_version_id,
        desk=draft.story.desk,
    )


def read_against_wire(draft: Draft, copy: WireStory, gone: Sequence[str]) -> Analysis:
    """`copy` as the filing after the version on the wire. Two queries: its photos, the older bodies."""
    current = draft.story.current_version
    if current is None:
        return analyse(copy, None, gone=gone)
    return analysed(copy, standing_copy(current), earlier_than(current), tuple(gone))


@lru_cache(maxsize=16)
def analysed(copy: WireStory, before: WireStory, earlier: tuple[WireStory, ...], gone: tuple[str, ...]) -> Analysis:
    """One reading serves the page and the editor's first question, which come with the same text."""
    return analyse(copy, before, earlier=earlier, gone=gone)


def next_label_of(draft: Draft) -> tuple[Label | None, str]:
    """The label the draft would get now, or None and the reason, for people. Queries as `telling_labels`."""
    try:
        return coming_label(draft), ""
    except OutOfOrder as reason:
        return None, str(reason)


def label_to_come(story: Story, purpose: str = Draft.Purpose.UPDATE) -> Label | None:
    """The label of the story's next filing for this purpose, None once it is killed. Queries as `telling_labels`."""
    return next_label_of(Draft(story=story, purpose=purpose))[0]


def offered_bylines(desk: Desk) -> list[Byline]:
    """The names a byline may be picked from: those the admins keep active, the desk's own first."""
    return sorted(ACTIVE_BYLINES(), key=lambda byline: (byline.desk_id != desk.pk, byline.name))
