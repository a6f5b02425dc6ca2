"""The label of a filing, "(URGENT)", "(LEAD)", "(2nd LD)": computed from counters, read from copy."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of filing a version is."""

    URGENT = "urgent"
    FIRST = "first"
    LEAD = "lead"
    CORRECTION = "correction"
    KILL = "kill"


@dataclass(frozen=True, slots=True)
class Label:
    """The counters behind a label, and the brackets after it that do not count.

    `lead_number` is 0 for an urgent and for a first filing, n for the n-th lead
    (LEAD is number 1). `correction_number` counts the corrections of that lead.
    `qualifiers` are the stacked brackets without their brackets: ("US-NK summit",).
    """

    kind: Kind = Kind.FIRST
    lead_number: int = 0
    correction_number: int = 0
    qualifiers: tuple[str, ...] = ()


# One bracket at the start of a head line. One glued to a word may be copy, "(We)ll".
_BRACKET = re.compile(r"\s*\(([^()\n]{1,120})\)(?P<parted>\s|\(|$)?")
_MOST_BRACKETS = 8  # a line of more is no head line, and each is read
_LEAD = re.compile(r"(\d{1,4})\s*-?(?:st|nd|rd|th)\.?\s+(?:LD|LEAD)|LEAD|LD", re.IGNORECASE)
_CORRECTION = re.compile(r"(?:(\d{1,4})\s*-?(?:st|nd|rd|th)\s+)?(?:CORRECTION|CORRECTED|CORRECTS)", re.IGNORECASE)
_SHORT_CORRECTION = re.compile(r"(?:^| )((?:\d+[a-z]{2} )?CORRECTION)$")
_URGENT = re.compile(r"URGENT|FLASH", re.IGNORECASE)
_KILL = re.compile(r"KILL(?:ED)?|WITHDRAWN", re.IGNORECASE)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 111th ..."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def label_text(label: Label) -> str:
    """The brackets a filing carries: "" for a first one, "(3rd LD)", "(2nd LD) (CORRECTION)".

    Qualifiers are not part of it (see `heading`). There is no "(1st LD)": lead 1 is LEAD.
    """
    return " ".join(f"({mark})" for mark in _marks(label))


def short_label(label: Label) -> str:
    """The label without its brackets, for a chip: "3rd LD", "2nd LD CORRECTION", ""."""
    return " ".join(_marks(label))


def heading(label: Label, text: str) -> str:
    """A head line as it is sent: label, qualifiers, text: "(3rd LD) (US-NK summit) Trump ..."."""
    brackets = [label_text(label), *(f"({qualifier})" for qualifier in label.qualifiers)]
    return " ".join(part for part in [*brackets, text] if part)


def _marks(label: Label) -> list[str]:
    if label.kind is Kind.URGENT:
        return ["URGENT"]
    if label.kind is Kind.KILL:
        return ["KILL"]
    marks = []
    if label.lead_number and label.kind is not Kind.FIRST:
        marks.append("LEAD" if label.lead_number == 1 else f"{ordinal(label.lead_number)} LD")
    if label.kind is Kind.CORRECTION:
        nth = label.correction_number
        marks.append("CORRECTION" if nth <= 1 else f"{ordinal(nth)} CORRECTION")
    return marks


def parse_label(line: str) -> tuple[Label | None, str]:
    """The label at the start of a head line, and the text after its brackets.

    (None, the line) where no bracket opens the line. Every bracket that is no label is
    a qualifier; a label with qualifiers only is a first filing. Total: "(1st LD)", which
    does not exist, reads as LEAD, and `is_first_ld` tells it.
    """
    brackets, text = _leading_brackets(line)
    if not brackets:
        return None, line.strip()
    return _label_of(brackets), text


def parse_short_label(text: str) -> Label:
    """The label a chip shows, "3rd LD" or "2nd LD CORRECTION"; a first filing for "" and for what is no label."""
    marks = _SHORT_CORRECTION.sub(r") (\1", text.strip()).removeprefix(") (")
    label, _ = parse_label(f"({marks})")
    return label if label and not label.qualifiers else Label()


def is_first_ld(line: str) -> bool:
    """Whether a head line carries "(1st LD)", a label the counters never give."""
    leads = (_LEAD.fullmatch(bracket) for bracket in _leading_brackets(line)[0])
    return any(lead is not None and lead[1] is not None and int(lead[1]) == 1 for lead in leads)


def _leading_brackets(line: str) -> tuple[list[str], str]:
    brackets: list[str] = []
    at = 0
    while len(brackets) < _MOST_BRACKETS and (bracket := _BRACKET.match(line, at)):
        inside = " ".join(bracket[1].split())
        if not inside or (bracket["parted"] is None and not _may_be_glued(inside, line[bracket.end()], bool(brackets))):
            break
        brackets.append(inside)
        at = bracket.end(1) + 1
    return brackets, line[at:].strip()


def _may_be_glued(inside: str, after: str, labelled: bool) -> bool:
    """Whether a bracket with no blank after it is a label, or stands between a label and a headline."""
    return _label_of([inside]).kind is not Kind.FIRST or (labelled and not after.islower())


def _label_of(brackets: Sequence[str]) -> Label:
    """Counters from brackets: the first of each sort counts, whatever cannot is a qualifier."""
    kind, lead, correction = Kind.FIRST, 0, 0
    qualifiers: list[str] = []
    for bracket in brackets:
        if kind is Kind.FIRST and (number := _lead_number(bracket)):
            kind, lead = Kind.LEAD, number
        elif kind is Kind.FIRST and _URGENT.fullmatch(bracket):
            kind = Kind.URGENT
        elif kind is Kind.FIRST and _KILL.fullmatch(bracket):
            kind = Kind.KILL
        elif not correction and (number := _correction_number(bracket)):
            correction = number
        else:
            qualifiers.append(bracket)
    if correction and kind in (Kind.URGENT, Kind.KILL):
        # A bracket has no place for both counters: the sort of filing stays, the other is kept as words.
        return Label(kind, 0, 0, (_marks(Label(Kind.CORRECTION, 0, correction))[0], *qualifiers))
    return Label(Kind.CORRECTION if correction else kind, lead, correction, tuple(qualifiers))


def _lead_number(bracket: str) -> int:
    lead = _LEAD.fullmatch(bracket)
    if lead is None:
        return 0
    return 1 if lead[1] is None else int(lead[1])


def _correction_number(bracket: str) -> int:
    correction = _CORRECTION.fullmatch(bracket)
    if correction is None:
        return 0
    return 1 if correction[1] is None else int(correction[1])
