"""The order of the result: what neither side moved stays, moved and new paragraphs go where they were put."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from .text import goes_on

START = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that a side put somewhere: a moved piece (its number) or a new graf (its text)."""

    piece: int | None
    text: str = ""

    @property
    def identity(self) -> Hashable:
        return self.text if self.piece is None else self.piece


Buckets = Mapping[int, Sequence[Place]]


def after_anchors(sequence: Sequence[Place], anchors: frozenset[int], moved: frozenset[int]) -> dict[int, list[Place]]:
    """What one side put behind each anchor, in its order; START is before the first.

    `anchors` are pieces that neither side moved, `moved` those that this side did. A piece
    that only the other side moved is passed over: the other side says where it goes.
    """
    buckets: dict[int, list[Place]] = {}
    anchor = START
    for place in sequence:
        if place.piece in anchors:
            anchor = place.piece
        elif place.piece is None or place.piece in moved:
            buckets.setdefault(anchor, []).append(place)
    return buckets


def _without_begun(run: Sequence[Place], other: Sequence[Place]) -> list[Place]:
    """The run without the new grafs that another one of the other side goes on from."""
    longer = [place.text for place in other if place.piece is None]
    return [
        place
        for place in run
        if place.piece is not None or not any(text != place.text and goes_on(text, place.text) for text in longer)
    ]


def _both(one: Sequence[Place], other: Sequence[Place]) -> list[Place]:
    """Two sides' places behind one anchor: each side's run kept together, what both put there as often as one did.

    A new graf that the other side has too and typed on is the other side's. The run that
    comes first is chosen by its text, so that it does not matter whose it is.
    """
    one, other = _without_begun(one, other), _without_begun(other, one)
    first, second = sorted((one, other), key=lambda run: [(place.text, place.piece or 0) for place in run])
    if not first:
        return list(second)
    known = Counter(place.identity for place in first)
    kept = list(first)
    for place in second:
        if known[place.identity]:
            known[place.identity] -= 1
        else:
            kept.append(place)
    return kept


def merged_order(pieces: int, anchors: frozenset[int], mine: Buckets, theirs: Buckets) -> list[Place]:
    """Every piece once and every new graf, in the order of the result.

    `pieces` is their number; a piece that both sides moved stands at the earlier of its places.
    """
    order: list[Place] = []
    placed: set[int] = set()
    for anchor in (START, *range(pieces)):
        if anchor in anchors:
            order.append(Place(anchor))
        elif anchor != START:
            continue
        for place in _both(mine.get(anchor, ()), theirs.get(anchor, ())):
            if place.piece is None:
                order.append(place)
            elif place.piece not in placed:
                placed.add(place.piece)
                order.append(place)
    return order
