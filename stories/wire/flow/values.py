"""Shapes of the story flow figure, in units of its own view box, y downwards."""

from dataclasses import dataclass

SHADES = 8  # colours there are; the ninth filing begins them anew


@dataclass(frozen=True, slots=True)
class Filed:
    """A filing to draw: its name, minutes since the first one, its paragraphs, and the desk's count of their words."""

    name: str
    minutes: float
    grafs: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One paragraph of one filing. `origin` is the index of the column it first appeared in.

    `line` is the same for all bars and ribbons of one line of descent.
    """

    x: float
    y: float
    height: float
    graf: int
    origin: int
    line: int
    edited: bool = False

    @property
    def shade(self) -> int:
        return self.origin % SHADES


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A paragraph on its way to the next filing; `cross` is where it ends, if it was cut."""

    path: str
    origin: int
    line: int
    moved: bool = False
    cross: tuple[float, float] | None = None

    @property
    def shade(self) -> int:
        return self.origin % SHADES


@dataclass(frozen=True, slots=True)
class Column:
    """A filing in the figure and in the table: how many paragraphs are new, edited, moved, kept, cut.

    One that moved and was edited counts under both; `cut` are those of the column before.
    """

    name: str
    x: float
    words: int
    paras: int
    new: int
    edited: int
    moved: int
    kept: int
    cut: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A few words beside the last column, led to from the bar at `at`; `y` is where they stand."""

    at: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole figure; `foot` is where the names of the columns stand."""

    width: int
    height: int
    foot: float
    columns: tuple[Column, ...]
    bars: tuple[tuple[Bar, ...], ...]
    ribbons: tuple[Ribbon, ...]

    @property
    def last_bars(self) -> tuple[Bar, ...]:
        return self.bars[-1]

    @property
    def earlier_bars(self) -> tuple[Bar, ...]:
        return tuple(bar for bars in self.bars[:-1] for bar in bars)
