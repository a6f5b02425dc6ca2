"""Which old paragraph became which new one, where they are not equal: greedy coverage.

The best pair is taken first and uses up the words both share; a paragraph links again
only with words that are still unused. Splits (1:n), merges (n:1) and regroups (n:m)
come out of that without trying combinations. The constants are shares of a paragraph's
weighted words; each stands on a plateau, a tenth up or down changes little.
"""

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush
from itertools import islice

from stories.wire.diff.anchors import Gaps
from stories.wire.diff.candidates import candidates
from stories.wire.diff.chain import Link
from stories.wire.diff.evidence import FEW_WORDS, Evidence, Rivals

# A pair this good is taken before the order of the paragraphs is known.
STRONG = 0.5
# The first link of both; one side linked already; both linked already.
FIRST = 0.35
ONE_LINKED = 0.32
BOTH_LINKED = 0.38
# What order is worth: keeping it to a first link, losing it to a second one.
IN_ORDER = 0.04
OUT_OF_ORDER = 0.05
# A first link out of order must stand out from the next best, unless it is strong.
STANDS_OUT = 1.2
# An unlinked pair that keeps the order, or that stands out a lot wherever it is.
UNLINKED_IN_ORDER = 0.24
UNLINKED_ALONE = 0.25
ALONE = 1.6
# Of the pairs that are left in the end, each other's best, where they share so many content words, names and figures.
REST = 0.22
REST_WORDS = 6
REST_NAMES = 3
# Left-over words of a linked paragraph in the unlinked neighbour of its partner.
LEFT_OVER = 0.2
LEFT_OVER_WORDS = 3
# Two sentences alike in left-over words: in such neighbours, elsewhere in order, where both are linked already.
SENTENCE_BESIDE = 0.25
SENTENCE = 0.3
SENTENCE_BOTH_LINKED = 0.4
# A phrase out of order: more than two words that stand nowhere else, and the words both have left at all.
PHRASE = 2.0
PHRASE_WORDS = 3
# Pairs whose phrases are looked for, the best first: more are two texts that have little to do with each other.
PHRASES = 100
# The least a pair is worth as a whole to be looked at for one sentence or phrase.
WORTH_A_LOOK = 0.15
# A pair whose words other links have used up, where nothing else comes near the one that has no link.
RETOLD = 0.46
NEVER = 9.0


