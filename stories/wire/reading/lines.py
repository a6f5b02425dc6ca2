"""A text as numbered lines, each with its sort: what it is by its own words alone."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from stories.wire.byline import parse_byline
from stories.wire.captions import is_caption_mark, is_marked_caption
from stories.wire.dateline import split_dateline
from stories.wire.reading.furniture import is_furniture, opens_list
from stories.wire.reading.page import parse_page_line
from stories.wire.remembering import remembered
from stories.wire.text import tidy, trim

GRAF_MARK = "¶ "
FIELDS = ("Slugline", "Headline", "ATTN", "Byline", "Dateline", "E-mail", "Category", "Native byline", "Published")


class Sort(Enum):
    """What a line is."""

    TEXT = auto()
    GRAF = auto()  # marked as body copy, whatever it says
    FIELD = auto()  # "Headline: ...", a field named
    END = auto()
    ATTN = auto()
    CAPTION = auto()
    MARK = auto()  # a triangle alone: the next line is its caption
    EMAIL = auto()
    PAGE = auto()
    LIST = auto()  # the heading of a list of other stories
    FURNITURE = auto()
    DATELINE = auto()
    BYLINE = auto()
    NATIVE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number from 1, its indent, and whether a blank line stands above it."""

    number: int
    text: str
    sort: Sort
    indent: int = 0
    gap: bool = False


_END = re.compile(r"\(\s*(?:END|끝)\s*\)|END|-END-", re.IGNORECASE)
_LAST_END = re.compile(r"(?<=\S)\s*\((?:END|끝)\)$")
_ATTN = re.compile(r"[(\[]\s*ATTN\b", re.IGNORECASE)
# Other agencies' advisories. Verbs that may be a noun ("(Changes in the law ...") count in capitals alone.
_VERB = "adds|corrects|recasts|clarifies|refiles|restores|removes|fixes|rewrites|deletes|replaces|repeats"
_ADVISORY = re.compile(
    rf"(?i:[(\[]? ?eds\.?(?: note)? ?:)|[(\[] ?(?:(?i:{_VERB})|Updates(?! (?:are|came|from|in|of|on|were|will)\b)|"
    r"UPDATES|CHANGES|MODIFIES|TRIMS|COMBINES)[ ;,](?:.*[)\]]|[^()\[\]]*)$"
)
_FIELD = re.compile(rf"(?:{'|'.join(FIELDS)}):(?: |$)")
_ADDRESS = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
_EMAIL = re.compile(rf"[(<]?{_ADDRESS}[)>]?(?:\s*[,;/]?\s*[(<]?{_ADDRESS}[)>]?){{0,5}}")
_NATIVE = re.compile(r"[가-힣]{2,5}(?:\s*(?:특파원|기자))?")


def lines_of(text: str) -> list[Line]:
    """The lines of a clean text that are not blank, sorted; an "(END)" closing a line is a line of its own."""
    lines: list[Line] = []
    gap = False
    for number, raw in enumerate(text.split("\n"), 1):
        bare = trim(tidy(raw))
        if not bare:
            gap = True
            continue
        indent = _indent(raw)
        lines.extend(_sorted_lines(number, bare, indent, gap))
        gap = False
    return lines


def _indent(raw: str) -> int:
    """Columns: a tab is four, an ideographic space two."""
    blanks = raw[: len(raw) - len(raw.lstrip())]
    return len(blanks.expandtabs(4)) + blanks.count("\u3000")


def _sorted_lines(number: int, text: str, indent: int, gap: bool) -> list[Line]:
    sort = sort_of(text)
    end = _LAST_END.search(text, max(0, len(text) - 12))
    if end is None or sort in (Sort.GRAF, Sort.FIELD, Sort.CAPTION):
        return [Line(number, text, sort, indent, gap)]
    before = trim(text[: end.start()])
    return [Line(number, before, sort_of(before), indent, gap), Line(number, "(END)", Sort.END)]


def is_advisory(text: str) -> bool:
    """Whether a tidy line is another agency's advisory: "Eds: ...", "(Adds quotes, updates shares in paragraph 4)"."""
    return text[:1] in ("(", "[", "E", "e") and _ADVISORY.match(text) is not None


@remembered
def sort_of(text: str) -> Sort:
    """What a tidy line is by its own words; TEXT where they do not say."""
    for sort, test in _TESTS:
        if test(text):
            return sort
    return Sort.TEXT


# In this order; what is cheap to see is asked first, for every line of a long text comes by here.
_TESTS = (
    (Sort.GRAF, lambda text: text.startswith(GRAF_MARK)),
    (Sort.FIELD, lambda text: _FIELD.match(text) is not None),
    (Sort.END, lambda text: len(text) <= 12 and _END.fullmatch(text) is not None),
    (Sort.ATTN, lambda text: (text[0] in "([" and _ATTN.match(text) is not None) or is_advisory(text)),
    (Sort.CAPTION, is_marked_caption),
    (Sort.MARK, is_caption_mark),
    (Sort.EMAIL, lambda text: "@" in text and len(text) <= 400 and _EMAIL.fullmatch(text) is not None),
    (Sort.PAGE, lambda text: (":" in text or text[-1] == "/") and parse_page_line(text) is not None),
    (Sort.LIST, opens_list),
    (Sort.FURNITURE, is_furniture),
    (Sort.DATELINE, lambda text: "(" in text and bool(split_dateline(text)[0])),
    (Sort.NATIVE, lambda text: len(text) <= 20 and not text.isascii() and _NATIVE.fullmatch(text) is not None),
    (Sort.BYLINE, lambda text: text[0] in "Bb" and bool(parse_byline(text))),
)
