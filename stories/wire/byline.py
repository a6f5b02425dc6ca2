"""The byline, "By A, B and C", and the people in it."""

import re
from collections.abc import Sequence

from .days import DAYS, MONTHS
from .text import tidy

_BY = re.compile(r"by\s+", re.IGNORECASE)
_NATIVE = re.compile(r"[가-힣\u4e00-\u9fff]{2,6}(?:\s*[,·]\s*[가-힣\u4e00-\u9fff]{2,6}){0,4}(?:\s*(?:특파원|기자))?")
_SEPARATOR = re.compile(r"\s*,\s*and\s+|\s+and\s+|\s*&\s*|\s*[,·]\s*")
# A name: capitalised words, with the small words that stand in names, and in what their bearers are.
_SMALL = frozenset(
    "al bin da de del der di du el in la le of the van von"
    " contributing correspondent intern reporter staff writer".split()
)
_NOT_A_NAME = re.compile(r"[.!?;:\"“”()\d]$|[\d$%;:?!\"“”]")
_LONGEST = 160


def parse_byline(line: str) -> tuple[str, ...]:
    """The names of a byline, in order; () where the line is none: "By Tuesday, the party had lost".

    "By A", "By A and B", "By A, B and C" and native names ("김은정 기자") are bylines. "Joint
    Press Corps" counts as a name.
    """
    text = tidy(line)[: _LONGEST + 1]
    if len(text) > _LONGEST:
        return ()
    if _NATIVE.fullmatch(text):
        return _names(re.sub(r"\s*(?:특파원|기자)$", "", text))
    by = _BY.match(text)
    if by is None:
        return ()
    names = _names(text[by.end() :].rstrip("="))
    return names if names and all(_is_name(name) for name in names) else ()


def format_byline(names: Sequence[str]) -> str:
    """ "By A", "By A and B", "By A, B and C"; "" for nobody."""
    if not names:
        return ""
    *others, last = names
    return f"By {', '.join(others)} and {last}" if others else f"By {last}"


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _SEPARATOR.split(text.strip()) if name)


def _is_name(name: str) -> bool:
    words = name.removesuffix(" Jr.").removesuffix(" Sr.").split()
    if not 1 <= len(words) <= 6 or _NOT_A_NAME.search(name.removesuffix(" Jr.").removesuffix(" Sr.")):
        return False
    # Days and months open a sentence ("By Monday, ..."), they sign nothing.
    if words[0].strip(",").lower() in _OPENERS:
        return False
    return all(word[0].isupper() or not word[0].isascii() or word.lower() in _SMALL for word in words) and (
        words[0].lower() not in {"the", "in", "of"}
    )


_OPENERS = frozenset([*DAYS, *MONTHS, *"jan. feb. aug. sept. oct. nov. dec.".split()])
