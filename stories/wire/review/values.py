"""The rows of the review screen as values. Numbers are paragraph numbers for people, from 1."""

from dataclasses import dataclass

from stories.wire.diff.values import GrafKind, Segment

GLYPHS = {
    GrafKind.EQUAL: "",
    GrafKind.EDIT: "±",
    GrafKind.INSERT: "+",
    GrafKind.DELETE: "−",
    GrafKind.SPLIT: "÷",
    GrafKind.MERGE: "&",
    GrafKind.REGROUP: "÷",
}
MOVED_GLYPH = "⇅"
DONE = {
    GrafKind.EQUAL: "unchanged",
    GrafKind.EDIT: "edited",
    GrafKind.INSERT: "new",
    GrafKind.DELETE: "removed",
    GrafKind.SPLIT: "split",
    GrafKind.MERGE: "merged",
    GrafKind.REGROUP: "regrouped",
}
OPENING = 72


@dataclass(frozen=True, slots=True)
class Tag:
    """A small note before a paragraph: "⇅ moved up from ¶13", where `key` links the last words."""

    style: str
    glyph: str
    words: str
    key: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as marked text; `number` is its place in the text it is read from."""

    number: int
    segments: tuple[Segment, ...]
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A group of paragraphs on the screen, or (`stub`) the place that a moved one left.

    `key` is unique on the page: "p3" for the row that holds new paragraph 3 first, "old13"
    for a stub or a removed paragraph 13. `other` is the key of the stub of a moved row, and of the
    row of a stub. `moved` is "up", "down" or "". `lines` read in one column, `before` and
    `after` side by side; of a stacked row `lines` is the new text, to stand under `before`.
    A `further` row goes on with what the row `other` begins, past paragraphs of other rows; `sources`
    are old paragraphs of that row that live on in this one.
    """

    key: str
    kind: GrafKind
    moved: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    lines: tuple[Line, ...]
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    stacked: bool = False
    stub: bool = False
    other: str = ""
    further: bool = False
    sources: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        return not self.stub and (self.kind is not GrafKind.EQUAL or bool(self.moved))

    @property
    def glyph(self) -> str:
        return MOVED_GLYPH if self.moved else GLYPHS[self.kind]

    @property
    def number(self) -> int:
        """The paragraph a person would name this row by: new where there is one, else old."""
        return (self.new or self.old)[0]

    @property
    def old_paras(self) -> str:
        """What of the old text it was made of: its own paragraphs, else those of which it is a further part."""
        return paras(self.old or self.sources)

    @property
    def title(self) -> str:
        """What happened, in words: "Moved and edited paragraph 10"."""
        done = DONE[self.kind]
        if self.moved:
            done = "moved" if self.kind is GrafKind.EQUAL else f"moved and {done}"
        where = "" if self.new else " of the old text"
        return f"{done.capitalize()} paragraph {self.number}{where}"

    @property
    def opening(self) -> str:
        """The first words, for a list."""
        line = (self.after or self.before)[0]
        text = "".join(segment.text for segment in line.segments)
        return text if len(text) <= OPENING else text[: OPENING - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the summary: "±9 edited", and the key of the first such row."""

    glyph: str
    number: int
    word: str
    kind: GrafKind | None
    key: str


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stand together: `folded` ones are unchanged and start closed."""

    rows: tuple[Row, ...]
    folded: bool = False

    @property
    def last(self) -> Row:
        return self.rows[-1]


@dataclass(frozen=True, slots=True)
class Review:
    """All rows in reading order, the changed ones, and the summary."""

    rows: tuple[Row, ...]
    changes: tuple[Row, ...]
    counts: tuple[Count, ...]


def paras(numbers: tuple[int, ...]) -> str:
    """Paragraph numbers as the screen says them: ¶4, ¶4 and ¶5, ¶4, ¶6 and ¶9."""
    marked = [f"¶{number}" for number in numbers]
    return " and ".join(filter(None, (", ".join(marked[:-1]), marked[-1])))
