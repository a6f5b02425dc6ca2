"""Notes that go with their paragraphs: moved on each save of the draft that moves them, and on no other."""

from collections.abc import Sequence

from stories.models import Draft, Note
from stories.queries.anchors import anchor_of, cut_of
from stories.wire.anchors import Anchor, arrived, back_again, follow, resembles
from stories.wire.grafs import split_grafs


def follow_notes(draft: Draft, was: str) -> None:
    """Put the draft's notes where their paragraphs stand in its new body, which was `was`; the caller holds it.

    One query, one more where notes move; none for a draft that was loaded with `has_notes` and has
    none. A draft is saved for every pause in somebody's typing, so nothing is compared that cannot
    have moved.
    """
    if was == draft.body or not getattr(draft, "has_notes", True):
        return
    notes = list(Note.objects.filter(draft=draft, parent=None, graf__isnull=False))
    if not notes:
        return
    old, new = split_grafs(was), split_grafs(draft.body)
    fresh = arrived(old, new)
    moved = [note for note in notes if _put(note, _now(note, old, new, fresh))]
    if moved:
        Note.objects.bulk_update(moved, ["graf", "start", "end", "gone"])


def _now(note: Note, old: Sequence[str], new: Sequence[str], fresh: Sequence[str]) -> Anchor:
    anchor = anchor_of(note)
    if not anchor.gone:
        return follow(anchor, old, new)
    if not any(resembles(anchor.quoted, graf) for graf in fresh):
        return anchor
    cut = cut_of(note)
    return (back_again(anchor, cut, new) if cut else None) or anchor


def _put(note: Note, anchor: Anchor) -> bool:
    """Set the note on the anchor; whether that changes it."""
    place = (anchor.graf, anchor.start, anchor.end, anchor.gone)
    if place == (note.graf, note.start, note.end, note.gone):
        return False
    note.graf, note.start, note.end, note.gone = place
    return True
