"""Which old paragraph became which new one, where they are not equal: greedy coverage.

The best pair is taken first and uses up the words both share; a paragraph links again
only with words that are still unused. Splits (1:n), merges (n:1) and regroups (n:m)
come out of that without trying combinations. The constants are shares of a paragraph's
weighted words; each stands on a plateau, a tenth up or down changes little.
"""

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

from stories.wire.diff.chain import Link
from stories.wire.diff.evidence import FEW_WORDS, Rivals
from stories.wire.diff.leftovers import LEFT_OVER, take_left_overs, take_phrases, take_sentences
from stories.wire.diff.pairing import Pairing

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
# An unlinked pair that keeps the order. In a gap with much to choose from nearly everything keeps it, and of many
# pairs one shares a good deal by chance: there the bar stands by the second, and rises with the room; or a sentence
# of both has to be alike.
UNLINKED_IN_ORDER = 0.2
IN_A_CROWD = 0.14
CROWD = 0.03
SENTENCE_IN_A_CROWD = 0.5
# How often such gaps are looked at again, narrowed by what was found in them.
ROUNDS = 3
# An unlinked pair that stands out a lot, wherever it is: by so much, and in so much of both, not of the shorter alone.
UNLINKED_ALONE = 0.25
ALONE = 1.6
ALONE_AS_WHOLES = 0.22
# Of the pairs that are left in the end, each other's best, where they share so many content words, names and figures.
REST = 0.22
REST_WORDS = 6
REST_NAMES = 3
# A pair of about one length whose words other links have used up, where nothing else comes near the one that has no
# link; a title over its text is no such pair.
RETOLD = 0.46
NEVER = 9.0


def find_links(
    old: Mapping[int, str], new: Mapping[int, str], equal: set[Link], weigh: Callable[[Link], float]
) -> set[Link]:
    """The links between paragraphs that have no equal, from sure to likely; `equal` ones are not among them."""
    pairing = Pairing(old, new, equal, weigh)
    _cover(pairing, STRONG)
    pairing.settle()
    _cover(pairing, 0.0)
    pairing.settle()
    _pair_in_order(pairing)
    take_left_overs(pairing)
    _pair_alone(pairing)
    take_left_overs(pairing)
    take_sentences(pairing)
    _pair_rest(pairing)
    _pair_retold(pairing)
    take_phrases(pairing)
    return pairing.links


def _cover(pairing: Pairing, at_least: float) -> None:
    """Take pairs from the best down, each judged by what is left of it when its turn comes."""
    ranked = {pair: score + IN_ORDER * pairing.in_order(pair) for pair, score in pairing.scores.items()}
    heap = [(-score, pair) for pair, score in ranked.items() if score >= max(at_least, LEFT_OVER)]
    heapify(heap)
    while heap:
        expected, pair = heappop(heap)
        if pair in pairing.links:
            continue
        score, bar = _judge(pairing, pair)
        if score < max(bar, at_least) or not pairing.evidence.in_one_place(pair):
            continue
        if score < -expected - 1e-9:
            heappush(heap, (-score, pair))
        else:
            pairing.take(pair)


def _judge(pairing: Pairing, pair: Link) -> tuple[float, float]:
    """What the pair is worth with the words still unused, and the bar it has to pass."""
    in_order = pairing.in_order(pair)
    linked = pairing.linked(pair)
    if not linked:
        score = pairing.scores[pair]
        doubtful = not in_order and score < STRONG and score < STANDS_OUT * pairing.rivals.best(pair)
        return score + IN_ORDER * in_order, NEVER if doubtful else FIRST
    share = pairing.evidence.left_share(pair)
    if linked == 1:
        share = max(share, pairing.evidence.best_sentence(pair))
        return share, ONE_LINKED + OUT_OF_ORDER * (not in_order)
    enough = pairing.evidence.left_words(pair) >= FEW_WORDS
    return share, BOTH_LINKED + OUT_OF_ORDER * (not in_order) if enough else NEVER


def _pair_in_order(pairing: Pairing) -> None:
    """Pairs without any link pass with less where they keep the order; each one found leaves less room to the rest."""
    likely = pairing.from_best(UNLINKED_IN_ORDER)
    for _ in range(ROUNDS):
        before = len(pairing.links)
        for score, pair in likely:
            if not pairing.linked(pair) and pairing.in_order(pair) and _stands_out_of_its_gap(pairing, pair, score):
                pairing.take(pair)
        if len(pairing.links) == before:
            return
        pairing.settle()


def _stands_out_of_its_gap(pairing: Pairing, pair: Link, score: float) -> bool:
    """Is it more than the best of so many pairs would share anyway, as a whole or by one sentence of each?"""
    return (
        score >= IN_A_CROWD + CROWD * pairing.room(pair) or pairing.evidence.left_sentences(pair) >= SENTENCE_IN_A_CROWD
    )


def _pair_alone(pairing: Pairing) -> None:
    """Pairs without any link pass with less where nothing else comes near."""
    for score, pair in pairing.from_best(UNLINKED_ALONE):
        alone = not pairing.linked(pair) and score >= ALONE * pairing.rivals.best(pair)
        if alone and pairing.evidence.share_of_both(pair) >= ALONE_AS_WHOLES:
            pairing.take(pair)


def _pair_rest(pairing: Pairing) -> None:
    """What nothing has claimed, wherever it stands: a paragraph told anew loses its words and keeps its names."""
    free = {pair: score for pair, score in pairing.scores.items() if not pairing.linked(pair)}
    rivals = Rivals(free)
    for score, pair in pairing.from_best(REST):
        best = pair in free and score >= rivals.best(pair) and not pairing.linked(pair)
        if best and _tells_enough(pairing, pair):
            pairing.take(pair)


def _tells_enough(pairing: Pairing, pair: Link) -> bool:
    return pairing.evidence.left_words(pair) >= REST_WORDS and pairing.evidence.shared_names(pair) >= REST_NAMES


def _pair_retold(pairing: Pairing) -> None:
    """A paragraph that is told twice: the words it shares with its like went to that one's other link."""
    for score, pair in pairing.from_best(RETOLD):
        told = pairing.linked(pair) == 1 and pairing.evidence.alike_in_length(pair)
        if told and pairing.in_order(pair):
            side = int(pairing.evidence.old[pair[0]].used)
            if score >= ALONE * pairing.rivals.of(side, pair[side]):
                pairing.take(pair)
