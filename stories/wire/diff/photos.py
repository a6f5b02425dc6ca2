"""What became of the photos between two versions, and the words of their captions."""

from collections.abc import Iterable, Sequence
from itertools import product

from stories.wire.diff.chain import Link, heaviest_chain
from stories.wire.diff.features import stems
from stories.wire.diff.values import PhotoChange, PhotoKind
from stories.wire.diff.words import segments
from stories.wire.story import Caption

# Captions that share this much of their words are the same caption, reworded.
SIMILAR = 0.5
NO_CAPTION = Caption("")


def photo_changes(old: Sequence[Caption], new: Sequence[Caption]) -> tuple[PhotoChange, ...]:
    """One row for each photo: in the new order, each dropped one after the row that stood before it.

    A picture is known by its key. Where a key is missing or gone, an equal or similar
    caption tells: without two different keys it is the same picture, with them another
    picture has taken its place.
    """
    pairs = _pairs(old, new)
    stayed = heaviest_chain(pairs.items(), lambda _: 1)
    of_new = {n: o for o, n in pairs.items()}
    rows = [_row(old, new, of_new.get(n), n, stayed) for n in range(len(new))]
    for o in range(len(old)):
        if o not in pairs:
            rows.insert(_place(rows, o), _row(old, new, o, None, stayed))
    return tuple(rows)


def _pairs(old: Sequence[Caption], new: Sequence[Caption]) -> dict[int, int]:
    """Old position to new: by key, then by caption, the most similar first."""
    pairs: dict[int, int] = {}
    scored = [(-_likeness(old[o], new[n]), abs(o - n), o, n) for o, n in product(range(len(old)), range(len(new)))]
    for score, _, o, n in sorted(scored):
        if -score >= SIMILAR and o not in pairs and n not in pairs.values():
            pairs[o] = n
    return pairs


def _likeness(old: Caption, new: Caption) -> float:
    """3 for the same picture under the same caption, from 2 for the same picture, else how much of the words agree."""
    if old.photo and old.photo == new.photo:
        return 2.0 + (old.text == new.text)
    if old.text == new.text:
        return 1.0
    left, right = set(stems(old.text)), set(stems(new.text))
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _row(
    old: Sequence[Caption], new: Sequence[Caption], o: int | None, n: int | None, stayed: Iterable[Link]
) -> PhotoChange:
    before, after = None if o is None else old[o], None if n is None else new[n]
    left, right = before or NO_CAPTION, after or NO_CAPTION
    return PhotoChange(
        _kind(before, after),
        before,
        after,
        o,
        n,
        segments(left.text, right.text),
        segments(left.credit, right.credit),
        moved=o is not None and n is not None and (o, n) not in stayed,
    )


def _kind(before: Caption | None, after: Caption | None) -> PhotoKind:
    if before is None:
        return PhotoKind.ADDED
    if after is None:
        return PhotoKind.DROPPED
    same = before.photo == after.photo or not (before.photo and after.photo)
    return PhotoKind.KEPT if same else PhotoKind.REPLACED


def _place(rows: Sequence[PhotoChange], dropped: int) -> int:
    """Where a dropped photo is shown: behind the last row that stood before it."""
    places = [
        place
        for place, row in enumerate(rows, 1)
        if row.old_position is not None and row.old_position < dropped and not row.moved
    ]
    return max(places, default=0)
