"""The base cut into pieces that belong together on both sides, and each piece merged by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from stories.wire.diff.values import Group

from .text import merge_text
from .values import Conflict, Merged, Row, Side

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs of the base and what each side made of them: indexes on all three."""

    base: tuple[int, ...]
    mine: tuple[int, ...]
    theirs: tuple[int, ...]


def pieces(base_length: int, mine: Sequence[Group], theirs: Sequence[Group]) -> list[Piece]:
    """The base paragraphs, joined where a split or merge of either side ties them together; in base order."""
    root = list(range(base_length))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for group in (*mine, *theirs):
        for index in group.old[1:]:
            a, b = sorted((find(group.old[0]), find(index)))
            root[b] = a
    made: tuple[dict[int, set[int]], dict[int, set[int]]] = ({}, {})
    for side, groups in enumerate((mine, theirs)):
        for group in groups:
            if group.old:
                made[side].setdefault(find(group.old[0]), set()).update(group.new)
    members: dict[int, list[int]] = {}
    for index in range(base_length):
        members.setdefault(find(index), []).append(index)
    return [
        Piece(tuple(indexes), *(tuple(sorted(made[side].get(first, ()))) for side in (0, 1)))
        for first, indexes in members.items()
    ]


def _texts(indexes: tuple[int, ...], grafs: Sequence[str]) -> Texts:
    return tuple(grafs[index] for index in indexes)


def merge_piece(piece: Piece, base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Row]:
    """A piece's rows: one side's paragraphs where only it changed them, both sides' words, or a conflict."""
    was, ours, other = _texts(piece.base, base), _texts(piece.mine, mine), _texts(piece.theirs, theirs)
    if ours == other:
        return [Merged(text) for text in ours]
    if other == was:
        return [Merged(text, Side.MINE) for text in ours]
    if ours == was:
        return [Merged(text, Side.THEIRS) for text in other]
    text = merge_text("\n".join(was), "\n".join(ours), "\n".join(other)) if ours and other else None
    if text is None or "\n" in "".join((*was, *ours, *other)):
        return [Conflict(was, ours, other)]
    return [Merged(part) for part in text.split("\n")]
