"""What the merge page asks: each place that both changed, and the answers of its form."""

from collections.abc import Mapping
from dataclasses import dataclass

from stories.wire.diff import segments
from stories.wire.diff.values import Op, Segment
from stories.wire.grafs import join_grafs, split_grafs
from stories.wire.merge import Conflict, FieldConflict, Side, TextMerge

EDITED = "edited"
SIDES = {Side.MINE.value: Side.MINE, Side.THEIRS.value: Side.THEIRS}
TITLES = {"attn": "ATTN", "email": "Sign-off", "qualifiers": "Brackets", "kind": "Goes out as"}


@dataclass(frozen=True, slots=True)
class Question:
    """One place both changed, as the page shows it: marks against the base, and what was chosen so far."""

    name: str
    title: str
    mine: tuple[Segment, ...]
    theirs: tuple[Segment, ...]
    edited: str
    chosen: str


class Undecided(Exception):  # noqa: N818 - an answer to the person, not an error
    """Some of the questions have no answer yet."""


def questions(merge: TextMerge, given: Mapping[str, str]) -> list[Question]:
    """Every place that a person must decide: lines first, then paragraphs, numbered in order."""
    lines = [_line_question(conflict, given) for conflict in merge.conflicts]
    places = enumerate((at, row) for at, row in enumerate(merge.body.rows, 1) if isinstance(row, Conflict))
    return lines + [_graf_question(number, at, conflict, given) for number, (at, conflict) in places]


def _line_question(conflict: FieldConflict, given: Mapping[str, str]) -> Question:
    name = f"line-{conflict.name}"
    title = TITLES.get(conflict.name, conflict.name.capitalize())
    return _question(name, title, conflict.base, conflict.mine, conflict.theirs, given)


def _graf_question(number: int, at: int, conflict: Conflict, given: Mapping[str, str]) -> Question:
    base, mine, theirs = (join_grafs(side) for side in (conflict.base, conflict.mine, conflict.theirs))
    return _question(f"graf-{number}", f"Para {at}", base, mine, theirs, given)


def _question(name: str, title: str, base: str, mine: str, theirs: str, given: Mapping[str, str]) -> Question:
    return Question(
        name,
        title,
        _against(base, mine),
        _against(base, theirs),
        given.get(f"{name}-text", mine or theirs),
        given.get(name, ""),
    )


def _against(base: str, side: str) -> tuple[Segment, ...]:
    """A side's text with its marks; cut altogether, it is the base struck through."""
    return segments(base, side) if side else (Segment(Op.CUT, base),)


def decisions(merge: TextMerge, given: Mapping[str, str]) -> tuple[dict[str, str], list[Side | tuple[str, ...]]]:
    """The answers of a posted form; raises Undecided where one is missing."""
    lines = {}
    for conflict in merge.conflicts:
        name = f"line-{conflict.name}"
        answer = _answer(name, given)
        lines[conflict.name] = given.get(f"{name}-text", "") if answer == EDITED else getattr(conflict, answer)
    grafs: list[Side | tuple[str, ...]] = []
    for number in range(len(merge.body.conflicts)):
        answer = _answer(f"graf-{number}", given)
        edited = split_grafs(given.get(f"graf-{number}-text", ""))
        grafs.append(edited if answer == EDITED else SIDES[answer])
    return lines, grafs


def _answer(name: str, given: Mapping[str, str]) -> str:
    answer = given.get(name, "")
    if answer not in (*SIDES, EDITED):
        raise Undecided
    return answer
