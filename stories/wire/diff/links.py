"""Which old paragraph became which new one, where they are not equal: greedy coverage.

The best pair is taken first and uses up the words both share; a paragraph links again
only with words that are still unused. Splits (1:n), merges (n:1) and regroups (n:m)
come out of that without trying combinations.
"""

from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush, nlargest

from stories.wire.diff.anchors import Gaps
from stories.wire.diff.chain import Link
from stories.wire.diff.features import features, is_content, overlap, weights

CONTAINMENT = 0.63
DICE = 0.37
SAME_GAP = 0.07
FIRST = 0.35
ONE_USED = 0.40
BOTH_USED = 0.42
BOTH_USED_WORDS = 4
SECOND_LOOK = 0.24
LEFT_OVER = 0.23
# Above this many paragraphs only rare words propose pairs, and only the best few are looked at.
MANY = 400
FEW = 12


class Linker:
    """The unmatched paragraphs of both versions, and the links found so far."""

    def __init__(self, old: Mapping[int, str], new: Mapping[int, str], gaps: Gaps) -> None:
        self.old = {index: features(graf) for index, graf in old.items()}
        self.new = {index: features(graf) for index, graf in new.items()}
        self.weight = weights([*self.old.values(), *self.new.values()])
        for graf in (*self.old.values(), *self.new.values()):
            graf.total = sum(self.weight[name] * count for name, count in graf.counts.items())
        self.gaps = gaps
        self.links: set[Link] = set()
        self.used_old: set[int] = set()
        self.used_new: set[int] = set()

    def run(self) -> set[Link]:
        pairs = self._candidates()
        scored = {pair: self._score(pair) for pair in pairs}
        self._cover({pair: score for pair, score in scored.items() if score >= LEFT_OVER})
        self._second_look(scored)
        return self.links

    def _score(self, pair: Link) -> float:
        a, b = self.old[pair[0]], self.new[pair[1]]
        shared = overlap(a.counts, b.counts, self.weight)
        if not shared:
            return 0.0
        score = CONTAINMENT * shared / min(a.total, b.total) + DICE * 2 * shared / (a.total + b.total)
        return score + SAME_GAP * (self.gaps.of_old(pair[0]) == self.gaps.of_new(pair[1]))

    def _candidates(self) -> set[Link]:
        holders: dict[str, list[int]] = defaultdict(list)
        for n, graf in self.new.items():
            for name in graf.counts:
                holders[name].append(n)
        limit = max(8, min(400, 160_000 // (1 + max(len(self.old), len(self.new)))))
        pairs: set[Link] = set()
        for o, graf in self.old.items():
            found: dict[int, float] = defaultdict(float)
            names = sorted(
                (name for name in graf.counts if name in holders and len(holders[name]) <= limit),
                key=lambda name: (len(holders[name]), name),
            )
            for name in names[:40] if len(self.old) > MANY else names:
                for n in holders[name]:
                    found[n] += self.weight[name]
            best = (
                nlargest(FEW, found, key=lambda n: (found[n] / (self.new[n].total + 1), -n))
                if len(found) > FEW
                else found
            )
            best2 = nlargest(FEW, found, key=lambda n: (found[n], -n)) if len(found) > FEW else found
            pairs.update((o, n) for n in (*best, *best2))
        return pairs

    def _cover(self, scored: Mapping[Link, float]) -> None:
        heap = [(-score, pair) for pair, score in scored.items()]
        heapify(heap)
        while heap:
            negative, pair = heappop(heap)
            score, bar = self._now(pair, scored[pair])
            if score < bar:
                continue
            if score < -negative - 1e-9:
                heappush(heap, (-score, pair))
                continue
            self._take(pair)

    def _now(self, pair: Link, score: float) -> tuple[float, float]:
        """The score of a pair with the words that are still unused, and the bar it has to pass."""
        o, n = pair
        a, b = self.old[o], self.new[n]
        if o not in self.used_old and n not in self.used_new:
            return score, FIRST
        shared = overlap(a.left, b.left, self.weight)
        if n not in self.used_new:
            return shared / b.total, ONE_USED
        if o not in self.used_old:
            return shared / a.total, ONE_USED
        words = sum(1 for name in a.left if name in b.left and is_content(name))
        return shared / min(a.total, b.total), BOTH_USED if words >= BOTH_USED_WORDS else 9.0

    def _take(self, pair: Link) -> None:
        o, n = pair
        self.links.add(pair)
        self.used_old.add(o)
        self.used_new.add(n)
        a, b = self.old[o].left, self.new[n].left
        for name in [name for name in a if name in b]:
            used = min(a[name], b[name])
            for side in (a, b):
                side[name] -= used
                if not side[name]:
                    del side[name]

    def _second_look(self, scored: Mapping[Link, float]) -> None:
        """Unmatched pairs in the same gap pass with less."""
        for score, pair in sorted(((s, p) for p, s in scored.items()), key=lambda item: (-item[0], item[1])):
            o, n = pair
            if score < SECOND_LOOK:
                break
            if o in self.used_old or n in self.used_new:
                continue
            if self.gaps.of_old(o) == self.gaps.of_new(n):
                self._take(pair)
