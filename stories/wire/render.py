"""A story as wire text: the layout that goes out, and that `parse` reads back as the same value.

The layout escapes nothing. A field is known by its place; one whose own words would be taken
for something else is marked, and only then: a paragraph by a pilcrow ("¶ By Monday, Kim ..."),
a field of the head by its name ("Slugline: ..."). A caption always has its triangle.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stories.wire.attn import shown
from stories.wire.captions import TRIANGLE, format_caption
from stories.wire.dateline import split_dateline
from stories.wire.label import heading, label_text
from stories.wire.normal import normalise
from stories.wire.parse import parse
from stories.wire.reading.lines import GRAF_MARK, Sort, sort_of
from stories.wire.reading.page import PageLine, format_page_line
from stories.wire.story import WireStory
from stories.wire.text import tidy

END = "(END)"


@dataclass(frozen=True, slots=True)
class _Marks:
    """How much is marked: the slugline or all of the head by name, doubtful grafs or all."""

    slugline: bool = False
    head: bool = False
    doubtful_grafs: bool = False
    all_grafs: bool = False


_LADDER = (
    _Marks(),
    _Marks(slugline=True),
    _Marks(doubtful_grafs=True),
    _Marks(slugline=True, doubtful_grafs=True),
    _Marks(head=True, doubtful_grafs=True),
)
_NAMED = _LADDER[-1:]
_ALL = _Marks(head=True, doubtful_grafs=True, all_grafs=True)


def render(story: WireStory) -> str:
    """The wire text of a story, newline at its end: `parse` gives `normalise(story)` back from it.

    The plainest layout that is read back whole is taken; nearly every story's is the plain one.
    """
    story = normalise(story)
    tried = set()
    for marks in _LADDER if _dateline_shows(story) else _NAMED:
        text = _layout(story, marks)
        if text not in tried and parse(text).story == story:
            return text
        tried.add(text)
    return _layout(story, _ALL)


def _dateline_shows(story: WireStory) -> bool:
    """Whether the dateline is read back in front of the first graf; one that is half typed must be named."""
    return not story.dateline or split_dateline(next(_grafs(story, _Marks())))[0] == story.dateline


def _layout(story: WireStory, marks: _Marks) -> str:
    head = _named_head(story) if marks.head else _plain_head(story, marks)
    captions = (f"{TRIANGLE} {format_caption(caption)}" for caption in story.captions)
    email = f"E-mail: {story.email}" if marks.head and story.email else story.email
    parts = [*head, *_grafs(story, marks), *captions, email, END]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain_head(story: WireStory, marks: _Marks) -> Iterator[str]:
    yield format_page_line(PageLine(story.category, story.native_byline, story.published))
    if story.slugline:
        yield f"Slugline: {story.slugline}" if marks.slugline else tidy(f"{label_text(story.label)} {story.slugline}")
    if story.headline or story.label.qualifiers or marks.slugline or not story.slugline:
        yield heading(story.label, story.headline)
    yield shown(story.attn)
    yield story.byline


def _named_head(story: WireStory) -> Iterator[str]:
    fields = {
        "Category": story.category,
        "Native byline": story.native_byline,
        "Published": story.published.isoformat(" ", "seconds") if story.published else "",
        "Slugline": story.slugline,
        "Headline": heading(story.label, story.headline),
        "ATTN": story.attn,
        "Byline": story.byline,
        "Dateline": story.dateline,
    }
    return (f"{name}: {value}" for name, value in fields.items() if value)


def _grafs(story: WireStory, marks: _Marks) -> Iterator[str]:
    """The body: its first graf stands behind the dateline, where that is not a named field."""
    grafs = list(story.grafs)
    if story.dateline and not marks.head:
        yield f"{story.dateline} {grafs.pop(0)}" if grafs else story.dateline
    for index, graf in enumerate(grafs):
        opens = index == 0 and (marks.head or not story.dateline)
        marked = marks.all_grafs or (marks.doubtful_grafs and (opens or _is_doubtful(graf, story)))
        yield GRAF_MARK + graf if marked else graf


def _is_doubtful(graf: str, story: WireStory) -> bool:
    """Whether a graf, by its own words, could be read as anything but a graf."""
    told = (story.headline.casefold(), story.slugline.casefold())
    return sort_of(graf) is not Sort.TEXT or graf.startswith("(") or graf.endswith(")") or graf.casefold() in told
