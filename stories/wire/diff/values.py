"""The diff of two versions as one value: what every screen and every check reads.

Indexes are positions in the body, from 0; people see them plus one.
"""

from dataclasses import dataclass
from enum import StrEnum

from stories.wire.story import Caption


class GrafKind(StrEnum):
    """What became of the paragraphs of one group."""

    EQUAL = "equal"
    EDIT = "edit"
    INSERT = "insert"
    DELETE = "delete"
    SPLIT = "split"
    MERGE = "merge"
    REGROUP = "regroup"


class Op(StrEnum):
    """What became of a run of text."""

    KEEP = "keep"
    CUT = "cut"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that belong together on both sides: `old` and `new` hold their indexes.

    `links` says which old one lives on in which new one, `strays` which of these links
    lead out of the order of the text; `moved` that most of the group's text does.
    """

    kind: GrafKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    links: tuple[tuple[int, int], ...] = ()
    strays: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text; a KEEP run is the same characters on both sides, blanks included.

    Over one piece of text, KEEP and CUT joined give the old side, KEEP and ADD the new.
    """

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of equal characters: `old[old_pos:old_pos+length] == new[new_pos:new_pos+length]`."""

    old_pos: int
    new_pos: int
    length: int


@dataclass(frozen=True, slots=True)
class GrafChange:
    """One row of the diff: a group and the words inside it.

    `before` has the segments (KEEP, CUT) of each old graf, `after` (KEEP, ADD) of each
    new one, joined they give the grafs back exactly. `inline` has one list for each new
    graf (for a DELETE, each old one), with cut words where they stood; a paragraph break
    that went is a cut "\n" in it. Every piece of a split or a regroup is compared with
    the whole of the old paragraphs. `stacked` says that so few words are kept that old
    and new should be read one above the other.
    """

    group: Group
    before: tuple[tuple[Segment, ...], ...]
    after: tuple[tuple[Segment, ...], ...]
    inline: tuple[tuple[Segment, ...], ...]
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field beside the body: `name` is the field of WireStory, "label" its rendered text.

    `kept` is the share of words kept, 0.0 to 1.0 (1.0 where the texts are equal).
    """

    name: str
    old: str
    new: str
    segments: tuple[Segment, ...]
    kept: float

    @property
    def changed(self) -> bool:
        return self.old != self.new


class PhotoKind(StrEnum):
    """What became of a photo between two versions."""

    KEPT = "kept"
    ADDED = "added"
    REPLACED = "replaced"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """A photo row: positions from 0 (None on the side where it is not), words of its caption.

    `old` is None for an added photo, `new` for a dropped one.
    """

    kind: PhotoKind
    old: Caption | None
    new: Caption | None
    old_position: int | None
    new_position: int | None
    caption: tuple[Segment, ...]
    credit: tuple[Segment, ...]
    moved: bool = False

    @property
    def recaptioned(self) -> bool:
        """Whether its caption or credit reads otherwise."""
        return any(segment.op is not Op.KEEP for segment in (*self.caption, *self.credit))

    @property
    def changed(self) -> bool:
        """Whether it counts among the changes: another picture, other words or another place."""
        return self.moved or self.kind is not PhotoKind.KEPT or self.recaptioned


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows are new, edited, ...

    A moved row counts as moved beside what else became of it, a regroup as split and as
    merged; `unchanged` are the equal paragraphs that stayed. `photos` are those that changed.
    """

    new: int = 0
    edited: int = 0
    split: int = 0
    merged: int = 0
    moved: int = 0
    removed: int = 0
    unchanged: int = 0
    photos: int = 0


@dataclass(frozen=True, slots=True)
class StoryDiff:
    """Everything that differs between two versions of a story.

    `grafs` are the rows in reading order: the new text's order (a group by its first
    graf), each deleted graf after the row of the nearest graf before it in the old text
    that has not moved. `fields` always holds slugline, label, headline, attn, byline,
    dateline, note in that order; `photos` is in the new order.
    """

    grafs: tuple[GrafChange, ...]
    fields: tuple[FieldChange, ...]
    photos: tuple[PhotoChange, ...]

    def field(self, name: str) -> FieldChange:
        """The change of the field called `name`; KeyError where there is none."""
        for change in self.fields:
            if change.name == name:
                return change
        raise KeyError(name)
