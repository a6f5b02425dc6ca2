"""Quotations: what stands between quotation marks, or runs from one to the paragraph's end."""

import re
from collections.abc import Iterator

from .values import Fact, FactKind

SHORT_QUOTE_WORDS = 2

_QUOTE = re.compile(
    r"[\"“”](?P<words>[^\"“”\n]+)(?:[\"“”]|$)|‘‘(?P<latex>[^\n]+?)’’|「(?P<corner>[^」\n]+)」", re.MULTILINE
)
_WORD = re.compile(r"[\w'’-]+")


def quote_words(text: str) -> tuple[str, ...]:
    """The words of a quotation, for comparing: case, punctuation and kind of apostrophe do not count."""
    return tuple(word.lower().replace("’", "'").strip("'-") for word in _WORD.findall(text))


def quote_facts(graf: str, number: int) -> Iterator[Fact]:
    """Quotations in one paragraph; one of one or two words is weak (a nickname, a title)."""
    for found in _QUOTE.finditer(graf):
        words = quote_words(found["words"] or found["latex"] or found["corner"])
        if words:
            weak = len(words) <= SHORT_QUOTE_WORDS
            yield Fact(FactKind.QUOTE, " ".join(words), found[0], found[0], number, *found.span(), weak=weak)
