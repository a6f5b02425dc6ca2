"""A filing's paragraphs as a strip: one piece for each, as wide as it is long, drawn by what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .diff import align
from .diff.values import GrafKind
from .grafs import split_grafs, word_count

WIDTH, HEIGHT = 1000, 12  # units of the drawing, which is stretched to its column
GAP = 4  # units between two pieces, less where a piece has hardly more
KEPT_STRIPS = 400  # pairs of texts whose strip is remembered; a filed text never changes


class Fate(StrEnum):
    """What became of a paragraph against the filing before; "kept" is neither touched nor moved."""

    NEW = "new"
    EDITED = "edited"
    MOVED = "moved"
    KEPT = "kept"


# Where each fate is inked, from the top: (y, height). Its shape says it where its colour does not.
INKED = {
    Fate.NEW: ((0, HEIGHT),),
    Fate.EDITED: ((HEIGHT // 2, HEIGHT // 2),),
    Fate.MOVED: ((0, 3), (HEIGHT - 3, 3)),
    Fate.KEPT: (),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph: where it begins and how wide it is, in units of WIDTH."""

    fate: Fate
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The pieces in the order of the text."""

    pieces: tuple[Piece, ...]

    @property
    def grafs(self) -> int:
        return len(self.pieces)

    @property
    def shapes(self) -> tuple[tuple[str, str], ...]:
        """(name, SVG path) of what lies under all pieces, "bed", and of each fate's ink."""
        bed = "".join(_box(piece, 0, HEIGHT) for piece in self.pieces)
        inked = (
            (fate.value, "".join(_box(piece, *band) for piece in self.pieces if piece.fate is fate for band in bands))
            for fate, bands in INKED.items()
        )
        return (("bed", bed), *((name, path) for name, path in inked if path))

    @property
    def told(self) -> str:
        """The strip in words: "8 new, 9 edited, 2 unchanged"."""
        names = {Fate.NEW: "new", Fate.EDITED: "edited", Fate.MOVED: "moved", Fate.KEPT: "unchanged"}
        counts = {fate: sum(piece.fate is fate for piece in self.pieces) for fate in Fate}
        return ", ".join(f"{counts[fate]} {name}" for fate, name in names.items() if counts[fate])


@lru_cache(maxsize=KEPT_STRIPS)
def strip(before: str | None, body: str) -> Strip:
    """The strip of `body` after `before`, two bodies as they are stored; before is None for a first filing."""
    grafs = split_grafs(body)
    fates = _fates(split_grafs(before), grafs) if before is not None else [Fate.NEW] * len(grafs)
    words = [max(1, word_count((graf,))) for graf in grafs]
    unit = WIDTH / max(1, sum(words))
    pieces = []
    start = 0.0
    for fate, count in zip(fates, words, strict=True):
        width = count * unit
        pieces.append(Piece(fate, round(start, 1), round(width - min(GAP, width / 4), 1)))
        start += width
    return Strip(tuple(pieces))


def _box(piece: Piece, top: int, height: int) -> str:
    return f"M{piece.start:g} {top}h{piece.width:g}v{height}h-{piece.width:g}z"


def _fates(old: tuple[str, ...], new: tuple[str, ...]) -> list[Fate]:
    fates = [Fate.NEW] * len(new)
    for group in align(old, new):
        for index in group.new:
            fates[index] = _fate(group.kind, moved=group.moved)
    return fates


def _fate(kind: GrafKind, *, moved: bool) -> Fate:
    if kind is GrafKind.INSERT:
        return Fate.NEW
    if kind is not GrafKind.EQUAL:
        return Fate.EDITED
    return Fate.MOVED if moved else Fate.KEPT
