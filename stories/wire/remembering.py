"""What was read of a paragraph is remembered: an editor's text is read anew at each pause in the typing, all but one
of its paragraphs as they were, and a lead repeats most of the one before."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Read = TypeVar("Read")
LONGEST = 1000  # characters: what is kept of each reading stays within a few megabytes
MOST = 4096


def remembered(read: Callable[[str], Read]) -> Callable[[str], Read]:
    """`read`, which depends on its text alone and gives what never changes."""
    known = lru_cache(maxsize=MOST)(read)

    @wraps(read)
    def reading(text: str) -> Read:
        return known(text) if len(text) <= LONGEST else read(text)

    return reading
