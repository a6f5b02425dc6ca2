"""Lines joined to paragraphs, where copy was wrapped on its way here.

Copy comes as one line for each graf, with or without blank lines between, or hard-wrapped
at a column, with blank lines, with indents, or with nothing to tell where a graf ends. A
line was wrapped if the next line's first word would not have fitted on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stories.wire.captions import ends_in_credit, parse_caption
from stories.wire.label import Kind, parse_label
from stories.wire.reading.advisory import unwrap
from stories.wire.reading.lines import Line, Sort, sort_of
from stories.wire.reading.setting import WIDEST, Setting, ends_sentence, setting_of

_QUOTE_LINES = 40  # how far back an open quotation mark is looked for
_FEWEST_WORDS = 10  # a paragraph of fewer goes on, where nothing else tells
_BRACKETS = re.compile(r"(?:\([^()]{1,120}\) ?){1,4}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines: their text, sort, and the numbers of the first and last of them.

    `guessed` says that nothing in the copy's setting tells whether it goes on from the one above.
    """

    text: str
    sort: Sort
    first: int
    last: int
    guessed: bool = False


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of a text's lines, in order; no line is left out."""
    setting = setting_of(lines)
    paragraphs: list[Paragraph] = []
    pending: list[Line] = []
    guessed = False
    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        if pending and (line.sort is Sort.ATTN or not _continues(pending, line, setting)):
            paragraphs.append(_joined(pending, guessed))
            guessed = line.sort is Sort.TEXT and not line.gap and setting.wrapped_between(pending[-1], line)
            pending = []
        if line.sort is Sort.ATTN:
            attn, rest, at = unwrap(lines, at - 1)
            paragraphs.append(Paragraph(attn, Sort.ATTN, line.number, lines[at - 1].number))
            pending = [Line(lines[at - 1].number, rest, sort_of(rest))] if rest else []
        else:
            pending.append(line)
    return [*paragraphs, _joined(pending, guessed)] if pending else paragraphs


def _continues(pending: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether `line` goes on with the paragraph of the lines before it."""
    before, sort = pending[-1], pending[0].sort
    if before.sort is Sort.MARK:
        return line.sort is Sort.TEXT
    if line.gap or line.sort is not Sort.TEXT:
        return False
    if sort is Sort.BYLINE:
        return before.text.endswith((" and", ",")) and len(line.text) < 60
    if sort not in (Sort.TEXT, Sort.DATELINE, Sort.CAPTION) or ends_in_credit(before.text):
        return False
    if _is_credit(line.text, after_caption=sort is Sort.CAPTION):
        return True
    if _opens_with_label(line.text) or setting.opens_paragraph(line):
        return False
    return _goes_on(pending, line, setting)


def _goes_on(pending: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether a line of text below another, with no blank line between, is the same paragraph."""
    ended = ends_sentence(pending[-1].text)
    if pending[0].sort is Sort.CAPTION and not ended and len(line.text) <= WIDEST:
        return True  # its credit is still to come
    if setting.wrapped_between(pending[-1], line):
        return setting.parts_paragraphs or not ended or line.text[0].islower() or _is_unfinished(pending)
    return not ended and line.text[0].islower()


def _is_unfinished(pending: Sequence[Line]) -> bool:
    """Whether a paragraph at the end of a sentence surely has more to come."""
    return _in_quote(pending) or sum(len(line.text.split()) for line in pending[-2:]) < _FEWEST_WORDS


def _is_credit(text: str, *, after_caption: bool) -> bool:
    """A credit on a line of its own: after a caption any brackets, elsewhere those of an agency."""
    return _BRACKETS.fullmatch(text) is not None and (after_caption or not parse_caption(text).text)


def _opens_with_label(text: str) -> bool:
    return text[0] == "(" and (label := parse_label(text)[0]) is not None and label.kind is not Kind.FIRST


def _in_quote(pending: Sequence[Line]) -> bool:
    near = [line.text for line in pending[-_QUOTE_LINES:]]
    straight = sum(text.count('"') for text in near)
    return straight % 2 == 1 or sum(text.count("“") - text.count("”") for text in near) > 0


def _joined(lines: Sequence[Line], guessed: bool) -> Paragraph:
    text = " ".join(line.text for line in lines)
    sort = lines[0].sort
    if sort is Sort.MARK:
        sort = Sort.CAPTION if len(lines) > 1 else Sort.FURNITURE
    elif sort is Sort.TEXT and ends_in_credit(text):
        sort = Sort.CAPTION
    return Paragraph(text, sort, lines[0].number, lines[-1].number, guessed)
