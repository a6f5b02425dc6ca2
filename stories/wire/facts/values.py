"""Facts of wire copy as values: what a desk checks against its source."""

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What sort of fact."""

    FIGURE = "figure"
    DATE = "date"
    DAY = "day"
    TIME = "time"
    NAME = "name"
    QUOTE = "quote"


class Change(StrEnum):
    """What became of a fact between two versions."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact where it stands: `grafs[graf][start:end] == text`.

    `key` is its value, the same for "1,200", "1.2 thousand" and "twelve hundred";
    `phrase` is the text with the noun it counts, for people. `unit` is what a figure
    counts ("won", "percent", "people"), in the singular. A `weak` fact ("one", "a
    year", "last month") is too common to be missed or welcomed by itself: it only
    matters where another fact stands in its place.
    """

    kind: FactKind
    key: str
    text: str
    phrase: str
    graf: int
    start: int
    end: int
    unit: str = ""
    weak: bool = False

    def standing_in(self, graf: int) -> "Fact":
        """The same in another paragraph: `dataclasses.replace`, for the many facts of a long text."""
        return Fact(self.kind, self.key, self.text, self.phrase, graf, self.start, self.end, self.unit, self.weak)


@dataclass(frozen=True, slots=True)
class FactChange:
    """One changed, gone or new fact. `before` is None for a new one, `after` for one gone.

    `told`: the copy itself says what it was ("1,400 households, up from an earlier count of 1,100").
    """

    change: Change
    before: Fact | None
    after: Fact | None
    told: bool = False

    @property
    def kind(self) -> FactKind:
        fact = self.after or self.before
        assert fact is not None
        return fact.kind

    @property
    def old(self) -> str:
        """The fact with its noun as it was, "" for a new one."""
        return self.before.phrase if self.before else ""

    @property
    def new(self) -> str:
        """The fact with its noun as it is now, "" for one that is gone."""
        return self.after.phrase if self.after else ""

    @property
    def old_graf(self) -> int | None:
        """Index of its paragraph in the old version, from 0."""
        return self.before.graf if self.before else None

    @property
    def new_graf(self) -> int | None:
        """Index of its paragraph in the new version, from 0."""
        return self.after.graf if self.after else None
