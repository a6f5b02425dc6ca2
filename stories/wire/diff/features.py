"""What a paragraph is made of, for telling whether two of them are the same one: weighted stems and pairs of them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from stories.wire.diff.tokens import STOP_WORDS

STEM = 6
HANGUL_STEM = 3
STOP_WEIGHT = 0.4
PAIR_WEIGHT = 0.42

_WORD = re.compile(r"[぀-ヿ㐀-䶿一-鿿]|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|(?:[^\W\d_぀-ヿ㐀-䶿一-鿿]|[̀-ͯ])+")
_HANGUL = re.compile(r"[가-힣]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_STOP_STEMS = frozenset(word[:STEM] for word in STOP_WORDS)


def key(graf: str) -> str:
    """The paragraph without case, marks and blanks; equal keys are the same paragraph."""
    plain = unicodedata.normalize("NFKC", graf).casefold()
    return _NOT_A_WORD.sub(" ", plain).strip() or plain.strip()


def stems(graf: str) -> list[str]:
    """The words of a paragraph in order, cut short so that "reject" meets "rejected"."""
    plain = graf if graf.isascii() else unicodedata.normalize("NFKC", graf)
    return [_stem(word) for word in _WORD.findall(plain.lower())]


def _stem(word: str) -> str:
    if word.isascii():
        return word[:STEM] if word.isalpha() else word.replace(".", "").replace(",", "")
    return word[:HANGUL_STEM] if _HANGUL.match(word) else word[:STEM]


@dataclass(slots=True)
class Features:
    """A paragraph's features and their count; `left` is what no link has used up yet."""

    counts: dict[str, int]
    total: float = 0.0
    left: dict[str, int] = field(default_factory=dict)


def features(graf: str) -> Features:
    """Stems, and neighbouring stems as pairs (written with a blank between them)."""
    words = stems(graf)
    counts = Counter(words)
    counts.update(f"{a} {b}" for a, b in pairwise(words))
    return Features(counts, left=dict(counts))


def weights(grafs: Iterable[Features]) -> dict[str, float]:
    """What each feature tells: the rarer, the more; stop-words and pairs less."""
    seen: Counter[str] = Counter()
    total = 0
    for graf in grafs:
        seen.update(graf.counts.keys())
        total += 1
    by_count = {count: log(1 + total / count) for count in set(seen.values())}
    return {name: by_count[count] * _share(name) for name, count in seen.items()}


def _share(name: str) -> float:
    if " " in name:
        return PAIR_WEIGHT
    return STOP_WEIGHT if name in _STOP_STEMS else 1.0


def overlap(left: Mapping[str, int], right: Mapping[str, int], weight: Mapping[str, float]) -> float:
    """The weight of what both hold."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight[name] * min(count, right[name]) for name, count in left.items() if name in right)


def is_content(name: str) -> bool:
    """Is it a word that says something: no pair, no stop-word?"""
    return _share(name) == 1.0
