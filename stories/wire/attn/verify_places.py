"""Is the new text where a claim says? The strict half of the check.

A paragraph number is the part of the line that a client acts on, so a number given to a paragraph
that reads exactly as before is false. Anything looser ("throughout", "first 5 paras") is taken
as a desk means it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .format import ranges_text
from .news import GrafNews, Touch
from .values import Clause, Object, Place, PlaceKind
from .verdict import Truth, Verdict
from .wording import place_for

# "At the bottom" reaches this far up; longer stories give it their last quarter.
BOTTOM_GRAFS = 3
BOTTOM_SHARE = 0.25
# Under both, "throughout" is neither confirmed nor questioned.
THROUGHOUT_GRAFS = 3
THROUGHOUT_SHARE = 0.25
# Verbs whose numbers may count the paragraphs of the version before.
CUTTING = frozenset({"TRIMS", "DELETES", "CUTS", "DROPS", "REMOVES", "OMITS", "SHORTENS"})
# Verbs that a paragraph with the same words at another place makes true.
ARRANGING = frozenset(
    {"MOVES", "RECASTS", "REWRITES", "MODIFIES", "RESTORES", "COMBINES", "MERGES", "CHANGES", "EDITS"}
)


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of the new version, and how many old ones are gone."""

    news: Sequence[GrafNews]
    removed: int = 0

    @property
    def total(self) -> int:
        return len(self.news)

    def touched(self, *, arranged: bool = False) -> tuple[int, ...]:
        """Numbers of the paragraphs that read otherwise; with `arranged`, of those that moved too."""
        return tuple(one.number for one in self.news if one.touched or (arranged and one.touch is Touch.MOVED))

    def fresh(self) -> tuple[int, ...]:
        """Numbers of the paragraphs with new text."""
        return tuple(one.number for one in self.news if one.new_text)


def check_place(index: int, clause: Clause, item: Object, place: Place, body: Body) -> Verdict:
    """The verdict on one place of a clause."""
    claim = f"{item.text} {place.text}".strip()
    arranged = clause.verb.upper() in ARRANGING
    touched = body.touched(arranged=arranged)
    if clause.verb.upper() in CUTTING:
        return _cutting(index, claim, touched, body)
    if not touched:
        return Verdict(index, claim, Truth.FALSE, f"{_says(place)}: no paragraph has changed")
    match place.kind:
        case PlaceKind.THROUGHOUT:
            return _throughout(index, claim, touched, body)
        case PlaceKind.BOTTOM | PlaceKind.TOP:
            meant = _edge(place, body.total)
            return _verdict(index, claim, place, any(number in touched for number in meant), meant, body)
        case PlaceKind.FROM:
            start = place.ranges[0][0]
            return _verdict(index, claim, place, start in touched, _within(place.numbers(body.total), touched), body)
        case PlaceKind.FIRST | PlaceKind.LAST:
            return _verdict(index, claim, place, _reaches(place, touched, body.total), touched, body)
    missing = [number for number in place.numbers(body.total) if number not in touched]
    if beyond := [number for number in missing if number > body.total or number < 1]:
        reason = f"{_says(place)}: the story has {body.total} paragraphs, none numbered {ranges_text(beyond)}"
        return Verdict(index, claim, Truth.FALSE, reason, _right(body), _indexes(body.fresh()))
    return _verdict(index, claim, place, not missing, _within(place.numbers(body.total), touched), body)


def _verdict(index: int, claim: str, place: Place, holds: bool, grafs: Sequence[int], body: Body) -> Verdict:
    if holds:
        return Verdict(index, claim, Truth.TRUE, grafs=_indexes(grafs))
    fresh = body.fresh() or body.touched()
    where = f"the new text is in {_numbers(fresh)}" if fresh else "no paragraph has new text"
    return Verdict(index, claim, Truth.FALSE, f"{_says(place)}: {where}", _right(body))


def _says(place: Place) -> str:
    return f"says {place.text.removeprefix('in ')}"


def _numbers(numbers: Sequence[int]) -> str:
    """Numbers as people say them: "8 and 10-11"."""
    *most, last = ranges_text(numbers).split(", ")
    return f"{', '.join(most)} and {last}" if most else last


def _right(body: Body) -> str:
    """Where the new text is, in the line's own words; the touched paragraphs where no text is new."""
    numbers = body.fresh() or body.touched()
    return place_for(numbers, body.total).text if numbers else ""


def _throughout(index: int, claim: str, touched: Sequence[int], body: Body) -> Verdict:
    if len(touched) >= THROUGHOUT_GRAFS or len(touched) >= THROUGHOUT_SHARE * body.total:
        return Verdict(index, claim, Truth.TRUE, grafs=_indexes(touched))
    reason = f"{len(touched)} of {body.total} paragraphs changed: {ranges_text(touched)}"
    return Verdict(index, claim, Truth.UNCHECKED, reason, _right(body), _indexes(touched))


def _cutting(index: int, claim: str, touched: Sequence[int], body: Body) -> Verdict:
    """Numbers of text that is gone may be the old ones: only that nothing went at all is false."""
    if touched or body.removed:
        return Verdict(index, claim, Truth.UNCHECKED, "the numbers may be those of the version before")
    return Verdict(index, claim, Truth.FALSE, "nothing was cut")


def _edge(place: Place, total: int) -> tuple[int, ...]:
    reach = max(BOTTOM_GRAFS, round(total * BOTTOM_SHARE))
    numbers = tuple(range(1, total + 1))
    return numbers[:reach] if place.kind is PlaceKind.TOP else numbers[-reach:]


def _reaches(place: Place, touched: Sequence[int], total: int) -> bool:
    """ "first 5 paras" holds where the fifth changed and so did two thirds of the five."""
    meant = place.numbers(total)
    if not meant or place.count > total:
        return False
    outermost = meant[-1] if place.kind is PlaceKind.FIRST else meant[0]
    return outermost in touched and 3 * len(_within(meant, touched)) >= 2 * len(meant)


def _within(numbers: Sequence[int], touched: Sequence[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number in touched)


def _indexes(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(number - 1 for number in numbers)
