"""What became of the photos between two versions, and the words of their captions."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from stories.wire.diff.chain import Link, heaviest_chain
from stories.wire.diff.features import stems
from stories.wire.diff.rows import STACKED
from stories.wire.diff.values import PhotoChange, PhotoKind, Segment
from stories.wire.diff.words import kept_share, merge_runs, segments, word_runs
from stories.wire.story import Caption

# Captions that share this much of their words are the same caption, reworded.
SIMILAR = 0.5
NO_CAPTION = Caption("")


def photo_changes(old: Sequence[Caption], new: Sequence[Caption]) -> tuple[PhotoChange, ...]:
    """One row for each photo: in the new order, each dropped one after the row that stood before it.

    A picture is known by its key. Where a key is missing or gone, an equal or similar
    caption tells: without two different keys it is the same picture, with them another
    picture has taken its place. So it has where as many pictures went between two that
    stayed as came there, whatever their captions say.
    """
    pairs = _pairs(old, new)
    pairs |= _in_place(old, new, pairs)
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


def _in_place(old: Sequence[Caption], new: Sequence[Caption], pairs: dict[int, int]) -> dict[int, int]:
    """Pairs of what went and what came in the same gap, in order, where both are pictures and as many."""
    stayed = sorted(heaviest_chain(pairs.items(), lambda _: 1))
    came = set(range(len(new))) - set(pairs.values())
    found: dict[int, int] = {}
    for (o, n), (o_end, n_end) in pairwise([(-1, -1), *stayed, (len(old), len(new))]):
        out = [at for at in range(o + 1, o_end) if at not in pairs]
        into = [at for at in range(n + 1, n_end) if at in came]
        if len(out) == len(into) and all(old[a].photo and new[b].photo for a, b in zip(out, into, strict=True)):
            found |= dict(zip(out, into, strict=True))
    return found


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
        _words(left.text, right.text),
        segments(left.credit, right.credit),
        moved=o is not None and n is not None and (o, n) not in stayed,
    )


def _words(left: str, right: str) -> tuple[Segment, ...]:
    """Word by word; where next to nothing was kept, the whole of the old and the whole of the new."""
    runs = word_runs(left, right)
    return merge_runs(left, right, runs if kept_share(left, right, runs) >= STACKED else ())


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
