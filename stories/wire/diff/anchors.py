"""Paragraphs that stand in both versions unchanged, and the gaps between them."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import log

from stories.wire.diff.chain import Link, heaviest_chain


class Gaps:
    """The stretches between links that keep their order, numbered from 0."""

    def __init__(self, links: Iterable[Link], weigh: Callable[[Link], float]) -> None:
        chain = sorted(heaviest_chain(links, weigh))
        self._old = [o for o, _ in chain]
        self._new = [n for _, n in chain]

    def in_order(self, link: Link) -> bool:
        """Does the link cross none of the links that keep their order?"""
        before, after = bisect_left(self._old, link[0]), bisect_right(self._old, link[0])
        return (not before or self._new[before - 1] <= link[1]) and (
            after == len(self._new) or self._new[after] >= link[1]
        )

    def of_old(self, index: int) -> int:
        return bisect_right(self._old, index)

    def of_new(self, index: int) -> int:
        return bisect_right(self._new, index)


class Room:
    """How many ways there are to pair what stands in a gap and has no link: in a wide one, order tells little."""

    def __init__(self, gaps: Gaps, old: Iterable[int], new: Iterable[int]) -> None:
        self._gaps = gaps
        self._old = Counter(map(gaps.of_old, old))
        self._new = Counter(map(gaps.of_new, new))

    def around(self, link: Link) -> float:
        """The logarithm of the pairs to choose from: 0.0 for a paragraph with one other to be."""
        return log(max(1, self._old[self._gaps.of_old(link[0])] * self._new[self._gaps.of_new(link[1])]))


def equal_links(old_keys: Sequence[str], new_keys: Sequence[str]) -> set[Link]:
    """Pairs of equal paragraphs: first what stands once, then what repeats, within its gap before elsewhere."""
    old_at, new_at = _places(old_keys), _places(new_keys)
    shared = [key for key in old_at if key in new_at]
    links = {(old_at[key][0], new_at[key][0]) for key in shared if len(old_at[key]) == 1 == len(new_at[key])}
    gaps = Gaps(links, lambda link: len(old_keys[link[0]]) + 1)
    for key in shared:
        if (len(old_at[key]), len(new_at[key])) != (1, 1):
            links |= _pair_repeated(old_at[key], new_at[key], gaps)
    return links


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        places[key].append(index)
    return places


def _pair_repeated(old: list[int], new: list[int], gaps: Gaps) -> set[Link]:
    """Pairs of one repeated paragraph, gap by gap, and what is left over in order."""
    if len(old) == len(new):
        return set(zip(old, new, strict=True))
    waiting: dict[int, list[int]] = defaultdict(list)
    for n in reversed(new):
        waiting[gaps.of_new(n)].append(n)
    links: dict[int, int] = {}
    for o in old:
        here = waiting[gaps.of_old(o)]
        if here:
            links[o] = here.pop()
    rest_old = [o for o in old if o not in links]
    rest_new = sorted(n for places in waiting.values() for n in places)
    return set(links.items()) | set(zip(rest_old, rest_new, strict=False))


def repeats(links: Iterable[Link], new_keys: Sequence[str]) -> set[Link]:
    """The links to a paragraph that says again, word for word, what another new one made of the same old one says.

    Put in twice by a slip of the hand, it is new where it stands the second time, and no half of a split.
    """
    said: set[tuple[int, str]] = set()
    again: set[Link] = set()
    for o, n in sorted(links):
        if (o, new_keys[n]) in said:
            again.add((o, n))
        said.add((o, new_keys[n]))
    return again
