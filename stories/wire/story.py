"""One filed wire text as a value, and what reading a text gives back."""

from dataclasses import dataclass, field
from datetime import datetime

from .label import Label


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as it ran: `text` without its credit, `credit` with its brackets.

    `credit` is as in copy: "(Yonhap)", stacked "(pool photo) (Yonhap)", or "".
    `photo` is the key of the picture where one is known (it is not part of the
    wire text), "" for a caption that came without its picture.
    """

    text: str
    credit: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WireStory:
    """A wire text: every field is "" or empty where the copy has none.

    `attn` is the inside of "(ATTN: ...)", on one line; another agency's advisory
    ("Eds: ...", "(Adds ...)") stands there whole. `byline` is the line as in copy
    ("By A and B"), `dateline` too ("NARA, Japan, Jan. 13 (Yonhap) --"). `grafs`
    are the body paragraphs, the first without the dateline. `published` is the
    page's own clock, without a zone. `note` travels beside the copy, not in it.
    """

    label: Label = field(default_factory=Label)
    slugline: str = ""
    headline: str = ""
    attn: str = ""
    byline: str = ""
    dateline: str = ""
    grafs: tuple[str, ...] = ()
    captions: tuple[Caption, ...] = ()
    email: str = ""
    category: str = ""
    native_byline: str = ""
    published: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a text that a person should look at; nothing is repaired.

    `code` is stable ("no-dateline"), `line` counts from 1 (0: the text as a whole),
    `text` is the copy it speaks of; `last_line` is the last of several lines, or 0.
    """

    code: str
    message: str
    line: int = 0
    text: str = ""
    last_line: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What `parse` makes of a text: always a story, and all it could not place.

    `furniture` has the numbers of the lines that are the page's, not the story's: share
    links, copyright, a headline told again. Every line that is not blank is in the
    story, among them, or named by a problem.
    """

    story: WireStory
    problems: tuple[Problem, ...] = ()
    furniture: tuple[int, ...] = ()
