"""Equal blocks of two sequences in order, longest first, with a bound on the work."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# Pairs of equal tokens a stretch may hold before it is cut at words that stand once on both sides.
_BUDGET = 10_000
# How often a stretch is cut at such words, before pieces of this many tokens are compared side by side.
_CUTS = 4
_PIECE = 40

Block = tuple[int, int, int]
Stretch = tuple[int, int, int, int]


def equal_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """(old position, new position, length) of equal stretches, in order on both sides, neighbours joined."""
    joined: list[Block] = []
    for i, j, size in _blocks(old, new):
        if joined and (i, j) == (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]):
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((i, j, size))
    return joined


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        o1, o2, n1, n2, cuts = waiting.pop()
        head = _common_head(old, o1, o2, new, n1, n2)
        tail = _common_tail(old, o1 + head, o2, new, n1 + head, n2)
        if head:
            yield o1, n1, head
        o1, o2, n1, n2 = o1 + head, o2 - tail, n1 + head, n2 - tail
        if o1 < o2 and n1 < n2:
            if _cost(old[o1:o2], new[n1:n2]) <= _BUDGET:
                yield from _longest_first(old, o1, o2, new, n1, n2)
            else:
                pieces = _cut(old, o1, o2, new, n1, n2) if cuts < _CUTS else []
                pieces = pieces or _side_by_side(o1, o2, n1, n2)
                waiting.append((o2, o2 + tail, n2, n2 + tail, 0))
                waiting.extend((*piece, cuts + 1) for piece in reversed(pieces))
                continue
        if tail:
            yield o2, n2, tail


def _longest_first(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> Iterator[Block]:
    matcher = SequenceMatcher(None, old[o1:o2], new[n1:n2], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        if size:
            yield o1 + i, n1 + j, size


def _common_head(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> int:
    most = min(o2 - o1, n2 - n1)
    length = 0
    while length < most and old[o1 + length] == new[n1 + length]:
        length += 1
    return length


def _common_tail(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> int:
    most = min(o2 - o1, n2 - n1)
    length = 0
    while length < most and old[o2 - 1 - length] == new[n2 - 1 - length]:
        length += 1
    return length


def _cost(old: Sequence[str], new: Sequence[str]) -> int:
    """Pairs of equal tokens: what one search for the longest block has to look at."""
    if len(old) * len(new) <= _BUDGET:
        return 0
    counts = Counter(old)
    return sum([counts[token] for token in new if token in counts])


def _cut(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> list[Stretch]:
    """Pieces between tokens, or threes of them, that stand once on both sides; none where there are no such."""
    for width in (3, 1):
        anchors = _anchors(old, o1, o2, new, n1, n2, width)
        if anchors:
            starts = [(o1, n1), *anchors]
            ends = [*anchors, (o2, n2)]
            return [(a, c, b, d) for (a, b), (c, d) in zip(starts, ends, strict=True)]
    return []


def _side_by_side(o1: int, o2: int, n1: int, n2: int) -> list[Stretch]:
    return [
        (o1 + k, min(o2, o1 + k + _PIECE), n1 + k, min(n2, n1 + k + _PIECE))
        for k in range(0, min(o2 - o1, n2 - n1), _PIECE)
    ]


def _anchors(
    old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int, width: int
) -> list[tuple[int, int]]:
    old_at = _once(old, o1, o2, width)
    new_at = _once(new, n1, n2, width)
    pairs = [(i, new_at[gram]) for gram, i in old_at.items() if gram in new_at]
    return [pair for pair in _longest_rise(pairs) if pair != (o1, n1)]


def _once(tokens: Sequence[str], start: int, end: int, width: int) -> dict[tuple[str, ...], int]:
    """Where each run of `width` tokens stands that is there once."""
    grams = list(zip(*[tokens[start + k : end - width + 1 + k] for k in range(width)], strict=True))
    counts = Counter(grams)
    return {gram: at for at, gram in enumerate(grams, start) if counts[gram] == 1}


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, already in order of the first, that rises in the second too."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tops, j)
        before.append(last[place - 1] if place else -1)
        tops[place : place + 1] = [j]
        last[place : place + 1] = [index]
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
