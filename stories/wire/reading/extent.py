"""Where a story begins and ends in a text, and whether it is alone there."""

from collections.abc import Sequence
from dataclasses import dataclass

from stories.wire.reading.head import start_of_body
from stories.wire.reading.lines import Sort
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.reading.titles import counts, title_of


@dataclass(frozen=True, slots=True)
class Extent:
    """Indexes of paragraphs: the body is `body:end`, the tail `tail:`; `second` is where another story begins."""

    body: int
    end: int
    tail: int
    second: int | None = None


_CONTENT = (Sort.TEXT, Sort.DATELINE, Sort.ATTN, Sort.BYLINE, Sort.GRAF, Sort.FIELD, Sort.CAPTION)
_HEAD = (Sort.ATTN, Sort.BYLINE, Sort.PAGE, Sort.FURNITURE, Sort.CAPTION, Sort.NATIVE)


def extent_of(paragraphs: Sequence[Paragraph]) -> Extent:
    """The extent of the first story of a text."""
    end, tail = _end(paragraphs)
    body = start_of_body(paragraphs[:end])
    second = _second_story(paragraphs, body, end)
    if second is not None and second < end:
        return Extent(min(body, second), second, second, second)
    return Extent(body, end, tail, second)


def _end(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The story's end and where the tail begins: (END), or without one an e-mail line or a list of other stories."""
    has_content = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.sort is Sort.END and has_content:
            return index, index + 1
        has_content = has_content or paragraph.sort in _CONTENT
    started = next((i for i, p in enumerate(paragraphs) if p.sort in (Sort.DATELINE, Sort.GRAF)), len(paragraphs))
    for index in range(started, len(paragraphs)):
        if paragraphs[index].sort is Sort.LIST:
            return index, index
    mails = [index for index in range(started, len(paragraphs)) if paragraphs[index].sort is Sort.EMAIL]
    if mails and not any(p.sort is Sort.TEXT and p.text.endswith((".", '"', "”")) for p in paragraphs[mails[-1] :]):
        return mails[-1] + 1, mails[-1] + 1
    return len(paragraphs), len(paragraphs)


def _second_story(paragraphs: Sequence[Paragraph], body: int, end: int) -> int | None:
    """Where a second story begins: a dateline below a head of its own, or one that an (END) follows."""
    ends_after = [i for i, p in enumerate(paragraphs) if p.sort is Sort.END]
    last_end = ends_after[-1] if ends_after else -1
    head: int | None = None
    for index in range(body + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.sort is Sort.END:
            head = None
        elif paragraph.sort is Sort.DATELINE and (head is not None or end < index < last_end):
            return head if head is not None else _above(paragraphs, index, end)
        elif paragraph.sort is Sort.ATTN or (paragraph.sort is Sort.TEXT and counts(title_of(paragraph).label)):
            head = index if head is None else head
        elif paragraph.sort is Sort.BYLINE and head is None:
            head = index
        elif paragraph.sort not in _HEAD:
            head = None
    return None


def _above(paragraphs: Sequence[Paragraph], index: int, end: int) -> int:
    """The first paragraph of the head above a dateline after (END)."""
    while index - 1 > end and paragraphs[index - 1].sort not in (Sort.END, Sort.FURNITURE, Sort.EMAIL):
        index -= 1
    return index
