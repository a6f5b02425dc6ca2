"""Where everything of the story flow figure stands.

A column stands at its filing time and no nearer to its neighbour than its label is wide; a bar is
as high as its paragraph has words; a ribbon is as thick as the bars it joins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stories.wire.diff.values import GrafKind
from stories.wire.provenance import Strand

from .values import Bar, Column, Filed, Flow, Ribbon

WIDTH, HEIGHT = 900, 186
LEFT, RIGHT, TOP = 24.0, 670.0, 6.0
TALLEST = 140.0  # the longest filing's bars, gaps included
BAR_WIDTH, BAR_GAP, LEAST_BAR = 12.0, 1.0, 1.0
LABEL_WIDTH = 92.0
CUT_AFTER = 46.0  # a paragraph that was cut runs out over this length
MOST_COLUMNS = 8

Strands = Sequence[tuple[Strand, ...]]


def story_flow(filings: Sequence[Filed], strands: Strands) -> Flow:
    """Draw two to eight filings, oldest first, with the strands that `provenance` gives for them."""
    xs = _columns([filing.minutes for filing in filings])
    lines = _lines(strands)
    scale = _scale(filings)
    bars = tuple(
        _bars(x, filing.grafs, strands[index], lines[index], scale)
        for index, (x, filing) in enumerate(zip(xs, filings, strict=True))
    )
    return Flow(
        width=WIDTH,
        height=HEIGHT,
        foot=TOP + TALLEST + 16,
        columns=tuple(
            _column(filing, x, strands, index) for index, (filing, x) in enumerate(zip(filings, xs, strict=True))
        ),
        bars=bars,
        ribbons=tuple(
            ribbon
            for before, after, made in zip(bars, bars[1:], strands[1:], strict=False)
            for ribbon in _ribbons(before, after, made)
        ),
    )


def _columns(minutes: list[float]) -> list[float]:
    """Each column's x: the space that labels leave free is shared out by time, evenly where none passed.

    Filings brought in later may bear times out of order: their columns stand in the order of the wire.
    """
    gaps = [max(0.0, later - earlier) for earlier, later in pairwise(minutes)]
    if not any(gaps):
        gaps = [1.0] * len(gaps)
    free = max(0.0, RIGHT - LEFT - LABEL_WIDTH * len(gaps))
    least = min(LABEL_WIDTH, (RIGHT - LEFT) / max(1, len(gaps)))
    span = sum(gaps) or 1.0
    xs = [LEFT]
    for gap in gaps:
        xs.append(round(xs[-1] + least + free * gap / span, 1))
    return xs


@dataclass(frozen=True, slots=True)
class _Scale:
    """Heights for which the longest filing just fits: of a word, of any bar, of the space under it."""

    word: float
    least: float
    gap: float


def _scale(filings: Sequence[Filed]) -> _Scale:
    grafs = max(len(filing.grafs) for filing in filings)
    words = max(sum(map(_words, filing.grafs)) for filing in filings)
    fair = TALLEST / 4 / max(1, grafs)
    least, gap = min(LEAST_BAR, fair), min(BAR_GAP, fair)
    return _Scale((TALLEST - grafs * (least + gap)) / max(1, words), least, gap)


def _words(graf: str) -> int:
    """Near enough for a height, and cheap: the table has the desk's own count."""
    return graf.count(" ") + 1


def _lines(strands: Strands) -> list[list[int]]:
    """A number for each line of descent: a new paragraph begins one, another continues its first parent's."""
    lines: list[list[int]] = []
    begun = 0
    for made in strands:
        row = []
        for strand in made:
            if strand.parents and lines:
                row.append(lines[-1][strand.parents[0]])
            else:
                begun += 1
                row.append(begun)
        lines.append(row)
    return lines


def _bars(
    x: float, grafs: Sequence[str], strands: tuple[Strand, ...], lines: list[int], scale: _Scale
) -> tuple[Bar, ...]:
    bars, y = [], TOP
    for index, (graf, strand) in enumerate(zip(grafs, strands, strict=True)):
        height = scale.least + _words(graf) * scale.word
        bars.append(Bar(x, round(y, 1), round(height, 1), index + 1, strand.origin, lines[index], _edited(strand)))
        y += height + scale.gap
    return tuple(bars)


def _edited(strand: Strand) -> bool:
    return bool(strand.parents) and strand.kind is not GrafKind.EQUAL


def _column(filing: Filed, x: float, strands: Strands, index: int) -> Column:
    made = strands[index]
    kept = {parent for strand in made for parent in strand.parents}
    return Column(
        name=filing.name,
        x=x,
        words=filing.words,
        paras=len(made),
        new=sum(not strand.parents for strand in made),
        edited=sum(map(_edited, made)),
        moved=sum(strand.moved for strand in made),
        kept=sum(bool(strand.parents) and not _edited(strand) and not strand.moved for strand in made),
        cut=len(strands[index - 1]) - len(kept) if index else 0,
    )


def _ribbons(before: tuple[Bar, ...], after: tuple[Bar, ...], strands: tuple[Strand, ...]) -> list[Ribbon]:
    """A ribbon for each parent of each paragraph, and a fading one for each that has no child."""
    children: dict[int, list[int]] = {index: [] for index in range(len(before))}
    for child, strand in enumerate(strands):
        for parent in strand.parents:
            children[parent].append(child)
    ribbons = [_fading(before[parent]) for parent, heirs in children.items() if not heirs]
    for child, strand in enumerate(strands):
        arriving = _shares(after[child], [before[parent] for parent in strand.parents])
        for parent, (top, bottom) in zip(strand.parents, arriving, strict=True):
            heirs = children[parent]
            leaving = _shares(before[parent], [after[heir] for heir in heirs])[heirs.index(child)]
            path = _band(before[parent].x + BAR_WIDTH, leaving, after[child].x, (top, bottom))
            ribbons.append(Ribbon(path, after[child].origin, after[child].line, strand.moved))
    return ribbons


def _shares(bar: Bar, others: list[Bar]) -> list[tuple[float, float]]:
    """The bar's edge divided among the bars on the other side, by their heights."""
    total = sum(other.height for other in others) or 1.0
    edges = [bar.y]
    for other in others:
        edges.append(edges[-1] + bar.height * other.height / total)
    return list(pairwise(edges))


def _band(x1: float, left: tuple[float, float], x2: float, right: tuple[float, float]) -> str:
    middle = (x1 + x2) / 2
    return (
        f"M{x1:.1f} {left[0]:.1f}C{middle:.1f} {left[0]:.1f} {middle:.1f} {right[0]:.1f} {x2:.1f} {right[0]:.1f}"
        f"V{right[1]:.1f}C{middle:.1f} {right[1]:.1f} {middle:.1f} {left[1]:.1f} {x1:.1f} {left[1]:.1f}Z"
    )


def _fading(bar: Bar) -> Ribbon:
    x, middle = bar.x + BAR_WIDTH, bar.y + bar.height / 2
    path = f"M{x:.1f} {bar.y:.1f}L{x + CUT_AFTER:.1f} {middle:.1f}L{x:.1f} {bar.y + bar.height:.1f}Z"
    return Ribbon(path, bar.origin, bar.line, cross=(round(x + CUT_AFTER + 6, 1), round(middle, 1)))
