"""Links by a part of a paragraph: what is left of one that is linked already, a sentence of it, a phrase."""

from itertools import islice

from stories.wire.diff.chain import Link
from stories.wire.diff.pairing import Pairing

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


def take_left_overs(pairing: Pairing) -> None:
    """The words a linked paragraph has left, in the unlinked neighbour of its partner: half of a split or merge."""
    worth = {pair: _left_over(pairing, pair) for pair in _beside_links(pairing)}
    for pair in sorted(worth, key=lambda pair: (-worth[pair], pair)):
        told = pairing.linked(pair) < 2 and _left_over(pairing, pair) >= 1
        if told and pairing.evidence.in_one_place(pair):
            pairing.take(pair, firm=False)


def take_sentences(pairing: Pairing) -> None:
    """A sentence that has gone to another paragraph, in the order of the text."""
    evidence, found = pairing.evidence, {}
    for pair, score in pairing.scores.items():
        likely = score >= WORTH_A_LOOK and pairing.linked(pair) and pair not in pairing.links
        if likely and pairing.in_order(pair):
            found[pair] = evidence.left_sentences(pair)
    for pair in sorted(found, key=lambda pair: (-found[pair], pair)):
        bar = SENTENCE_BOTH_LINKED if pairing.linked(pair) == 2 else SENTENCE
        if found[pair] >= bar and evidence.left_sentences(pair) >= bar:
            pairing.take(pair)


def take_phrases(pairing: Pairing) -> None:
    """A phrase that left its paragraph and the order of the text; in order it is too little to tie two."""
    likely = (pair for _, pair in pairing.from_best(WORTH_A_LOOK) if _may_have_lost_a_phrase(pairing, pair))
    found = {pair: pairing.evidence.left_phrase(pair) for pair in islice(likely, PHRASES)}
    for pair in sorted(found, key=lambda pair: (-found[pair], pair)):
        if found[pair] > PHRASE and pairing.evidence.left_phrase(pair) > PHRASE:
            pairing.take(pair)


def _left_over(pairing: Pairing, pair: Link) -> float:
    """From 1.0 up the words left tell: of the whole paragraph, or of one of its sentences."""
    whole = pairing.evidence.left_share(pair) / LEFT_OVER
    return whole if whole >= 1 else max(whole, pairing.evidence.left_sentences(pair) / SENTENCE_BESIDE)


def _may_have_lost_a_phrase(pairing: Pairing, pair: Link) -> bool:
    out_of_order = pairing.linked(pair) and pair not in pairing.links and not pairing.in_order(pair)
    return bool(out_of_order) and pairing.evidence.left_words(pair) >= PHRASE_WORDS


def _beside_links(pairing: Pairing) -> set[Link]:
    old, new = pairing.evidence.old, pairing.evidence.new
    near = {(o + step, n) for o, n in pairing.firm for step in (-1, 1)}
    near |= {(o, n + step) for o, n in pairing.firm for step in (-1, 1)}
    return {
        pair
        for pair in near
        if pair[0] in old
        and pair[1] in new
        and pairing.linked(pair) == 1
        and pairing.evidence.left_words(pair) >= LEFT_OVER_WORDS
    }
