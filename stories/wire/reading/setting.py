"""How a copy is set: whether and where its lines were wrapped, and what parts its paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stories.wire.reading.lines import Line, Sort

WIDEST = 100  # no wire wraps wider: a longer line is a paragraph of its own
_NARROWEST = 40
_RAGGED = 16  # how far short of the column a wrapped line ends
_INDENT = 2
_TERMINAL = re.compile(r"(?:[.!?…][\"'”’)\]]*|\[\.\.\.\])$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:(?:[A-Z]\.)+|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs)\.?$"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """The column a copy was wrapped at (0: it was not), and what parts its paragraphs."""

    width: int
    by_blank_lines: bool
    by_indents: bool

    @property
    def parts_paragraphs(self) -> bool:
        return self.by_blank_lines or self.by_indents

    def opens_paragraph(self, line: Line) -> bool:
        return self.by_indents and line.indent >= _INDENT

    def wrapped_between(self, before: Line, line: Line) -> bool:
        """Whether the first word of `line` would not have fitted on the line before it."""
        length = _length(before)
        return bool(self.width) and length <= WIDEST and length + 1 + len(line.text.split(" ", 1)[0]) > self.width


def setting_of(lines: Sequence[Line]) -> Setting:
    """How the copy is set, judged over its lines of plain text: those from the dateline on, where there is one."""
    start = next((index for index, line in enumerate(lines) if line.sort is Sort.DATELINE), 0)
    copy = lines[start:]
    pairs = [(line, after) for line, after in pairwise(copy) if _is_copy(line) and after.sort is Sort.TEXT]
    close = [(line, after) for line, after in pairs if not after.gap]
    gaps = len(pairs) - len(close)
    indented = any(line.indent >= _INDENT for line in copy if _is_copy(line))
    flush = any(not after.indent for _, after in close)
    return Setting(_width([line for line, _ in close]), gaps >= 2 and gaps * 8 >= len(pairs), indented and flush)


def _width(lines: Sequence[Line]) -> int:
    """The column these lines were wrapped at: most end near it and many inside a sentence, or they were not wrapped."""
    lengths = [length for length in map(_length, lines) if length <= WIDEST]
    width = max(lengths, default=0)
    near = sum(1 for length in lengths if length > width - _RAGGED)
    inside = sum(1 for line in lines if not ends_sentence(line.text))
    wrapped = width >= _NARROWEST and len(lengths) * 2 > len(lines) and near * 3 >= len(lengths)
    return width if wrapped and inside * 3 >= len(lines) else 0


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence does: "U.S." and "Aug." at its end tell nothing."""
    return _TERMINAL.search(text, max(0, len(text) - 8)) is not None and not _ABBREVIATION.search(text[-12:])


def _is_copy(line: Line) -> bool:
    return line.sort in (Sort.TEXT, Sort.DATELINE)


def _length(line: Line) -> int:
    return line.indent + len(line.text)
