"""The label of a filing, "(URGENT)", "(LEAD)", "(2nd LD)": computed from counters, read from copy."""

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
