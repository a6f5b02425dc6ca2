"""The words of two texts: which runs of characters they share, and what was cut and added."""

from collections.abc import Iterable

from stories.wire.diff.blocks import Block, equal_blocks
from stories.wire.diff.tokens import Token, is_light, tokenize
from stories.wire.diff.values import Op, Run, Segment


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Runs of equal characters, in order on both sides; a word, figure or name is kept whole or not at all."""
    if old == new:
        return (Run(0, 0, len(old)),) if old else ()
    old_tokens, new_tokens = tokenize(old), tokenize(new)
    blocks = equal_blocks([token.text for token in old_tokens], [token.text for token in new_tokens])
    pairs = [(i + k, j + k) for i, j, size in _swallow(blocks, old_tokens, new_tokens) for k in range(size)]
    return _runs(old, new, [(old_tokens[i], new_tokens[j]) for i, j in pairs])


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


def _swallow(blocks: list[Block], old: list[Token], new: list[Token]) -> list[Block]:
    """Drop a lone stop-word or mark between two edits: it is chance, and reads as confetti."""
    kept: list[Block] = []
    ends = [*blocks[1:], (len(old), len(new), 0)]
    at_old = at_new = 0
    for (i, j, size), (next_i, next_j, _) in zip(blocks, ends, strict=False):
        edit_before = i > at_old or j > at_new
        edit_after = next_i > i + size or next_j > j + size
        if not (size == 1 and edit_before and edit_after and is_light(old[i].text)):
            kept.append((i, j, size))
            at_old, at_new = i + size, j + size
    return kept


def _runs(old: str, new: str, pairs: list[tuple[Token, Token]]) -> tuple[Run, ...]:
    """Runs of characters over kept tokens, and over the blanks beside them that are equal too."""
    runs: list[Run] = []
    at_old = at_new = 0
    for left, right in pairs:
        old_gap, new_gap = old[at_old : left.start], new[at_new : right.start]
        head = _common_blank(old_gap, new_gap)
        tail = _common_blank(old_gap[head:][::-1], new_gap[head:][::-1])
        _extend(runs, at_old, at_new, head)
        _extend(runs, left.start - tail, right.start - tail, tail + left.end - left.start)
        at_old, at_new = left.end, right.end
    head = _common_blank(old[at_old:], new[at_new:])
    _extend(runs, at_old, at_new, head)
    tail = _common_blank(old[at_old + head :][::-1], new[at_new + head :][::-1])
    _extend(runs, len(old) - tail, len(new) - tail, tail)
    return tuple(runs)


def _common_blank(left: str, right: str) -> int:
    length = 0
    for a, b in zip(left, right, strict=False):
        if a != b or not a.isspace():
            break
        length += 1
    return length


def _extend(runs: list[Run], old_pos: int, new_pos: int, length: int) -> None:
    if not length:
        return
    if runs and (runs[-1].old_pos + runs[-1].length, runs[-1].new_pos + runs[-1].length) == (old_pos, new_pos):
        runs[-1] = Run(runs[-1].old_pos, runs[-1].new_pos, runs[-1].length + length)
    else:
        runs.append(Run(old_pos, new_pos, length))
