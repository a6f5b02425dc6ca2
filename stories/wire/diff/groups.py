"""Links gathered into groups: paragraphs that belong together, in the order in which they are read."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from stories.wire.diff.chain import Link, heaviest_chain
from stories.wire.diff.values import GrafKind, Group


def groups_of(
    links: set[Link], weigh: Callable[[Link], float], old: Sequence[str], new: Sequence[str]
) -> tuple[Group, ...]:
    """Every index of both sides in exactly one group, in the new text's order.

    A deleted paragraph follows the group of the nearest paragraph before it in the old
    text that has not moved; with none, it stands at the top.
    """
    stayed = heaviest_chain(links, weigh)
    groups = []
    for part in _parts(links):
        strays = tuple(sorted(link for link in part if link not in stayed))
        moved = bool(strays) and 2 * sum(map(weigh, strays)) > sum(map(weigh, part))
        groups.append(_group(part, old, new, moved, strays))
    linked = {n for _, n in links}
    groups += [Group(GrafKind.INSERT, (), (n,)) for n in range(len(new)) if n not in linked]
    return _with_deleted(sorted(groups, key=lambda group: group.new), len(old))


def _parts(links: set[Link]) -> list[list[Link]]:
    """The links in connected components."""
    of_old: dict[int, list[Link]] = defaultdict(list)
    of_new: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links):
        of_old[link[0]].append(link)
        of_new[link[1]].append(link)
    parts: list[list[Link]] = []
    seen: set[Link] = set()
    for start in sorted(links):
        if start in seen:
            continue
        part, waiting = [], [start]
        seen.add(start)
        while waiting:
            link = waiting.pop()
            part.append(link)
            near = [other for other in (*of_old[link[0]], *of_new[link[1]]) if other not in seen]
            seen.update(near)
            waiting.extend(dict.fromkeys(near))
        parts.append(part)
    return parts


def _group(
    part: Sequence[Link], old: Sequence[str], new: Sequence[str], moved: bool, strays: tuple[Link, ...]
) -> Group:
    olds, news = tuple(sorted({o for o, _ in part})), tuple(sorted({n for _, n in part}))
    if len(olds) > 1:
        kind = GrafKind.MERGE if len(news) == 1 else GrafKind.REGROUP
    elif len(news) > 1:
        kind = GrafKind.SPLIT
    else:
        kind = GrafKind.EQUAL if old[olds[0]] == new[news[0]] else GrafKind.EDIT
    return Group(kind, olds, news, moved, tuple(sorted(part)), strays)


def _with_deleted(groups: list[Group], old_count: int) -> tuple[Group, ...]:
    home = {o: place for place, group in enumerate(groups) if not group.moved for o in group.old}
    linked = {o for group in groups for o in group.old}
    after: dict[int, list[Group]] = defaultdict(list)
    place = -1
    for o in range(old_count):
        place = home.get(o, place)
        if o not in linked:
            after[place].append(Group(GrafKind.DELETE, (o,), ()))
    rows = list(after[-1])
    for place, group in enumerate(groups):
        rows += [group, *after[place]]
    return tuple(rows)
