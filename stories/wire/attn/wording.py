"""The words of a proposed clause: where new text stands, and how a clause is put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from stories.wire.label import ordinal

from .format import ranges, ranges_text
from .proposal import Evidence, Suggested
from .values import Clause, Object, Place, PlaceKind, Target, Verb

# Above this share of the paragraphs a line says "throughout".
THROUGHOUT = 0.75
# Real lines list up to four runs of numbers ("paras 2, 5, 10, 13-16"); more is "throughout" too.
LISTED_RUNS = 4
# The tail of a story is "last 2 paras" up to this length, from there on "from 5th para".
LAST_PARAS = 3


@dataclass(frozen=True, slots=True)
class Matter:
    """An object to be, with its evidence; `governed` puts it under "with"."""

    text: str
    evidence: Evidence
    target: Target = Target.FREE
    place: Place | None = None
    governed: bool = False


def place_for(numbers: Sequence[int], total: int) -> Place:
    """The shortest exact way to say where, of `total` paragraphs; "throughout" where a list would not help."""
    runs = ranges(numbers)
    if len(runs) > LISTED_RUNS or (total > LAST_PARAS and len(set(numbers)) > THROUGHOUT * total):
        return Place(PlaceKind.THROUGHOUT, "throughout", before=" ")
    return _edge(*runs[0], total) if len(runs) == 1 else listed(runs)


def listed(runs: tuple[tuple[int, int], ...]) -> Place:
    """The numbers themselves: "in 4th para", "in paras 4-6, 9", "in lead" for the first alone."""
    if runs == ((1, 1),):
        return Place(PlaceKind.PARAS, "in lead", runs, lead=True, before=" ")
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return Place(PlaceKind.PARAS, f"in {ordinal(runs[0][0])} para", runs, before=" ")
    numbers = ranges_text(number for low, high in runs for number in range(low, high + 1))
    return Place(PlaceKind.PARAS, f"in paras {numbers}", runs, before=" ")


def _edge(low: int, high: int, total: int) -> Place:
    """One run of numbers, named from the edge of the story that it touches."""
    length = high - low + 1
    if length > 1 and low == 1:
        return Place(PlaceKind.FIRST, f"in first {length} paras", count=length, before=" ")
    if 1 < length <= LAST_PARAS and high == total:
        return Place(PlaceKind.LAST, f"in last {length} paras", count=length, before=" ")
    if length > 1 and high == total:
        return Place(PlaceKind.FROM, f"from {ordinal(low)} para", ((low, low),), before=" ")
    return listed(((low, high),))


def clause_of(verb: Verb, matters: Iterable[Matter]) -> Suggested:
    """A clause as real lines have it: "UPDATES throughout with remarks, photo", "ADDS details in paras 4-6, photo"."""
    objects: list[Object] = []
    governed = False
    matters = tuple(matters)
    for matter in matters:
        before = ", " if objects else " "
        if matter.governed and not governed:
            before, governed = " with ", True
        place = matter.place if matter.text or not matter.place else replace(matter.place, before="")
        objects.append(Object(matter.text, matter.target, place, before, matter.governed))
    return Suggested(Clause(verb, tuple(objects)), tuple(matter.evidence for matter in matters if matter.text))


def in_line(suggested: Iterable[Suggested]) -> tuple[Suggested, ...]:
    """The clauses as one line: all but the first behind "; "."""
    return tuple(
        replace(one, clause=replace(one.clause, before="; " if number else "")) for number, one in enumerate(suggested)
    )
