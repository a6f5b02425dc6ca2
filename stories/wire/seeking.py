"""What a person types to find copy: words, "quoted phrases", -words that must be absent, begin* of a word."""

import re
from dataclasses import dataclass
from unicodedata import normalize

# As keyboards and copied text have them: curly and full-width quotation marks, the minus sign, a full-width star.
_QUOTE = '"\u201c\u201d\u201e\uff02'
_TERM = re.compile(rf"([-\u2212\uff0d]?)(?:[{_QUOTE}]([^{_QUOTE}]*)[{_QUOTE}]?|(\S+))")
_WORD = re.compile(r"[^\W_]+")
# Letters of which a word is a few: Hangul, Han, kana. The ranges of a class, for databases too; the commonest first.
SYLLABLES = (
    "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0002fa1f"
)
_RUN = re.compile(f"[{SYLLABLES}]+")
_MOST_TERMS, _MOST_WORDS = 12, 24


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, in lower case. `prefix`: the last of them is a beginning only."""

    words: tuple[str, ...]
    prefix: bool = False
    absent: bool = False

    @property
    def run(self) -> str:
        """The syllables that are meant anywhere in a word, where the term is nothing else; "" for any other term."""
        alone = self.prefix and len(self.words) == 1 and _RUN.fullmatch(self.words[0])
        return self.words[0] if alone else ""


def syllable_pairs(text: str) -> tuple[str, ...]:
    """Each two syllables that stand together, in their order, and the last of each run alone.

    What stands in a run is so found by its pairs, which follow each other; a single syllable as their beginning.
    """
    return tuple(run[at : at + 2] for run in _RUN.findall(text) for at in range(len(run)))


def read_query(text: str) -> tuple[Term, ...]:
    """The terms of a query, all of which a text must meet. Total: what holds no letter or figure is passed over.

    "Harim-tunnel" and "183.5" are phrases of their parts. A Korean word is built of others and takes particles
    at its end, so the last word of a term in syllables is never a whole one, but in quotation marks. A query of
    absent terms only finds nothing: ().
    """
    terms = tuple(term for match in _TERM.finditer(normalize("NFC", text)) if (term := _term(match)))[:_MOST_TERMS]
    return terms if any(not term.absent for term in terms) else ()


def beginnings(text: str) -> tuple[Term, ...]:
    """The same, each term a beginning: for a search that answers while a person types."""
    return tuple(term if term.absent else Term(term.words, prefix=True) for term in read_query(text))


def _term(match: re.Match[str]) -> Term | None:
    minus, quoted, plain = match.groups()
    text = plain if quoted is None else quoted
    words = tuple(word.lower() for word in _WORD.findall(text))[:_MOST_WORDS]
    if not words:
        return None
    begins = quoted is None and (plain.endswith(("*", "\uff0a")) or bool(_RUN.match(words[-1])))
    return Term(words, prefix=begins, absent=bool(minus))
