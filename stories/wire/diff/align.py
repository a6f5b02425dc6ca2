"""Paragraphs first: which old ones became which new ones."""

from collections.abc import Sequence

from stories.wire.diff.anchors import Gaps, equal_links
from stories.wire.diff.features import key
from stories.wire.diff.groups import groups_of
from stories.wire.diff.links import Linker
from stories.wire.diff.values import Group


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Group, ...]:
    """Every old and new paragraph in exactly one group, in the new text's reading order."""
    links = equal_links([key(graf) for graf in old], [key(graf) for graf in new])
    gaps = Gaps(links, lambda link: len(new[link[1]]) + 1)
    linked_old, linked_new = {o for o, _ in links}, {n for _, n in links}
    rest_old = {o: graf for o, graf in enumerate(old) if o not in linked_old}
    rest_new = {n: graf for n, graf in enumerate(new) if n not in linked_new}
    if rest_old and rest_new:
        links |= Linker(rest_old, rest_new, gaps).run()
    return groups_of(links, old, new)
