"""What stands where both sides cut the same paragraphs: each side's new ones there are its rewriting of them."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from .order import Place
from .pieces import Piece, merge_piece
from .values import Conflict, Merged, Row, Side

Texts = Sequence[str]
New = tuple[AbstractSet[str], AbstractSet[str]]


def rows_in_order(
    order: Sequence[Place], cut: Sequence[Piece], base: Texts, mine: Texts, theirs: Texts, new: New
) -> Iterator[Row]:
    """The rows of `order`; `new` holds each side's new grafs. Two rewritings of one paragraph are a conflict."""
    gap: list[str] = []
    gone: list[str] = []
    for place in order:
        piece = None if place.piece is None else cut[place.piece]
        if piece is None:
            gap.append(place.text)
        elif not (piece.mine or piece.theirs):
            gone += (base[index] for index in piece.base)
        else:
            yield from _rows_of(gap, gone, new)
            gap, gone = [], []
            yield from merge_piece(piece, base, mine, theirs)
    yield from _rows_of(gap, gone, new)


def _rows_of(gap: Texts, gone: Texts, new: New) -> Iterator[Row]:
    """The rows between two paragraphs that are still there: new ones, in place of those that both sides cut."""
    mine, theirs = (
        tuple(text for text in gap if text in side and text not in other) for side, other in (new, new[::-1])
    )
    if not (gone and mine and theirs):
        for text in gap:
            yield Merged(text, _whose(text, new))
        return
    asked: Conflict | None = Conflict(tuple(gone), mine, theirs)
    for text in gap:
        if _whose(text, new) is None:
            yield Merged(text)
        elif asked:
            yield asked
            asked = None


def _whose(text: str, new: New) -> Side | None:
    if text in new[0] and text in new[1]:
        return None
    return Side.MINE if text in new[0] else Side.THEIRS
