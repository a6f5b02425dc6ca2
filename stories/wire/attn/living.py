"""Living numbers: in a draft a reference holds on to paragraphs, not to digits.

`bind` ties each place of a line to the paragraphs it names; `rebind` follows them through an
edit of the body; `rendered` writes the line with the numbers they have now. A place whose
paragraphs stand where they stood keeps its words to the letter, and one that lost all of its
paragraphs keeps them too, flagged: typed text is never replaced by a guess. A paragraph that was
cut and comes back, word for word, is held again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stories.wire.diff import align
from stories.wire.label import ordinal

from .advisories import parse_line
from .format import format_attn, ranges, ranges_text
from .values import Attn, Clause, Object, Place, PlaceKind

_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_SYMBOLIC = frozenset({PlaceKind.THROUGHOUT, PlaceKind.TOP, PlaceKind.BOTTOM})


@dataclass(frozen=True, slots=True)
class Hold:
    """What a place holds on to: `grafs` are indexes from 0 in the body as it is now, sorted.

    `lost` has the words of the paragraphs that are gone since the line was bound. A place that
    named one `beyond` the end of the body holds on to none until the body reaches that far.
    """

    grafs: tuple[int, ...] = ()
    lost: tuple[str, ...] = ()
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A line as typed and one Hold for each of its places in order; `total` counts the paragraphs now."""

    attn: Attn
    holds: tuple[Hold, ...]
    total: int

    @property
    def gone(self) -> tuple[str, ...]:
        """The words of each place that names a paragraph which is not there, or not any more."""
        named = zip(places_of(self.attn), self.holds, strict=True)
        return tuple(place.text for place, hold in named if hold.lost or hold.beyond)


def bind(attn: Attn | str, grafs: Sequence[str]) -> Bound:
    """Tie the line's numbers to the paragraphs they name in `grafs`, the body it was typed beside."""
    attn = parse_line(attn) if isinstance(attn, str) else attn
    return Bound(attn, tuple(_hold(place, len(grafs)) for place in places_of(attn)), len(grafs))


def rebind(bound: Bound, old_grafs: Sequence[str], new_grafs: Sequence[str]) -> Bound:
    """Follow the paragraphs through an edit from `old_grafs`, which `bound` holds on to, to `new_grafs`.

    A split paragraph is held in all its parts, merged ones in the paragraph they became.
    """
    becomes: dict[int, set[int]] = {}
    arrived: dict[str, int] = {}
    for group in align(old_grafs, new_grafs):
        for old in group.old:
            becomes.setdefault(old, set()).update(group.new)
        if not group.old:
            arrived.update((new_grafs[new], new) for new in group.new)
    total = len(new_grafs)
    holds = (
        _hold(place, total) if hold.beyond else _followed(hold, becomes, arrived, old_grafs)
        for place, hold in zip(places_of(bound.attn), bound.holds, strict=True)
    )
    return replace(bound, holds=tuple(holds), total=total)


def follow(line: str, old_grafs: Sequence[str], new_grafs: Sequence[str]) -> Bound:
    """A line typed beside `old_grafs`, carried over to `new_grafs`."""
    return rebind(bind(line, old_grafs), old_grafs, new_grafs)


def rendered(bound: Bound) -> str:
    """The line with the numbers its paragraphs have now."""
    return format_attn(rendered_attn(bound))


def rendered_attn(bound: Bound) -> Attn:
    """The line as values, its places written anew where their numbers changed."""
    fresh = iter(
        [_rewritten(place, hold, bound) for place, hold in zip(places_of(bound.attn), bound.holds, strict=True)]
    )
    return replace(bound.attn, clauses=tuple(_with_places(clause, fresh) for clause in bound.attn.clauses))


def places_of(attn: Attn) -> list[Place]:
    """Every place of a line, in its order: there is one Hold for each."""
    return [place for clause in attn.clauses for place in clause.places]


