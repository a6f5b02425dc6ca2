"""What the check says of a typed line: one verdict for each claim, and notes on what the line is silent about."""

from dataclasses import dataclass
from enum import StrEnum


class Truth(StrEnum):
    """UNCHECKED is the answer wherever a truthful desk could have written the words."""

    TRUE = "true"
    FALSE = "false"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One claim of a line: `clause` is the clause's index, `claim` its words in the line.

    `reason` is for people; `right` is the value that would be true ("in paras 8, 10-11"), ""
    where there is none. `grafs` are indexes from 0 of the paragraphs it stands on, in the new version.
    """

    clause: int
    claim: str
    truth: Truth
    reason: str = ""
    right: str = ""
    grafs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A change that the line does not declare.

    `code` is "headline", "lead", "photo", "byline", "dateline" or "grafs" (new text where no claim stands).
    """

    code: str
    message: str
    grafs: tuple[int, ...] = ()
