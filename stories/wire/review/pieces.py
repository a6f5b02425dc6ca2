"""A group of paragraphs in the pieces that stand together in the new text, each to be read at its own place."""

from collections.abc import Sequence
from dataclasses import dataclass

from stories.wire.diff.values import GrafChange, Group


@dataclass(frozen=True, slots=True)
class Piece:
    """New paragraphs of a group that follow each other, from 0, with the old ones shown beside them.

    `sources` are old ones shown beside another piece that live on in this one too. `first` is the new
    paragraph with which the group begins, None for a group that is gone.
    """

    change: GrafChange
    old: tuple[int, ...]
    new: tuple[int, ...]
    sources: tuple[int, ...]
    first: int | None

    @property
    def leads(self) -> bool:
        """Whether the group begins here."""
        return not self.new or self.new[0] == self.first


def pieces(change: GrafChange) -> tuple[Piece, ...]:
    """The pieces in the new order; every paragraph of both sides is in exactly one of them."""
    group = change.group
    runs = _runs(group.new)
    if len(runs) < 2:
        return (Piece(change, group.old, group.new, (), group.new[0] if group.new else None),)
    homes = {graf: _home(graf, group, runs) for graf in group.old}
    return tuple(
        Piece(
            change,
            tuple(graf for graf in group.old if homes[graf] == place),
            run,
            tuple(sorted({old for old, new in group.links if new in run and homes[old] != place})),
            group.new[0],
        )
        for place, run in enumerate(runs)
    )


def ends(change: GrafChange) -> dict[int, int]:
    """The last new paragraph in which each old one lives on, as far as it kept the order of the text."""
    last = dict.fromkeys(change.group.old, change.group.new[-1])
    kept = [link for link in sorted(change.group.links) if link not in change.group.strays]
    return {**last, **dict(kept)}


def _home(graf: int, group: Group, runs: Sequence[tuple[int, ...]]) -> int:
    """Which run an old paragraph stands beside: where it lives on first, in order if it does so anywhere."""
    homes = [new for old, new in group.links if old == graf and (old, new) not in group.strays]
    homes = homes or [new for old, new in group.links if old == graf] or [group.new[0]]
    return next(place for place, run in enumerate(runs) if homes[0] in run)


def _runs(grafs: Sequence[int]) -> list[tuple[int, ...]]:
    runs: list[tuple[int, ...]] = []
    for graf in grafs:
        if runs and graf == runs[-1][-1] + 1:
            runs[-1] = (*runs[-1], graf)
        else:
            runs.append((graf,))
    return runs
