"""Paragraphs first: which old ones became which new ones."""

from collections.abc import Sequence

from stories.wire.diff.anchors import equal_links
from stories.wire.diff.chain import Link
from stories.wire.diff.features import key
from stories.wire.diff.groups import groups_of
from stories.wire.diff.links import Linker
from stories.wire.diff.values import Group


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Group, ...]:
    """Every old and new paragraph in exactly one group, in the new text's reading order."""

    def weigh(link: Link) -> int:
        return min(len(old[link[0]]), len(new[link[1]])) + 1

    links = equal_links([key(graf) for graf in old], [key(graf) for graf in new])
    linked_old, linked_new = {o for o, _ in links}, {n for _, n in links}
    rest_old = {o: graf for o, graf in enumerate(old) if o not in linked_old}
    rest_new = {n: graf for n, graf in enumerate(new) if n not in linked_new}
    if rest_old and rest_new:
        links |= Linker(rest_old, rest_new, links, weigh).run()
    return groups_of(links, weigh, old, new)
