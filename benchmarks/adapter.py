"""The engine behind plain lists and tuples, for scoring it beside other programs."""

from stories.wire.diff import align as align_grafs
from stories.wire.diff import word_runs


def align(old: list[str], new: list[str]) -> list[tuple[str, list[int], list[int]]]:
    """(kind, old indexes, new indexes) for each group; the kind of a moved one ends in "+move"."""
    return [
        (group.kind.value + "+move" * group.moved, list(group.old), list(group.new)) for group in align_grafs(old, new)
    ]


def words(old: str, new: str) -> list[tuple[int, int, int]]:
    """(old position, new position, length) for each run of equal characters."""
    return [(run.old_pos, run.new_pos, run.length) for run in word_runs(old, new)]
