"""The words beside the last column: at most five, the most telling first, none over another."""

from collections.abc import Iterator, Sequence

from stories.wire.diff.values import GrafKind
from stories.wire.provenance import Strand

from .values import Bar, Flow, Remark

MOST = 5
LINE = 13.0  # the height that a remark needs


def remarks(
    flow: Flow, strands: Sequence[tuple[Strand, ...]], names: Sequence[str], changed: Sequence[tuple[int, str]] = ()
) -> tuple[Remark, ...]:
    """Say what the lede went through, what moved, which facts changed and what has long stood unchanged.

    `names` are those of the columns; `changed` are facts with the paragraph (from 0) they stand in.
    """
    placed: list[Remark] = []
    for graf, text in _said(strands, names, changed):
        middle = _middle(flow.last_bars[graf])
        if len(placed) < MOST and all(abs(middle - other.y) >= LINE for other in placed):
            placed.append(Remark(middle, middle, text))
    return tuple(sorted(placed, key=lambda remark: remark.y))


def _said(
    strands: Sequence[tuple[Strand, ...]], names: Sequence[str], changed: Sequence[tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    last = strands[-1]
    if last and (times := _edits(strands, 0)) > 1:
        yield 0, f"Lede: edited {times} times"
    yield from changed[:2]
    for graf, strand in enumerate(last):
        if strand.moved:
            way = "up" if min(strand.parents) > _expected(last, graf) else "down"
            yield graf, f"¶{graf + 1}: {way} from ¶{min(strand.parents) + 1}"
    longest = max(_unchanged(strands), key=lambda run: run[1] - run[0], default=None)
    if longest:
        start, end, since = longest
        yield (start + end - 1) // 2, f"{_paras(start, end)}: unchanged since {names[since]}"
    for start, end in _runs([not strand.parents for strand in last]):
        yield (start + end - 1) // 2, f"{_paras(start, end)}: new"


def _edits(strands: Sequence[tuple[Strand, ...]], graf: int) -> int:
    """How often a paragraph of the last filing was edited on its way there."""
    edits = 0
    for made in reversed(strands):
        strand = made[graf]
        if not strand.parents:
            break
        edits += strand.kind is not GrafKind.EQUAL
        graf = strand.parents[0]
    return edits


def _expected(last: tuple[Strand, ...], graf: int) -> int:
    """The old place of what stands before this paragraph and did not move."""
    return max((max(strand.parents) for strand in last[:graf] if strand.parents and not strand.moved), default=-1)


def _unchanged(strands: Sequence[tuple[Strand, ...]]) -> Iterator[tuple[int, int, int]]:
    """Runs of two or more paragraphs (from, to, the column they have stood unchanged since)."""
    since = [_stood(strands, graf) for graf in range(len(strands[-1]))]
    for column in sorted(set(since)):
        if column < len(strands) - 1:
            yield from ((*run, column) for run in _runs([stood == column for stood in since]) if run[1] - run[0] > 1)


def _stood(strands: Sequence[tuple[Strand, ...]], graf: int) -> int:
    """The earliest column since which a paragraph of the last filing has read as it does."""
    for index in range(len(strands) - 1, -1, -1):
        strand = strands[index][graf]
        if not strand.parents or strand.kind is not GrafKind.EQUAL:
            return index
        graf = strand.parents[0]
    return 0


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index
            start = None


def _paras(start: int, end: int) -> str:
    return f"¶{start + 1}" if end - start == 1 else f"¶{start + 1}–{end}"


def _middle(bar: Bar) -> float:
    return round(bar.y + bar.height / 2, 1)
