"""Body copy as grafs, and how many words it runs to."""

import re
from collections.abc import Iterable
from functools import lru_cache

from .dateline import split_dateline
from .remembering import remembered
from .text import clean, tidy

REMEMBERED = 50_000  # characters of a body
_BLANK_LINES = re.compile(r"\n\s*\n")


def split_grafs(body: str) -> tuple[str, ...]:
    """The grafs of a typed body: blank lines part them, a single newline inside one is a blank."""
    return _split_once(body) if len(body) <= REMEMBERED else _split(body)


def _split(body: str) -> tuple[str, ...]:
    return tuple(graf for part in _BLANK_LINES.split(clean(body)) if (graf := tidy(part)))


# What files or saves a text takes it apart a dozen times.
_split_once = lru_cache(maxsize=64)(_split)


def join_grafs(grafs: Iterable[str]) -> str:
    """The body with a blank line between grafs: `split_grafs` gives tidy grafs back."""
    return "\n\n".join(grafs)


def word_count(copy: str | Iterable[str]) -> int:
    """Words of a body or of its grafs: no dash and no rule is a word, and the dateline is not counted."""
    grafs = split_grafs(copy) if isinstance(copy, str) else tuple(copy)
    if grafs:
        grafs = (split_dateline(grafs[0])[1], *grafs[1:])
    return sum(map(_words_in, grafs))


@remembered
def _words_in(graf: str) -> int:
    return sum(1 for word in graf.split() if word.isalnum() or any(char.isalnum() for char in word))
