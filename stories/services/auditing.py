"""Checking the ATTN lines of what was filed, and keeping what the check came to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stories.models import AttnAudit, Story, Version
from stories.queries.audits import Audited, audited
from stories.queries.copy import standing_copy
from stories.queries.labels import telling_labels
from stories.wire.grafs import split_grafs
from stories.wire.label import Kind, Label
from stories.wire.order import OutOfOrder, next_label
from stories.wire.review import CHECKER, Audit, audit
from stories.wire.story import Caption, WireStory

from .drafting import DraftText
from .draftphotos import PhotoUse

COUNTS = ("held", "wrong", "unchecked", "undeclared", "silent", "checked_with")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found when `copy` was read against the version with the key `against`, which never changes."""

    against: int
    copy: WireStory
    found: Audit


def check_ahead(story: Story, text: DraftText, uses: Sequence[PhotoUse], asked: Kind | None) -> Checked | None:
    """The check of what is about to be filed, made before the story is locked, as it may take long.

    None where no line is checked. One query at most besides the photos of the version on the wire.
    """
    current = story.current_version
    if current is None or not text.attn:
        return None
    try:
        label = next_label(telling_labels(story), asked, text.qualifiers)
    except OutOfOrder:
        return None
    if label.kind is Kind.KILL:
        return None
    copy = _copy(story, label, text, uses)
    return Checked(current.pk, copy, audit(standing_copy(current), copy))


def check_filing(
    story: Story, label: Label, text: DraftText, uses: Sequence[PhotoUse], ahead: Checked | None = None
) -> Audit:
    """What is about to be filed, read against the version on the wire; nothing where no line is checked.

    What was found `ahead` counts if it was read in the same text against the same version.
    """
    current = story.current_version
    if current is None or label.kind is Kind.KILL or not text.attn:
        return Audit()
    copy = _copy(story, label, text, uses)
    if ahead and (ahead.against, ahead.copy) == (current.pk, copy):
        return ahead.found
    return audit(standing_copy(current), copy)


def _copy(story: Story, label: Label, text: DraftText, uses: Sequence[PhotoUse]) -> WireStory:
    return WireStory(
        label=label,
        slugline=story.slugline,
        headline=text.headline,
        attn=text.attn,
        byline=text.byline,
        dateline=text.dateline,
        grafs=split_grafs(text.body),
        captions=tuple(Caption(use.caption, use.credit, use.photo.sha256 if use.photo else "") for use in uses),
        email=text.email,
    )


def keep_audit(version: Version, found: Audit) -> None:
    """Keep the summary of a version that was just added. A line that claims nothing has none."""
    if found.verdicts:
        AttnAudit.objects.create(version=version, **counts(found))


def audit_story(story: Story) -> None:
    """Check every version of a story anew, as when one came in late between two others."""
    keep_audits(audited(story))


def keep_audits(rows: Iterable[Audited]) -> None:
    """Keep these summaries in place of older ones. One query."""
    made = [AttnAudit(version=row.version, **counts(row.found)) for row in rows if row.found.verdicts]
    AttnAudit.objects.bulk_create(made, update_conflicts=True, unique_fields=["version"], update_fields=COUNTS)


def counts(found: Audit) -> dict[str, int]:
    """The summary's columns."""
    return {
        "held": found.held,
        "wrong": len(found.wrong),
        "unchecked": found.unchecked,
        "undeclared": len(found.undeclared),
        "silent": len(found.silent),
        "checked_with": CHECKER,
    }
