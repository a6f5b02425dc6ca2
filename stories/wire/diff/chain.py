"""Which links keep their order: the heaviest chain; what lies outside of it has moved."""

from collections.abc import Callable, Iterable
from itertools import pairwise

Link = tuple[int, int]


def heaviest_chain(links: Iterable[Link], weigh: Callable[[Link], float]) -> set[Link]:
    """The links of the heaviest chain in which neither side ever steps back; each weighs something.

    Weighing by characters matters: a chain that counts links would report three
    long paragraphs as moved around one short one.
    """
    ordered = sorted(links)
    if all(before[1] <= after[1] for before, after in pairwise(ordered)):
        return set(ordered)  # nothing has moved, as in most leads
    size = max((n for _, n in ordered), default=-1) + 2
    best: list[tuple[float, int]] = [(0.0, -1)] * size
    before: list[int] = []
    for index, link in enumerate(ordered):
        weight, previous = _best_up_to(best, link[1] + 1)
        before.append(previous)
        _raise_from(best, link[1] + 1, (weight + weigh(link), index))
    chain = set()
    index = _best_up_to(best, size - 1)[1]
    while index >= 0:
        chain.add(ordered[index])
        index = before[index]
    return chain


def _best_up_to(tree: list[tuple[float, int]], place: int) -> tuple[float, int]:
    """The heaviest chain ending at or before `place` (a Fenwick tree of prefix maxima)."""
    best = (0.0, -1)
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    return best


def _raise_from(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], value)
        place += place & -place