def _hold(place: Place, total: int) -> Hold:
    """FROM holds on to the paragraph it starts at; "throughout" and "at the bottom" to none."""
    if place.kind in _SYMBOLIC:
        return Hold()
    numbers = place.stated()[:1] if place.kind is PlaceKind.FROM else place.numbers(total)
    beyond = place.count > total or any(not 1 <= number <= total for number in numbers)
    return Hold(beyond=True) if beyond else Hold(tuple(number - 1 for number in numbers))


def _followed(hold: Hold, becomes: dict[int, set[int]], arrived: dict[str, int], old_grafs: Sequence[str]) -> Hold:
    now = {graf: becomes.get(graf, set()) for graf in hold.grafs}
    lost = (*hold.lost, *(old_grafs[graf] for graf, grafs in now.items() if not grafs))
    back = {arrived[graf] for graf in lost if graf in arrived}
    return Hold(tuple(sorted(back.union(*now.values()))), tuple(graf for graf in lost if graf not in arrived))


def _rewritten(place: Place, hold: Hold, bound: Bound) -> Place:
    """The place in the words it was typed in where they still hold, else with the new numbers."""
    numbers = tuple(graf + 1 for graf in hold.grafs)
    meant = place.stated()[:1] if place.kind is PlaceKind.FROM else place.numbers(bound.total)
    if not numbers or place.kind in _SYMBOLIC or numbers == meant:
        return place
    if place.kind is PlaceKind.FROM:
        return replace(place, text=_from_text(place, numbers[0]), ranges=((numbers[0],) * 2,))
    if place.kind in (PlaceKind.FIRST, PlaceKind.LAST) and (edge := _edge(place, numbers, bound.total)):
        return edge
    return _listed(place, numbers)


def _edge(place: Place, numbers: Sequence[int], total: int) -> Place | None:
    """ "last 3 paras" for "last 2 paras" where they are the last three now (one was split)."""
    count = len(numbers)
    run = tuple(numbers) == tuple(range(numbers[0], numbers[0] + count))
    at_edge = numbers[0] == 1 if place.kind is PlaceKind.FIRST else numbers[-1] == total
    if count < 2 or not run or not at_edge:
        return None
    return replace(place, text=f"{_preposition(place)}{place.kind} {count} paras", count=count)


def _from_text(place: Place, number: int) -> str:
    """The start in the words that were typed: "from para 4", "from 4th para"."""
    words = place.text.split()
    if any(word.isdecimal() for word in words):
        return " ".join(str(number) if word.isdecimal() else word for word in words)
    return f"from {ordinal(number)} para"


def _listed(place: Place, numbers: Sequence[int]) -> Place:
    """The numbers in the form they were typed: "in 4th para", "in lead, paras 3-5", or a bare "in 11-15"."""
    lead = place.lead and 1 in numbers and len(numbers) > 1
    shown = [number for number in numbers if not (lead and number == 1)]
    runs, bare = ranges(shown), "para" not in place.text.lower() and "graf" not in place.text.lower()
    if len(shown) == 1 and not lead and _ORDINAL.search(place.text):
        words = f"{ordinal(shown[0])} para"
    elif bare and place.text[-1:].isdecimal():
        words = ranges_text(shown)
    else:
        words = f"{'lead, ' if lead else ''}{'paras' if len(shown) > 1 else 'para'} {ranges_text(shown)}"
    return replace(place, kind=PlaceKind.PARAS, text=_preposition(place) + words, ranges=runs, count=0, lead=lead)


def _preposition(place: Place) -> str:
    first = place.text.split(" ", 1)[0]
    return f"{first} " if first.lower() in ("in", "from", "of", "at", "to", "for") else ""


def _with_places(clause: Clause, fresh: Iterator[Place]) -> Clause:
    return replace(clause, objects=tuple(_with_place(item, fresh) for item in clause.objects))


def _with_place(item: Object, fresh: Iterator[Place]) -> Object:
    return replace(item, place=next(fresh)) if item.place else item
