"""Which pairs of paragraphs are worth a look: those that share telling words."""

from collections import defaultdict
from collections.abc import Mapping
from heapq import nlargest

from stories.wire.diff.chain import Link
from stories.wire.diff.evidence import Evidence
from stories.wire.diff.features import Features

# Above this many paragraphs only rare words propose.
MANY = 400
RARE_WORDS = 24
# The best few by shared weight, and as many by the share of the other paragraph.
FEW = 8
# Shared weight, as a part of the smaller paragraph, under which no pair can become a link;
# among many paragraphs, where only the rare words are counted, a third of it.
TOO_LITTLE = 0.15
# Pairs that one word may propose, over all of its holders.
PAIRS_OF_A_WORD = 20_000


def candidates(evidence: Evidence) -> list[Link]:
    """The pairs to score, each old paragraph with its most promising new ones."""
    holders = _holders(evidence.new)
    many = max(len(evidence.old), len(evidence.new)) > MANY
    limit = max(4, PAIRS_OF_A_WORD // max(1, len(evidence.old)))
    everywhere = {name for name, at in holders.items() if len(at) > limit}
    pairs: list[Link] = []
    for o, graf in evidence.old.items():
        names = [name for name in graf.counts if name not in everywhere]
        if many:
            names = nlargest(RARE_WORDS, names, key=evidence.weight.__getitem__)
        found = _shared(names, holders, evidence.weight)
        bar = TOO_LITTLE / (3 if many else 1)
        worth = {n: w for n, w in found.items() if w >= bar * min(graf.total, evidence.new[n].total)}
        pairs += [(o, n) for n in _best(worth, evidence)]
    return pairs


def _holders(grafs: Mapping[int, Features]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, graf in grafs.items():
        for name in graf.counts:
            holders[name].append(index)
    return holders


def _shared(names: list[str], holders: Mapping[str, list[int]], weight: Mapping[str, float]) -> dict[int, float]:
    """The weight of the names in each of their holders."""
    found: dict[int, float] = defaultdict(float)
    for name in names:
        worth = weight[name]
        for n in holders.get(name, ()):
            found[n] += worth
    return found


def _best(found: Mapping[int, float], evidence: Evidence) -> list[int]:
    if len(found) <= FEW:
        return list(found)
    by_weight = nlargest(FEW, found, key=lambda n: found[n])
    by_share = nlargest(FEW, found, key=lambda n: found[n] / evidence.new[n].total)
    return list(dict.fromkeys([*by_weight, *by_share]))
