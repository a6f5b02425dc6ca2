"""The next filing as it stands: its label, its wire text, what a desk would query, what it changes."""

from dataclasses import dataclass

from stories.models import Byline, Desk, Draft, Story, Version
from stories.wire.checks import Check, check
from stories.wire.diff import diff, summary
from stories.wire.diff.values import Summary
from stories.wire.label import Label
from stories.wire.order import OutOfOrder
from stories.wire.render import render
from stories.wire.story import WireStory

from .copy import draft_copy, version_copy
from .labels import coming_label


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCopy:
    """A draft as it would go out now.

    `label` is None where its kind cannot come next, and `misfit` says why. `changes` is
    against `current`, the version on the wire; both None before the first filing.
    """

    label: Label | None
    misfit: str
    copy: WireStory
    wire: str
    checks: tuple[Check, ...]
    changes: Summary | None
    current: Version | None
    stale: bool


def working_copy(draft: Draft) -> WorkingCopy:
    """Three queries beside the draft's own: the labels, the photos of both texts."""
    label, misfit = next_label_of(draft)
    copy = draft_copy(draft, label)
    current = draft.story.current_version
    before = version_copy(current) if current else None
    return WorkingCopy(
        label=label,
        misfit=misfit,
        copy=copy,
        wire=render(copy),
        checks=check(copy, before),
        changes=summary(diff(before, copy)) if before else None,
        current=current,
        stale=draft.based_on_id != draft.story.current_version_id,
    )


def next_label_of(draft: Draft) -> tuple[Label | None, str]:
    """The label the draft would get now, or None and the reason, for people. One query."""
    try:
        return coming_label(draft), ""
    except OutOfOrder as reason:
        return None, str(reason)


def label_to_come(story: Story) -> Label | None:
    """The label of the story's next filing, None once it is killed. One query."""
    return next_label_of(Draft(story=story))[0]


def offered_bylines(desk: Desk) -> list[Byline]:
    """The names a byline may be picked from: those the admins keep active, the desk's own first."""
    return sorted(Byline.objects.filter(active=True), key=lambda byline: (byline.desk_id != desk.pk, byline.name))
