"""Where a story begins and ends in a text, and whether it is alone there."""

from collections.abc import Sequence
from dataclasses import dataclass

from stories.wire.reading.head import start_of_body
from stories.wire.reading.lines import Sort
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.reading.setting import ends_sentence
from stories.wire.reading.titles import counts, title_of


@dataclass(frozen=True, slots=True)
class Extent:
    """Indexes of paragraphs: the body is `body:end`, the tail `tail:`; `second` is where another story begins."""

    body: int
    end: int
    tail: int
    second: int | None = None


_CONTENT = (Sort.TEXT, Sort.DATELINE, Sort.ATTN, Sort.BYLINE, Sort.GRAF, Sort.FIELD, Sort.CAPTION)


def extent_of(paragraphs: Sequence[Paragraph]) -> Extent:
    """The extent of the first story of a text."""
    end, tail = _end(paragraphs)
    body = start_of_body(paragraphs[:end])
    second = _second_story(paragraphs, body, end)
    if second is not None and second < end:
        return Extent(min(body, second), second, second, second)
    return Extent(body, end, tail, second)


def _end(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The story's end and where the tail begins: (END), or what shows without one that the copy is over."""
    has_content = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.sort is Sort.END and has_content:
            return index, index + 1
        has_content = has_content or paragraph.sort in _CONTENT
    opens = (index for index, p in enumerate(paragraphs) if p.sort in (Sort.DATELINE, Sort.GRAF))
    end = _end_without_mark(paragraphs, next(opens, len(paragraphs)))
    return end, end


def _end_without_mark(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The heading of a list of other stories, or the last e-mail line or labels with no copy below them."""
    end = len(paragraphs)
    for index in range(start, len(paragraphs)):
        if paragraphs[index].sort is Sort.LIST:
            end = index
            break
    below = end
    while below > start and not (paragraphs[below - 1].sort in _CONTENT and _reads_as_copy(paragraphs[below - 1])):
        below -= 1
    mails = [index for index in range(below, end) if paragraphs[index].sort is Sort.EMAIL]
    labels = (
        index for index in range(below, end) if paragraphs[index].sort is Sort.TEXT and _is_labelled(paragraphs[index])
    )
    return min(mails[-1] + 1 if mails else end, next(labels, end))


def _reads_as_copy(paragraph: Paragraph) -> bool:
    return paragraph.sort is not Sort.TEXT or paragraph.text.endswith((".", '"', "”", "]", "?", "!", ")"))


def _second_story(paragraphs: Sequence[Paragraph], body: int, end: int) -> int | None:
    """Where a second story begins: at the head above a dateline, where that is more than a teaser in a list."""
    last_end = max((index for index, paragraph in enumerate(paragraphs) if paragraph.sort is Sort.END), default=-1)
    head: int | None = None
    for index in range(body + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.sort is Sort.DATELINE:
            whole = index < end or index < last_end or _is_whole(paragraphs, head, index)
            if whole and (head is not None or index > end):
                return head if head is not None else _above(paragraphs, index, end)
            head = None
        elif paragraph.sort is Sort.END or (paragraph.sort is Sort.TEXT and not _may_be_title(paragraph)):
            head = None
        elif paragraph.sort in (Sort.ATTN, Sort.BYLINE, Sort.TEXT):
            head = index if head is None else head
    return None


def _may_be_title(paragraph: Paragraph) -> bool:
    """A labelled line, or one that is no sentence: right above a dateline it is a headline."""
    return _is_labelled(paragraph) or (len(paragraph.text) <= 160 and not ends_sentence(paragraph.text))


def _is_labelled(paragraph: Paragraph) -> bool:
    return counts(title_of(paragraph).label)


def _is_whole(paragraphs: Sequence[Paragraph], head: int | None, dateline: int) -> bool:
    """Whether what follows (END) is a story: signed, advised, or going on below its dateline."""
    if head is None:
        return False
    if any(paragraph.sort in (Sort.ATTN, Sort.BYLINE) for paragraph in paragraphs[head:dateline]):
        return True
    below = paragraphs[dateline + 1 : dateline + 3]
    return len(below) == 2 and all(p.sort is Sort.TEXT and not _is_labelled(p) for p in below)


def _above(paragraphs: Sequence[Paragraph], index: int, end: int) -> int:
    """The first paragraph of the head above a dateline after (END)."""
    while index - 1 > end and paragraphs[index - 1].sort not in (Sort.END, Sort.FURNITURE, Sort.EMAIL, Sort.LIST):
        index -= 1
    return index
