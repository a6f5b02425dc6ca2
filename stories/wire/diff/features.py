"""What a paragraph is made of, for telling whether two of them are the same one: weighted stems and pairs of them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from stories.wire.days import DAYS, MONTHS
from stories.wire.diff.tokens import STOP_WORDS
from stories.wire.remembering import remembered

# Characters after which a paragraph has said what it is.
LONG = 150_000
STEM = 6
HANGUL_STEM = 3
STOP_WEIGHT = 0.4
PAIR_WEIGHT = 0.42

_WORD = re.compile(r"[぀-ヿ㐀-䶿一-鿿]|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|(?:[^\W\d_぀-ヿ㐀-䶿一-鿿]|[̀-ͯ])+")
_ADDRESS = re.compile(r"((?:https?://|\bwww\.)[\w.-]*\w)((?:/[^\s<>\"()\[\]]*[^\W_])?)")
_NAME = re.compile(r"\b(?:[A-Z][\w.]*\w|\d+(?:[.,]\d+)*)")
_HANGUL = re.compile(r"[가-힣]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_STOP_STEMS = frozenset(word[:STEM] for word in STOP_WORDS)
_NO_NAMES = _STOP_STEMS | {word[:STEM] for word in (*DAYS, *MONTHS)}
# Spellings that an editor changes without changing what is said.
_SAME = {
    **{word: str(number) for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)},
    "percent": "pct",
    "million": "mln",
    "billion": "bln",
    "trillion": "trln",
}


@dataclass(slots=True)
class Features:
    """A paragraph's features and their count; `left` is what no link has used up yet."""

    counts: dict[str, int]
    total: float = 0.0
    left: dict[str, int] = field(default_factory=dict)
    used: bool = False


@remembered
def key(graf: str) -> str:
    """The paragraph without case, marks and blanks; equal keys are the same paragraph."""
    plain = unicodedata.normalize("NFKC", graf).casefold()
    return _NOT_A_WORD.sub(" ", plain).strip() or plain.strip()


def stems(graf: str) -> list[str]:
    """The words of a paragraph in order, cut short so that "reject" meets "rejected"."""
    plain = graf if graf.isascii() else unicodedata.normalize("NFKC", graf)
    return [_stem(word) for word in _words(plain.lower())]


def _words(plain: str) -> list[str]:
    """An address is two words, its host and its path: spelt out, it would outweigh the sentence around it."""
    if "://" not in plain and "www." not in plain:
        return _WORD.findall(plain)
    found: list[str] = []
    for place, part in enumerate(_ADDRESS.split(plain)):
        found += [part] * bool(part) if place % 3 else _WORD.findall(part)
    return found


def _stem(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    if word.isascii():
        return word[:STEM] if word.isalpha() else word.replace(".", "").replace(",", "")
    return word[:HANGUL_STEM] if _HANGUL.match(word) else word[:STEM]


def names(graf: str) -> frozenset[str]:
    """The stems of words with a capital, less those that only open sentences or name a day, and figures."""
    return frozenset(_stem(word.lower()) for word in _NAME.findall(graf)) - _NO_NAMES


def features(graf: str, *, pairs: bool = True) -> Features:
    """Stems, and with `pairs` neighbouring stems too (written with a blank between them)."""
    counts = _with_pairs(graf) if pairs else Counter(stems(graf[:LONG]))
    return Features(counts, left=dict(counts))


@remembered
def _with_pairs(graf: str) -> Counter[str]:
    """A lead is set against the one before it, and then the next one against it; nobody changes what this gives."""
    words = stems(graf[:LONG])
    counts = Counter(words)
    counts.update([f"{a} {b}" for a, b in pairwise(words)])
    return counts


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


def is_content(name: str) -> bool:
    """Is it a word that says something: no pair, no stop-word?"""
    return " " not in name and name not in _STOP_STEMS


def weigh(counts: Mapping[str, int], weight: Mapping[str, float]) -> float:
    """The weight of all features together."""
    return sum([weight[name] * count for name, count in counts.items()])


def weigh_common(left: Mapping[str, int], right: Mapping[str, int], weight: Mapping[str, float]) -> float:
    """The weight of the features both hold; it is asked for every pair that may be one, so it builds no dict."""
    if len(right) < len(left):
        left, right = right, left
    return sum(
        [
            weight[name] * (count if count <= right[name] else right[name])
            for name, count in left.items()
            if name in right
        ]
    )


def common(left: Mapping[str, int], right: Mapping[str, int]) -> dict[str, int]:
    """The features both hold, as often as both hold them, in an order that does not change from run to run."""
    if len(right) < len(left):
        left, right = right, left
    return {name: min(count, right[name]) for name, count in left.items() if name in right}
