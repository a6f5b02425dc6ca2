"""What a person types to find copy: words, "quoted phrases", -words that must be absent, begin* of a word."""

import re
from dataclasses import dataclass
from unicodedata import normalize

# As keyboards and copied text have them: curly and full-width quotation marks, the minus sign, a full-width star.
_QUOTE = '"\u201c\u201d\u201e\uff02'
_TERM = re.compile(rf"([-\u2212\uff0d]?)(?:[{_QUOTE}]([^{_QUOTE}]*)[{_QUOTE}]?|(\S+))")
_WORD = re.compile(r"[^\W_]+")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_MOST_TERMS, _MOST_WORDS = 12, 24


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, in lower case. `prefix`: the last of them is a beginning only."""

    words: tuple[str, ...]
    prefix: bool = False
    absent: bool = False


def read_query(text: str) -> tuple[Term, ...]:
    """The terms of a query, all of which a text must meet. Total: what holds no letter or figure is passed over.

    "Harim-tunnel" and "183.5" are phrases of their parts. A Korean word takes particles at its end, so the
    last word of a term in Hangul is always a beginning. A query of absent terms only finds nothing: ().
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
    begins = quoted is None and (plain.endswith(("*", "\uff0a")) or bool(_HANGUL.match(words[-1])))
    return Term(words, prefix=begins, absent=bool(minus))
