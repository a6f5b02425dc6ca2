"""What is known of every pair while links are found: how much it shares, what is left of it, the order kept so far."""

from collections.abc import Callable, Mapping

from stories.wire.diff.anchors import Gaps, Room
from stories.wire.diff.candidates import candidates
from stories.wire.diff.chain import Link
from stories.wire.diff.evidence import Evidence, Rivals


class Pairing:
    """The paragraphs that have no equal, and the links between them that were found so far."""

    def __init__(
        self, old: Mapping[int, str], new: Mapping[int, str], equal: set[Link], weigh: Callable[[Link], float]
    ) -> None:
        self.links: set[Link] = set()
        self.firm: set[Link] = set()
        self._equal, self._weigh = equal, weigh
        self.evidence = Evidence(old, new)
        self.scores = {pair: self.evidence.score(pair) for pair in candidates(self.evidence)}
        self.rivals = Rivals(self.scores)
        self.settle()

    def settle(self) -> None:
        """The links found so far show which order is kept, and what stands in its gaps."""
        gaps = Gaps(self._equal | self.links, self._weigh)
        sides = self.evidence.old, self.evidence.new
        old, new = ([index for index, graf in side.items() if not graf.used] for side in sides)
        self._gaps, self._room = gaps, Room(gaps, old, new)

    def in_order(self, pair: Link) -> bool:
        """Does the pair cross none of the links that keep their order?"""
        return self._gaps.in_order(pair)

    def room(self, pair: Link) -> float:
        """The logarithm of the pairs to choose from in the gap of one that keeps the order."""
        return self._room.around(pair)

    def take(self, pair: Link, *, firm: bool = True) -> None:
        """What is not `firm` carries no left-overs of its own."""
        self.links.add(pair)
        if firm:
            self.firm.add(pair)
        self.evidence.use(pair)

    def linked(self, pair: Link) -> int:
        """How many of the two have a link already."""
        return self.evidence.old[pair[0]].used + self.evidence.new[pair[1]].used

    def from_best(self, at_least: float) -> list[tuple[float, Link]]:
        """The pairs worth so much as a whole, the best first."""
        passing = [(score, pair) for pair, score in self.scores.items() if score >= at_least]
        return sorted(passing, key=lambda item: (-item[0], item[1]))
