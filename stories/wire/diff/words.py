"""The words of two texts: which runs of characters they share, and what was cut and added."""

from collections.abc import Iterable
from typing import NamedTuple

from stories.wire.diff.blocks import Block, equal_blocks
from stories.wire.diff.tokens import is_light, spans
from stories.wire.diff.values import Op, Run, Segment

Span = tuple[int, int]

SENTENCE_ENDS = frozenset(".!?。…")
QUOTE_MARKS = frozenset("\"'“”‘’")
# Words put in, or taken out, on both sides of a lone stop-word from which it stayed by chance.
LONG = 4


class _Side(NamedTuple):
    """The words of one text, and where each stands."""

    words: list[str]
    spans: list[Span]


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Runs of equal characters, in order on both sides; a word, figure or name is kept whole or not at all."""
    if old == new:
        return (Run(0, 0, len(old)),) if old else ()
    old_side, new_side = _side(old), _side(new)
    blocks = _swallow(equal_blocks(old_side.words, new_side.words), old_side.words, new_side.words)
    blocks = _slide(blocks, old_side, new_side)
    pairs = [(old_side.spans[i + k], new_side.spans[j + k]) for i, j, size in blocks for k in range(size)]
    return _runs(old, new, pairs)


def _side(text: str) -> _Side:
    found = spans(text)
    return _Side([text[a:b] for a, b in found], found)


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
    """Drop a lone stop-word or mark between two edits that stayed by chance: it reads as confetti."""
    kept: list[Block] = []
    ends = [*blocks[1:], (len(old), len(new), 0)]
    at_old = at_new = 0
    for (i, j, size), (next_i, next_j, _) in zip(blocks, ends, strict=False):
        before = old[max(at_old, i - LONG) : i], new[max(at_new, j - LONG) : j]
        after = old[i + size : min(next_i, i + size + LONG)], new[j + size : min(next_j, j + size + LONG)]
        if not (size == 1 and is_light(old[i]) and _by_chance(*before, *after)):
            kept.append((i, j, size))
            at_old, at_new = i + size, j + size
    return kept


def _by_chance(cut: list[str], added: list[str], cut_after: list[str], added_after: list[str]) -> bool:
    """Whether a light word between what was cut and added before and after it only happens to be in both texts.

    It is where words were replaced. Between two plain cuts, or two plain additions, it is the word that stayed,
    unless both are long, or one is the rest of a quotation: that is kept whole or not at all. Of each the `LONG`
    words nearest to it are enough.
    """
    if not ((cut or added) and (cut_after or added_after)):
        return False
    if (cut or cut_after) and (added or added_after):
        return True
    first, then = cut or added, cut_after or added_after
    return min(len(first), len(then)) >= LONG or any(QUOTE_MARKS.issuperset(words) for words in (first, then))


def _slide(blocks: list[Block], old: _Side, new: _Side) -> list[Block]:
    """Let a sentence put in, or taken out, end with its own full stop, not begin with that of the one before."""
    slid: list[Block] = []
    for i, j, size in blocks:
        if slid:
            before_i, before_j, before_size = slid[-1]
            at_old, at_new = before_i + before_size, before_j + before_size
            shared = 0
            if at_old == i < len(old.words) and at_new < j:
                shared = min(size, _shared_end(new, at_new, j))
            elif at_new == j < len(new.words) and at_old < i:
                shared = min(size, _shared_end(old, at_old, i))
            slid[-1] = (before_i, before_j, before_size + shared)
            i, j, size = i + shared, j + shared, size - shared
        if size:
            slid.append((i, j, size))
    return slid


def _shared_end(side: _Side, start: int, end: int) -> int:
    """How many marks that end a sentence stand both at `start`, where the change begins, and at its `end`."""
    if side.words[start] not in SENTENCE_ENDS or side.words[start] != side.words[end]:
        return 0
    quote = _closing_quote(side, start + 1)
    return 1 + (quote != "" and start + 1 < end and quote == _closing_quote(side, end + 1))


def _closing_quote(side: _Side, at: int) -> str:
    """The quotation mark that stands there right behind the mark before it, "" where there is none."""
    glued = at < len(side.words) and side.spans[at][0] == side.spans[at - 1][1]
    return side.words[at] if glued and side.words[at] in QUOTE_MARKS else ""


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
