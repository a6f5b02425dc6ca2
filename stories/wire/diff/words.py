"""The words of two texts: which runs of characters they share, and what was cut and added."""

from collections.abc import Iterable

from stories.wire.diff.blocks import Block, equal_blocks
from stories.wire.diff.tokens import is_light, spans
from stories.wire.diff.values import Op, Run, Segment

Span = tuple[int, int]


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Runs of equal characters, in order on both sides; a word, figure or name is kept whole or not at all."""
    if old == new:
        return (Run(0, 0, len(old)),) if old else ()
    old_spans, new_spans = spans(old), spans(new)
    old_words, new_words = [old[a:b] for a, b in old_spans], [new[a:b] for a, b in new_spans]
    blocks = _swallow(equal_blocks(old_words, new_words), old_words, new_words)
    return _runs(old, new, [(old_spans[i + k], new_spans[j + k]) for i, j, size in blocks for k in range(size)])


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """`old` and `new` as one text: kept runs, cut words before added ones."""
    return merge_runs(old, new, word_runs(old, new))


def merge_runs(old: str, new: str, runs: Iterable[Run]) -> tuple[Segment, ...]:
    """The two texts interleaved along the runs they share."""
    merged: list[Segment] = []
    at_old = at_new = 0
    for run in (*runs, Run(len(old), len(new), 0)):
        _append(merged, Op.CUT, old[at_old : run.old_pos])
        _append(merged, Op.ADD, new[at_new : run.new_pos])
        _append(merged, Op.KEEP, old[run.old_pos : run.old_pos + run.length])
        at_old, at_new = run.old_pos + run.length, run.new_pos + run.length
    return tuple(merged)


def kept_share(old: str, new: str, runs: Iterable[Run]) -> float:
    """How much of both texts is kept, 0.0 to 1.0, counted in letters and digits."""
    total = _weight(old) + _weight(new)
    kept = sum(_weight(old[run.old_pos : run.old_pos + run.length]) for run in runs)
    return 2 * kept / total if total else float(old == new)


def _weight(text: str) -> int:
    return sum(map(str.isalnum, text))


def _append(merged: list[Segment], op: Op, text: str) -> None:
    if text:
        merged.append(Segment(op, text))


def _swallow(blocks: list[Block], old: list[str], new: list[str]) -> list[Block]:
    """Drop a lone stop-word or mark between two edits: it is chance, and reads as confetti.

    Only where words were replaced: between two plain cuts, or two plain additions, it is the word that stayed.
    """
    kept: list[Block] = []
    ends = [*blocks[1:], (len(old), len(new), 0)]
    at_old = at_new = 0
    for (i, j, size), (next_i, next_j, _) in zip(blocks, ends, strict=False):
        cut, cut_after, added, added_after = i > at_old, next_i > i + size, j > at_new, next_j > j + size
        between = (cut or added) and (cut_after or added_after)
        replaced = (cut or cut_after) and (added or added_after)
        if not (size == 1 and between and replaced and is_light(old[i])):
            kept.append((i, j, size))
            at_old, at_new = i + size, j + size
    return kept


def _runs(old: str, new: str, pairs: list[tuple[Span, Span]]) -> tuple[Run, ...]:
    """Runs of characters over kept words, and over the blanks beside them that are equal too."""
    runs: list[Run] = []
    start_old = start_new = at_old = at_new = 0
    for (old_start, old_end), (new_start, new_end) in [*pairs, ((len(old),) * 2, (len(new),) * 2)]:
        old_gap, new_gap = old[at_old:old_start], new[at_new:new_start]
        if old_gap != new_gap or old_gap.strip():
            head = _common_blank(old_gap, new_gap)
            tail = _common_blank(old_gap[head:][::-1], new_gap[head:][::-1])
            runs.append(Run(start_old, start_new, at_old + head - start_old))
            start_old, start_new = old_start - tail, new_start - tail
        at_old, at_new = old_end, new_end
    runs.append(Run(start_old, start_new, at_old - start_old))
    return tuple(run for run in runs if run.length)


def _common_blank(left: str, right: str) -> int:
    length = 0
    for a, b in zip(left, right, strict=False):
        if a != b or not a.isspace():
            break
        length += 1
    return length
