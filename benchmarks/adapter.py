"""The engine behind plain lists and tuples, for scoring it beside other programs."""

from stories.wire.diff import align as align_grafs
from stories.wire.diff import word_runs
from stories.wire.diff.values import Group
from stories.wire.facts import facts as fact_changes


def align(old: list[str], new: list[str]) -> list[tuple[str, list[int], list[int]]]:
    """(kind, old indexes, new indexes) for each group; the kind of a moved one ends in "+move".

    A group in which only some paragraphs moved, or not each old one lives on in each new
    one, comes link by link.
    """
    return [entry for group in align_grafs(old, new) for entry in _entries(group)]


def _entries(group: Group) -> list[tuple[str, list[int], list[int]]]:
    whole = len(group.links) == len(group.old) * len(group.new) and len(group.strays) in (0, len(group.links))
    if whole:
        return [(group.kind.value + "+move" * bool(group.strays), list(group.old), list(group.new))]
    return [(group.kind.value + "+move" * ((o, n) in group.strays), [o], [n]) for o, n in group.links]


def words(old: str, new: str) -> list[tuple[int, int, int]]:
    """(old position, new position, length) for each run of equal characters."""
    return [(run.old_pos, run.new_pos, run.length) for run in word_runs(old, new)]


def facts(old: list[str], new: list[str]) -> list[dict[str, object]]:
    """Facts changed, gone or new: figure, date, day, time, name, quote; paragraphs count from 0, None where absent."""
    return [
        {
            "kind": change.kind.value,
            "change": change.change.value,
            "old": change.old,
            "new": change.new,
            "old_para": change.old_graf,
            "new_para": change.new_graf,
        }
        for change in fact_changes(old, new)
    ]
