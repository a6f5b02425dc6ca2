"""The parts of a fact's value: the words of a name, the ends of a range."""

import re

from .values import FactKind

_BETWEEN = "-–/:"  # the ends of a range, the parts of a date
_ENDS = re.compile(rf"(?<=\d)[{_BETWEEN}]")
_SIGNS = frozenset(_BETWEEN)
JOINTS = _SIGNS | {" "}  # a key without any of them has no parts


def parts(kind: FactKind, key: str) -> list[str]:
    """The words of a name's key, the ends of a range's ("50-60"); the key itself of another fact."""
    if kind is FactKind.NAME:
        return key.split(" ")
    # Most have no such sign, and the pattern takes its time to say so.
    if kind not in (FactKind.FIGURE, FactKind.DATE) or _SIGNS.isdisjoint(key):
        return [key]
    return _ENDS.split(key)
