"""Dates told more closely: where "last year" becomes "August last year" one date changed, and no month is new."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import pairwise

from .places import Places
from .values import Change, Fact, FactChange, FactKind

WHEN = (FactKind.DATE, FactKind.DAY, FactKind.TIME)
_JOINT = re.compile(r",? (?:of |on |in )?(?:the )?")  # between the parts of one date
_YEAR = re.compile(r"\d{4}(?!\d|/)")


def refined_dates(
    old: Sequence[Fact], new: Sequence[Fact], fresh: Sequence[Fact], changed: Collection[Fact], places: Places
) -> Iterator[tuple[Fact, FactChange]]:
    """Each of the `fresh` dates that joins one which stood there before, and the two as one date that changed.

    `old`, `new`: the facts of both versions; `changed` of them have become others, or are gone. The old words
    are in the new ones, so the copy itself tells what the date was.
    """
    come = {fact for fact in fresh if fact.kind in WHEN}
    if not come:
        return
    before: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in old:
        if fact.kind in WHEN and fact not in changed:
            before[(places.group[0][fact.graf], fact.kind, fact.key)].append(fact)
    whens = [fact for fact in new if fact.kind in WHEN and fact not in changed]
    for left, right in pairwise(whens):
        joined = _joined(left, right, places.grafs[1])
        if joined and (left in come) is not (right in come):
            more, known = (left, right) if left in come else (right, left)
            same = before[(places.group[1][known.graf], known.kind, known.key)]
            if same:
                yield more, FactChange(Change.CHANGED, same.pop(0), joined, told=True)


def _joined(left: Fact, right: Fact, grafs: Sequence[str]) -> Fact | None:
    """Two that stand side by side as one date; None where more stands between them, or each is a date of its own."""
    if left.graf != right.graf or left.end > right.start or _grain(left) == _grain(right):
        return None
    graf = grafs[left.graf]
    if not _JOINT.fullmatch(graf, left.end, right.start):
        return None
    text = graf[left.start : right.end]
    return Fact(left.kind, f"{left.key} {right.key}", text, text, left.graf, left.start, right.end)


def _grain(fact: Fact) -> str:
    """What part of a date it tells: two years in a row are two dates."""
    if fact.kind is not FactKind.DATE:
        return fact.kind
    if fact.weak or fact.key.startswith("month"):
        return "relative" if fact.weak else "month"
    return "year" if _YEAR.match(fact.key) else "date"
