"""Three-way merge of two bodies by paragraph, on the identities that the diff finds."""

from collections.abc import Sequence

from stories.wire.diff import align
from stories.wire.diff.values import Group

from .gaps import rows_in_order
from .order import Buckets, Place, after_anchors, merged_order
from .pieces import Piece, pieces
from .values import Merge, Merged, Side


def _moved(groups: Sequence[Group], cut: Sequence[Piece]) -> frozenset[int]:
    """The numbers of the pieces that a side moved."""
    number = {index: n for n, piece in enumerate(cut) for index in piece.base}
    return frozenset(number[index] for group in groups if group.moved for index in group.old)


def _sequence(grafs: Sequence[str], made: Sequence[tuple[int, ...]]) -> list[Place]:
    """A side's text as places: each piece at its first paragraph, new grafs as they are.

    `made` holds, for each piece, the side's paragraphs.
    """
    piece_at = {indexes[0]: n for n, indexes in enumerate(made) if indexes}
    inside = {index for indexes in made for index in indexes[1:]}
    return [
        Place(piece_at[index]) if index in piece_at else Place(None, text)
        for index, text in enumerate(grafs)
        if index not in inside
    ]


def _new_grafs(put: Buckets) -> set[str]:
    return {place.text for places in put.values() for place in places if place.piece is None}


def _one_sided(grafs: Sequence[str], by: Side | None) -> Merge:
    return Merge(tuple(Merged(text, by) for text in grafs))


def merge(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Merge:
    """Both sides' changes to the base, as rows in reading order.

    A move on one side and an edit on the other both survive; words merge where they do not
    touch. New grafs that each put in place of one that both cut are asked about. Symmetric but
    for whose side is whose: the rows come in one order either way.
    """
    if list(mine) == list(theirs):
        return _one_sided(mine, None)
    if list(theirs) == list(base):
        return _one_sided(mine, Side.MINE)
    if list(mine) == list(base):
        return _one_sided(theirs, Side.THEIRS)
    ours, other = align(base, mine), align(base, theirs)
    cut = pieces(len(base), ours, other)
    moved = _moved(ours, cut), _moved(other, cut)
    anchors = frozenset(range(len(cut))) - moved[0] - moved[1]
    buckets = [
        after_anchors(_sequence(grafs, made), anchors, away)
        for grafs, made, away in (
            (mine, [piece.mine for piece in cut], moved[0]),
            (theirs, [piece.theirs for piece in cut], moved[1]),
        )
    ]
    order = merged_order(len(cut), anchors, *buckets)
    new = (_new_grafs(buckets[0]), _new_grafs(buckets[1]))
    return Merge(tuple(rows_in_order(order, cut, base, mine, theirs, new)))
