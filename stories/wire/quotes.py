"""Quotation marks: which paragraphs leave one open, or close one that was never opened."""

import re
from collections.abc import Sequence

_MARK = re.compile(r"[\"“”„‟]")
_BEFORE_OPENING = re.compile(r"[\s(\[{'‘’/—–-]")
# 6'2" is a measure; 15" may be one, or close a quotation.
_FEET = re.compile(r"\d['’]\s?\d+(\")")
_INCHES = re.compile(r"(?<=\d)\"(?=[\s,.;)-]|$)")


def unbalanced_quotes(grafs: Sequence[str]) -> tuple[int, ...]:
    """The indexes of grafs with a quotation mark that has no partner.

    A quotation that goes on over paragraphs opens each of them and closes only the last.
    """
    wrong: list[int] = []
    opened: int | None = None
    for index, graf in enumerate(grafs):
        marks = list(_marks(graf))
        if opened is not None and not (marks and marks[0] == (0, True)):
            wrong.append(opened)
            opened = None
        is_open = False
        for position, opening in marks:
            if opening == is_open and not (opening and position == 0):
                wrong.append(index)
            is_open = opening
        opened = index if is_open else None
    return tuple(dict.fromkeys(wrong if opened is None else [*wrong, opened]))


def _marks(graf: str) -> list[tuple[int, bool]]:
    """Each quotation mark's position, and whether it opens: told by its shape or by what stands beside it."""
    inches = {match.start(1) for match in _FEET.finditer(graf)}
    if (graf.count('"') - len(inches)) % 2:
        inches.update(match.start() for match in _INCHES.finditer(graf))
    marks: list[tuple[int, bool]] = []
    for match in _MARK.finditer(graf):
        if match.start() not in inches:
            marks.append((match.start(), _opens(graf, match.start(), not marks or not marks[-1][1])))
    return marks


def _opens(graf: str, at: int, may_open: bool) -> bool:
    if graf[at] in "“„‟":
        return True
    if graf[at] == "”":
        return False
    opening = at == 0 or _BEFORE_OPENING.match(graf[at - 1]) is not None
    closing = at + 1 == len(graf) or not (graf[at + 1].isalnum() or graf[at + 1] in "([$'‘")
    return opening if opening != closing else may_open