class Linker:
    """Finds the links between paragraphs that have no equal, in passes from sure to likely."""

    def __init__(
        self, old: Mapping[int, str], new: Mapping[int, str], equal: set[Link], weigh: Callable[[Link], float]
    ) -> None:
        self.links: set[Link] = set()
        self._firm: set[Link] = set()
        self._equal, self._weigh = equal, weigh
        self._evidence = Evidence(old, new)
        self._scores = {pair: self._evidence.score(pair) for pair in candidates(self._evidence)}
        self._rivals = Rivals(self._scores)
        self._gaps = Gaps(equal, weigh)

    def run(self) -> set[Link]:
        """All links found; those given as equal are not among them."""
        self._cover(STRONG)
        self._settle()
        self._cover(0.0)
        self._settle()
        self._pair_in_order()
        self._take_left_overs()
        self._pair_alone()
        self._take_left_overs()
        self._take_sentences()
        self._pair_rest()
        self._pair_retold()
        self._take_phrases()
        return self.links

    def _settle(self) -> None:
        """The links found so far show which order is kept."""
        self._gaps = Gaps(self._equal | self.links, self._weigh)

    def _take(self, pair: Link, *, firm: bool = True) -> None:
        """What is not `firm` carries no left-overs of its own."""
        self.links.add(pair)
        if firm:
            self._firm.add(pair)
        self._evidence.use(pair)

    def _linked(self, pair: Link) -> int:
        """How many of the two have a link already."""
        return self._evidence.old[pair[0]].used + self._evidence.new[pair[1]].used

    def _cover(self, at_least: float) -> None:
        """Take pairs from the best down, each judged by what is left of it when its turn comes."""
        heap = [(-score, pair) for pair, score in self._ranked().items() if score >= max(at_least, LEFT_OVER)]
        heapify(heap)
        while heap:
            expected, pair = heappop(heap)
            if pair in self.links:
                continue
            score, bar = self._judge(pair)
            if score < max(bar, at_least):
                continue
            if score < -expected - 1e-9:
                heappush(heap, (-score, pair))
            else:
                self._take(pair)

    def _ranked(self) -> dict[Link, float]:
        return {pair: score + IN_ORDER * self._gaps.in_order(pair) for pair, score in self._scores.items()}

    def _judge(self, pair: Link) -> tuple[float, float]:
        """What the pair is worth with the words still unused, and the bar it has to pass."""
        in_order = self._gaps.in_order(pair)
        linked = self._linked(pair)
        if not linked:
            score = self._scores[pair]
            doubtful = not in_order and score < STRONG and score < STANDS_OUT * self._rivals.best(pair)
            return score + IN_ORDER * in_order, NEVER if doubtful else FIRST
        share = self._evidence.left_share(pair)
        if linked == 1:
            share = max(share, self._evidence.best_sentence(pair))
            return share, ONE_LINKED + OUT_OF_ORDER * (not in_order)
        enough = self._evidence.left_words(pair) >= FEW_WORDS
        return share, BOTH_LINKED + OUT_OF_ORDER * (not in_order) if enough else NEVER

    def _pair_in_order(self) -> None:
        """Pairs without any link pass with less where they keep the order."""
        for _, pair in self._from_best(UNLINKED_IN_ORDER - IN_ORDER):
            if not self._linked(pair) and self._gaps.in_order(pair):
                self._take(pair)

    def _pair_alone(self) -> None:
        """Pairs without any link pass with less where nothing else comes near."""
        for score, pair in self._from_best(UNLINKED_ALONE):
            if not self._linked(pair) and score >= ALONE * self._rivals.best(pair):
                self._take(pair)

    def _pair_rest(self) -> None:
        """What nothing has claimed, wherever it stands: a paragraph told anew loses its words and keeps its names."""
        free = {pair: score for pair, score in self._scores.items() if not self._linked(pair)}
        rivals = Rivals(free)
        for score, pair in self._from_best(REST):
            best = pair in free and score >= rivals.best(pair) and not self._linked(pair)
            if best and self._tells_enough(pair):
                self._take(pair)

    def _pair_retold(self) -> None:
        """A paragraph that is told twice: the words it shares with its like went to that one's other link."""
        for score, pair in self._from_best(RETOLD):
            if self._linked(pair) == 1 and self._gaps.in_order(pair):
                side = int(self._evidence.old[pair[0]].used)
                if score >= ALONE * self._rivals.of(side, pair[side]):
                    self._take(pair)

    def _tells_enough(self, pair: Link) -> bool:
        return self._evidence.left_words(pair) >= REST_WORDS and self._evidence.shared_names(pair) >= REST_NAMES

    def _from_best(self, at_least: float) -> list[tuple[float, Link]]:
        passing = [(score, pair) for pair, score in self._scores.items() if score >= at_least]
        return sorted(passing, key=lambda item: (-item[0], item[1]))

    def _take_left_overs(self) -> None:
        """The words a linked paragraph has left, in the unlinked neighbour of its partner: half of a split or merge."""
        worth = {pair: self._left_over(pair) for pair in self._beside_links()}
        for pair in sorted(worth, key=lambda pair: (-worth[pair], pair)):
            if self._linked(pair) < 2 and self._left_over(pair) >= 1:
                self._take(pair, firm=False)

    def _left_over(self, pair: Link) -> float:
        """From 1.0 up the words left tell: of the whole paragraph, or of one of its sentences."""
        whole = self._evidence.left_share(pair) / LEFT_OVER
        return whole if whole >= 1 else max(whole, self._evidence.left_sentences(pair) / SENTENCE_BESIDE)

    def _take_sentences(self) -> None:
        """A sentence that has gone to another paragraph, in the order of the text."""
        found = {}
        for pair, score in self._scores.items():
            if score >= WORTH_A_LOOK and self._linked(pair) and pair not in self.links and self._gaps.in_order(pair):
                found[pair] = self._evidence.left_sentences(pair)
        for pair in sorted(found, key=lambda pair: (-found[pair], pair)):
            bar = SENTENCE_BOTH_LINKED if self._linked(pair) == 2 else SENTENCE
            if found[pair] >= bar and self._evidence.left_sentences(pair) >= bar:
                self._take(pair)

    def _take_phrases(self) -> None:
        """A phrase that left its paragraph and the order of the text; in order it is too little to tie two."""
        likely = (pair for _, pair in self._from_best(WORTH_A_LOOK) if self._may_have_lost_a_phrase(pair))
        found = {pair: self._evidence.left_phrase(pair) for pair in islice(likely, PHRASES)}
        for pair in sorted(found, key=lambda pair: (-found[pair], pair)):
            if found[pair] > PHRASE and self._evidence.left_phrase(pair) > PHRASE:
                self._take(pair)

    def _may_have_lost_a_phrase(self, pair: Link) -> bool:
        out_of_order = self._linked(pair) and pair not in self.links and not self._gaps.in_order(pair)
        return bool(out_of_order) and self._evidence.left_words(pair) >= PHRASE_WORDS

    def _beside_links(self) -> set[Link]:
        old, new = self._evidence.old, self._evidence.new
        near = {(o + step, n) for o, n in self._firm for step in (-1, 1)}
        near |= {(o, n + step) for o, n in self._firm for step in (-1, 1)}
        return {
            pair
            for pair in near
            if pair[0] in old
            and pair[1] in new
            and self._linked(pair) == 1
            and self._evidence.left_words(pair) >= LEFT_OVER_WORDS
        }
