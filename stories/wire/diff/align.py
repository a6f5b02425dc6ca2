"""Paragraphs first: which old ones became which new ones."""

from collections.abc import Sequence
from functools import lru_cache

from stories.wire.diff.anchors import equal_links, repeats
from stories.wire.diff.chain import Link
from stories.wire.diff.features import key
from stories.wire.diff.groups import groups_of
from stories.wire.diff.links import find_links
from stories.wire.diff.values import Group

# Characters of both texts up to which their groups are remembered: what is kept stays within a few megabytes.
REMEMBERED = 100_000


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Group, ...]:
    """Every old and new paragraph in exactly one group, in the new text's reading order."""

    def weigh(link: Link) -> int:
        return min(len(old[link[0]]), len(new[link[1]])) + 1

    new_keys = [key(graf) for graf in new]
    links = equal_links([key(graf) for graf in old], new_keys)
    linked_old, linked_new = {o for o, _ in links}, {n for _, n in links}
    rest_old = {o: graf for o, graf in enumerate(old) if o not in linked_old}
    rest_new = {n: graf for n, graf in enumerate(new) if n not in linked_new}
    if rest_old and rest_new:
        links |= find_links(rest_old, rest_new, links, weigh)
        links -= repeats(links, new_keys)
    return groups_of(links, weigh, old, new)


def aligned(old: Sequence[str], new: Sequence[str]) -> tuple[Group, ...]:
    """`align`, remembered: a page asks for one pair for its rows, its facts and its story flow.

    The next filing of a story adds one pair to its chain; the others have been aligned before.
    """
    if sum(map(len, old)) + sum(map(len, new)) > REMEMBERED:
        return align(old, new)
    return _align_once(tuple(old), tuple(new))


_align_once = lru_cache(maxsize=64)(align)
