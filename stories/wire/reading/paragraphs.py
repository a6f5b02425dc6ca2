"""Lines joined to paragraphs, where copy was wrapped on its way here.

Copy comes as one line for each graf, with or without blank lines between, or hard-wrapped
at a column, with blank lines, with indents, or with nothing to tell where a graf ends. A
line was wrapped if the next line's first word would not have fitted on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stories.wire.captions import ends_in_credit, parse_caption
from stories.wire.reading.advisory import unwrap
from stories.wire.reading.lines import Line, Sort, sort_of

_WIDEST = 100  # no wire wraps wider: a longer line is a graf of its own
_NARROWEST = 40
_QUOTE_LINES = 40  # how far back an open quotation mark is looked for
_TERMINAL = re.compile(r"(?:[.!?…][\"'”’)\]]*|\[\.\.\.\])$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:(?:[A-Z]\.)+|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs)\.?$"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines: their text, sort, and the numbers of the first and last of them."""

    text: str
    sort: Sort
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Setting:
    """How a copy is set: the column it was wrapped at (0: not), and what parts its grafs."""

    width: int
    by_blank_lines: bool
    by_indents: bool


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of a text's lines, in order; no line is left out."""
    setting = setting_of(lines)
    paragraphs: list[Paragraph] = []
    pending: list[Line] = []
    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        if pending and (line.sort is Sort.ATTN or not _continues(pending, line, setting)):
            paragraphs.append(_joined(pending))
            pending = []
        if line.sort is Sort.ATTN:
            attn, rest, at = unwrap(lines, at - 1)
            paragraphs.append(Paragraph(attn, Sort.ATTN, line.number, lines[at - 1].number))
            pending = [Line(lines[at - 1].number, rest, sort_of(rest))] if rest else []
        else:
            pending.append(line)
    return [*paragraphs, _joined(pending)] if pending else paragraphs


def setting_of(lines: Sequence[Line]) -> Setting:
    """How the copy is set, judged over its lines of plain text: those from the dateline on, where there is one."""
    start = next((index for index, line in enumerate(lines) if line.sort is Sort.DATELINE), 0)
    lines = lines[start:]
    pairs = [(line, after) for line, after in pairwise(lines) if _is_copy(line) and after.sort is Sort.TEXT]
    close = [(line, after) for line, after in pairs if not after.gap]
    lengths = [_length(line) for line, _ in close if _length(line) <= _WIDEST]
    width = max(lengths, default=0)
    if (
        len(lengths) * 2 <= len(close)
        or width < _NARROWEST
        or sum(1 for n in lengths if n > width - 16) * 3 < len(lengths)
    ):
        width = 0
    starts = sum(1 for line, after in close if after.indent >= 2 and after.indent > 0)
    flush = sum(1 for line, after in close if not after.indent)
    gaps = len(pairs) - len(close)
    return Setting(width, gaps >= 2 and gaps * 8 >= len(pairs), bool(starts and flush))


def _is_copy(line: Line) -> bool:
    return line.sort in (Sort.TEXT, Sort.DATELINE)


def _length(line: Line) -> int:
    return line.indent + len(line.text)


def _continues(pending: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether `line` goes on with the paragraph of the lines before it."""
    before = pending[-1]
    if before.sort is Sort.MARK:
        return line.sort is Sort.TEXT
    if pending[0].sort is Sort.BYLINE:
        return not line.gap and line.sort is Sort.TEXT and before.text.endswith((" and", ",")) and len(line.text) < 60
    if line.gap or line.sort is not Sort.TEXT or pending[0].sort not in (Sort.TEXT, Sort.DATELINE, Sort.CAPTION):
        return False
    if ends_in_credit(before.text) or _opens_with_label(line.text):
        return False
    if line.text.startswith("(") and not parse_caption(line.text).text:
        return True  # a credit on a line of its own
    if setting.by_indents and line.indent >= 2:
        return False
    ended = _ends_sentence(before.text)
    if setting.width and before.indent + len(before.text) <= _WIDEST:
        full = _length(before) + 1 + len(line.text.split(" ", 1)[0]) > setting.width
        if full:
            return (
                setting.by_blank_lines
                or setting.by_indents
                or not (ended and _opens_graf(line.text) and not _in_quote(pending))
            )
    return not ended and line.text[:1].islower()


def _ends_sentence(text: str) -> bool:
    return _TERMINAL.search(text, max(0, len(text) - 8)) is not None and not _ABBREVIATION.search(text[-12:])


def _opens_graf(text: str) -> bool:
    return not text[:1].islower()


def _opens_with_label(text: str) -> bool:
    return re.match(r"\((?:LEAD|URGENT|KILL|CORRECTION|\d+(?:st|nd|rd|th) LD)\)", text) is not None


def _in_quote(pending: Sequence[Line]) -> bool:
    near = [line.text for line in pending[-_QUOTE_LINES:]]
    straight = sum(text.count('"') for text in near)
    return straight % 2 == 1 or sum(text.count("“") - text.count("”") for text in near) > 0


def _joined(lines: Sequence[Line]) -> Paragraph:
    text = " ".join(line.text for line in lines)
    sort = lines[0].sort
    if sort is Sort.MARK:
        sort = Sort.CAPTION if len(lines) > 1 else Sort.FURNITURE
    elif sort is Sort.TEXT and ends_in_credit(text):
        sort = Sort.CAPTION
    return Paragraph(text, sort, lines[0].number, lines[-1].number)
