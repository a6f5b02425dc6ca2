"""What comes of two people editing one text: merged paragraphs, and the conflicts left to them."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whose text."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Paragraphs that both sides changed in one place; an empty side cut them."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A paragraph of the result. `by` says whose change brought it, None where both have it so."""

    text: str
    by: Side | None = None


Row = Merged | Conflict


@dataclass(frozen=True, slots=True)
class Merge:
    """The result in reading order."""

    rows: tuple[Row, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What a person must decide, in reading order."""
        return tuple(row for row in self.rows if isinstance(row, Conflict))

    @property
    def grafs(self) -> tuple[str, ...]:
        """The paragraphs that merged cleanly; those of conflicts are in neither wording here."""
        return tuple(row.text for row in self.rows if isinstance(row, Merged))

    def resolved(self, *choices: Side | tuple[str, ...]) -> tuple[str, ...]:
        """All paragraphs, each conflict decided in turn: a side, or the paragraphs to put there.

        ValueError where the choices are not one for each conflict.
        """
        if len(choices) != len(self.conflicts):
            raise ValueError(f"{len(self.conflicts)} conflicts, {len(choices)} choices")
        decided = iter(choices)
        grafs: list[str] = []
        for row in self.rows:
            if isinstance(row, Merged):
                grafs.append(row.text)
            else:
                choice = next(decided)
                grafs += getattr(row, choice.value) if isinstance(choice, Side) else choice
        return tuple(grafs)
