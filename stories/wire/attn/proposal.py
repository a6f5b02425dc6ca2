"""What the desk is offered: a line, clause by clause, each with the changes it stands on."""

from dataclasses import dataclass

from .format import format_clauses
from .values import Clause


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a word of the line stands on: `words` of the line, indexes from 0 into the new version.

    `fields` are names of WireStory's fields; `photos` positions in the new version, `dropped`
    in the old one; `removed` are indexes of old paragraphs that are gone.
    """

    words: str
    grafs: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    photos: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggested:
    """A clause of the proposal and its evidence, one for each of its objects."""

    clause: Clause
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A clause only a person may choose: a fact already sent reads otherwise now, from `old` to `new`."""

    suggested: Suggested
    old: str
    new: str

    @property
    def text(self) -> str:
        """The clause that would say so."""
        return format_clauses([self.suggested.clause])

    @property
    def grafs(self) -> tuple[int, ...]:
        """The paragraphs where it reads otherwise now."""
        return tuple(graf for evidence in self.suggested.evidence for graf in evidence.grafs)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The line offered, empty with a `reason` where there is none to offer.

    `omitted` are true clauses left out to keep to three verbs. `questions` are never part of the line.
    """

    suggested: tuple[Suggested, ...] = ()
    reason: str = ""
    questions: tuple[Question, ...] = ()
    omitted: tuple[Suggested, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(one.clause for one in self.suggested)

    @property
    def text(self) -> str:
        """The inside of the line, "" where there is nothing to propose."""
        return format_clauses(self.clauses)

    def __bool__(self) -> bool:
        return bool(self.suggested)
