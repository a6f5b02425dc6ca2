"""Two versions of a story side by side: every paragraph, field and photo."""

from collections.abc import Iterator

from stories.wire.diff.align import aligned
from stories.wire.diff.photos import photo_changes
from stories.wire.diff.rows import row
from stories.wire.diff.values import FieldChange, GrafKind, Op, Segment, StoryDiff, Summary
from stories.wire.diff.words import kept_share, merge_runs, word_runs
from stories.wire.label import heading
from stories.wire.story import WireStory

FIELDS = ("slugline", "label", "headline", "attn", "byline", "dateline", "note")


def diff(old: WireStory, new: WireStory) -> StoryDiff:
    """Everything that differs between two versions; no input is refused."""
    return StoryDiff(
        grafs=tuple(row(group, old.grafs, new.grafs) for group in aligned(old.grafs, new.grafs)),
        fields=tuple(_field(name, left, right) for name, left, right in _fields(old, new)),
        photos=photo_changes(old.captions, new.captions),
    )


def _fields(old: WireStory, new: WireStory) -> Iterator[tuple[str, str, str]]:
    for name in FIELDS:
        if name == "label":
            yield name, heading(old.label, "").strip(), heading(new.label, "").strip()
        else:
            yield name, getattr(old, name), getattr(new, name)


def _field(name: str, old: str, new: str) -> FieldChange:
    if old == new:  # most fields of a lead
        return FieldChange(name, old, new, (Segment(Op.KEEP, new),) if new else (), 1.0)
    runs = word_runs(old, new)
    return FieldChange(name, old, new, merge_runs(old, new, runs), kept_share(old, new, runs))


def summary(changes: StoryDiff) -> Summary:
    """The counts above the diff."""
    groups = [change.group for change in changes.grafs]

    def count(*kinds: GrafKind) -> int:
        return sum(group.kind in kinds for group in groups)

    return Summary(
        new=count(GrafKind.INSERT),
        edited=count(GrafKind.EDIT),
        split=count(GrafKind.SPLIT, GrafKind.REGROUP),
        merged=count(GrafKind.MERGE, GrafKind.REGROUP),
        moved=sum(group.moved for group in groups),
        removed=count(GrafKind.DELETE),
        unchanged=sum(group.kind is GrafKind.EQUAL and not group.moved for group in groups),
        photos=sum(photo.changed for photo in changes.photos),
    )
