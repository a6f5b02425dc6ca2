"""How much two paragraphs share, and how much of it no link has used up yet."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest

from stories.wire.diff.chain import Link
from stories.wire.diff.features import (
    LONG,
    Features,
    common,
    features,
    is_content,
    names,
    stems,
    weigh,
    weigh_common,
    weights,
)
from stories.wire.diff.phrases import best_phrase

CONTAINMENT = 0.63
DICE = 0.37
# A single sentence speaks for its paragraph a little less than the whole would.
SENTENCE_DISCOUNT = 0.1
# Content words that a left-over has to share; fewer are chance.
FEW_WORDS = 4
# A paragraph this much shorter than another has to be found in one of its sentences, so alike.
MUCH_SHORTER = 0.35
ONE_PLACE = 0.36
# Sentences of one paragraph that are compared with another's.
SENTENCES = 24
# Characters above which single words have to do: there are so many of them that pairs add little.
MUCH = 1_500_000

_SENTENCE_END = re.compile(r"(?<=[.!?。])[\"”’')]*\s+")


class Evidence:
    """The paragraphs of both versions that have no equal, and the words that are left of them."""

    def __init__(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        self._pairs = sum(map(len, old.values())) + sum(map(len, new.values())) <= MUCH
        self.old = {index: features(graf, pairs=self._pairs) for index, graf in old.items()}
        self.new = {index: features(graf, pairs=self._pairs) for index, graf in new.items()}
        self.weight = weights([*self.old.values(), *self.new.values()])
        self._rarest = max(self.weight.values(), default=1.0)
        for graf in (*self.old.values(), *self.new.values()):
            graf.total = weigh(graf.counts, self.weight)
        self._texts = (old, new)
        self._sentences: dict[tuple[int, int], list[Features]] = {}

    def score(self, pair: Link) -> float:
        """0.0 to 1.0: how much of the smaller paragraph is in the other, and how alike they are as a whole."""
        a, b = self.old[pair[0]], self.new[pair[1]]
        return _alike(weigh_common(a.counts, b.counts, self.weight), a, b)

    def share_of_both(self, pair: Link) -> float:
        """0.0 to 1.0: how much of the two paragraphs together is in both."""
        a, b = self.old[pair[0]], self.new[pair[1]]
        return 2 * weigh_common(a.counts, b.counts, self.weight) / (a.total + b.total)

    def left_share(self, pair: Link) -> float:
        """The part of the paragraph that is not linked yet (of the smaller one, if both are) found in unused words."""
        a, b = self.old[pair[0]], self.new[pair[1]]
        both = weigh_common(a.left, b.left, self.weight)
        if not both:
            return 0.0
        totals = [graf.total for graf in (a, b) if not graf.used] if a.used != b.used else [a.total, b.total]
        return both / min(totals)

    def left_words(self, pair: Link) -> int:
        """How many content words both have left."""
        return sum(map(is_content, common(self.old[pair[0]].left, self.new[pair[1]].left)))

    def shared_names(self, pair: Link) -> int:
        """How many names (words with a capital) and figures stand in both texts."""
        return len(names(self._texts[0][pair[0]]) & names(self._texts[1][pair[1]]))

    def best_sentence(self, pair: Link) -> float:
        """`left_share` of the sentence of the unlinked paragraph that does best."""
        a, b = self.old[pair[0]], self.new[pair[1]]
        sentences, left = (self._split(1, pair[1]), a.left) if a.used else (self._split(0, pair[0]), b.left)
        best = 0.0
        for sentence in sentences:
            both = common(sentence.counts, left)
            if sum(map(is_content, both)) >= FEW_WORDS:
                best = max(best, weigh(both, self.weight) / sentence.total)
        return best - SENTENCE_DISCOUNT

    def left_sentences(self, pair: Link) -> float:
        """`score` of the two sentences that are most alike in words no link has used; 0.0 where they share too few."""
        both = common(self.old[pair[0]].left, self.new[pair[1]].left)
        return self._most_alike(pair, both, FEW_WORDS)

    def in_one_place(self, pair: Link) -> bool:
        """Does what the two share stand together in the longer one, where that is much longer?

        A long paragraph has most words of its subject in it, and so a good part of any short one; scattered, they
        are no text that both have.
        """
        if self.alike_in_length(pair):
            return True
        both = common(self.old[pair[0]].counts, self.new[pair[1]].counts)
        return self._most_alike(pair, both, 0) >= ONE_PLACE

    def alike_in_length(self, pair: Link) -> bool:
        """Is neither much shorter than the other?"""
        a, b = self.old[pair[0]], self.new[pair[1]]
        return min(a.total, b.total) >= MUCH_SHORTER * max(a.total, b.total)

    def _most_alike(self, pair: Link, both: Mapping[str, int], least: int) -> float:
        """`score` of the two sentences that are most alike in these words, of those with at least so many."""
        if sum(map(is_content, both)) < least:
            return 0.0
        best = 0.0
        others = self._telling(1, pair[1], both, least)
        for one, shared in self._telling(0, pair[0], both, least) if others else ():
            for other, _ in others:
                words = common(shared, other.counts)
                if sum(map(is_content, words)) >= least:
                    best = max(best, _alike(weigh(words, self.weight), one, other))
        return best

    def _telling(
        self, side: int, index: int, words: Mapping[str, int], least: int
    ) -> list[tuple[Features, dict[str, int]]]:
        """The sentences of a paragraph with some of the words, and which; of very many, those with the most."""
        found = [(sentence, common(sentence.counts, words)) for sentence in self._split(side, index)]
        telling = [(one, shared) for one, shared in found if sum(map(is_content, shared)) >= least]
        return telling if len(telling) <= SENTENCES else nlargest(SENTENCES, telling, key=lambda found: len(found[1]))

    def left_phrase(self, pair: Link) -> float:
        """The worth of the best phrase of plain words that both have left, in words that stand in one paragraph alone.

        Names and figures add nothing: a story says them again wherever it likes, and the sentence has not moved.
        """
        a, b = self.old[pair[0]].left, self.new[pair[1]].left
        old, new = self._texts[0][pair[0]], self._texts[1][pair[1]]
        named = names(old) | names(new)

        def worth(word: str) -> float | None:
            if word in named or not is_content(word):
                return 0.0
            return self.weight[word] / self._rarest if word in a and word in b else None

        return best_phrase(stems(old[:LONG]), stems(new[:LONG]), worth)

    def use(self, pair: Link) -> None:
        """Link the two: what both have left is used up."""
        a, b = self.old[pair[0]], self.new[pair[1]]
        for name, count in common(a.left, b.left).items():
            for left in (a.left, b.left):
                left[name] -= count
                if not left[name]:
                    del left[name]
        a.used = b.used = True

    def _split(self, side: int, index: int) -> list[Features]:
        if (side, index) not in self._sentences:
            sentences = [features(text, pairs=self._pairs) for text in _SENTENCE_END.split(self._texts[side][index])]
            for sentence in sentences:
                # A pair over two sentences is in no sentence: every feature here is one of the paragraph's.
                sentence.total = weigh(sentence.counts, self.weight)
            self._sentences[side, index] = sentences
        return self._sentences[side, index]


def _alike(shared: float, a: Features, b: Features) -> float:
    return CONTAINMENT * shared / min(a.total, b.total) + DICE * 2 * shared / (a.total + b.total) if shared else 0.0


class Rivals:
    """The two best scores of each paragraph: how far a pair stands out."""

    def __init__(self, scores: Mapping[Link, float]) -> None:
        self._old = _two_best((o, score) for (o, _), score in scores.items())
        self._new = _two_best((n, score) for (_, n), score in scores.items())

    def best(self, pair: Link) -> float:
        """The better of both paragraphs' second-best scores."""
        return max(self._old[pair[0]][1], self._new[pair[1]][1])

    def of(self, side: int, index: int) -> float:
        """One paragraph's second-best score."""
        return (self._new if side else self._old)[index][1]


def _two_best(scores: Iterable[tuple[int, float]]) -> dict[int, tuple[float, float]]:
    best: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for index, score in scores:
        first, second = best[index]
        if score > second:
            best[index] = (max(first, score), min(first, score))
    return best
