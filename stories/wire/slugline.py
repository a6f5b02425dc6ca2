"""A slugline for copy that came without one."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SMALL = frozenset(
    "a an the of in on at to for from with by and or as after over amid into says say said is are was be its his her"
    " new more than up out off S N".split()
)
LONGEST = 120  # characters, as the record keeps it


def derive_slugline(headline: str) -> str:
    """Three telling words of the headline with hyphens: "Mayor-opens-Harim". "Untitled" where it has no word."""
    words = [match[0] for match in _WORD.finditer(headline)]
    telling = [word for word in words if word not in _SMALL and word.lower() not in _SMALL]
    return "-".join((telling or words)[:3])[:LONGEST] or "Untitled"


def slugline_key(slugline: str) -> str:
    """What two spellings of one slugline have in common: case, blanks and hyphens do not count."""
    return re.sub(r"[\s-]+", "-", slugline).strip("-").casefold()


def plain_slugline(slugline: str) -> str:
    """The slugline in letters of any script, digits, hyphens and dots: a hyphen for each run of anything else.

    A plain one comes back as it is; "" where nothing of it is left.
    """
    # A vowel sign or an accent of its own belongs to the letter before it.
    kept = "".join(sign if sign in "-." or unicodedata.category(sign)[0] in "LMN" else " " for sign in slugline)
    return kept if " " not in kept else re.sub(r"-*\s[\s-]*", "-", kept).strip("-")
