"""Equal blocks of two sequences in order, longest first, with a bound on the work."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# Comparisons one stretch may cost before it is cut at words that stand once on both sides.
_BUDGET = 10_000
# Where nothing stands once, stretches of this many tokens are compared side by side.
_STRETCH = 60

Block = tuple[int, int, int]


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
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        o1, o2, n1, n2 = waiting.pop()
        head = _common_head(old, o1, o2, new, n1, n2)
        if head:
            yield o1, n1, head
        o1, n1 = o1 + head, n1 + head
        if o1 == o2 or n1 == n2:
            continue
        if _cost(old[o1:o2], new[n1:n2]) <= _BUDGET:
            yield from _longest_first(old, o1, o2, new, n1, n2)
        else:
            waiting.extend(reversed(_cut(old, o1, o2, new, n1, n2)))


def _longest_first(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> Iterator[Block]:
    matcher = SequenceMatcher(None, old[o1:o2], new[n1:n2], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        if size:
            yield o1 + i, n1 + j, size


def _common_head(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> int:
    length = 0
    while o1 + length < o2 and n1 + length < n2 and old[o1 + length] == new[n1 + length]:
        length += 1
    return length


def _cost(old: Sequence[str], new: Sequence[str]) -> int:
    """Pairs of equal tokens: what one search for the longest block has to look at."""
    counts: dict[str, int] = {}
    for token in old:
        counts[token] = counts.get(token, 0) + 1
    return sum(counts.get(token, 0) for token in new)


def _cut(old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int) -> list[tuple[int, int, int, int]]:
    """Pieces of a stretch that is too dear: between tokens (or threes of them) that stand once on both sides."""
    for width in (3, 1):
        anchors = _anchors(old, o1, o2, new, n1, n2, width)
        if anchors:
            starts = [(o1, n1), *anchors]
            ends = [*anchors, (o2, n2)]
            return [(a, c, b, d) for (a, b), (c, d) in zip(starts, ends, strict=True)]
    half_old, half_new = min(o2, o1 + _STRETCH), min(n2, n1 + _STRETCH)
    return [(o1, half_old, n1, half_new), (half_old, o2, half_new, n2)]


def _anchors(
    old: Sequence[str], o1: int, o2: int, new: Sequence[str], n1: int, n2: int, width: int
) -> list[tuple[int, int]]:
    old_at = _once(old, o1, o2, width)
    new_at = _once(new, n1, n2, width)
    pairs = [(i, new_at[gram]) for gram, i in old_at.items() if gram in new_at]
    return [pair for pair in _longest_rise(pairs) if pair != (o1, n1)]


def _once(tokens: Sequence[str], start: int, end: int, width: int) -> dict[tuple[str, ...], int]:
    at: dict[tuple[str, ...], int] = {}
    for i in range(start, end - width + 1):
        gram = tuple(tokens[i : i + width])
        at[gram] = -1 if gram in at else i
    return {gram: i for gram, i in at.items() if i >= 0}


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
