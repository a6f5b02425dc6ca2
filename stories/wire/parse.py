"""Read a wire text, or a page that holds one, as a value: total, and without dropping a line in silence."""

from collections.abc import Mapping, Sequence

from stories.wire.label import Label
from stories.wire.normal import normalise
from stories.wire.reading.body import read_body
from stories.wire.reading.copy import Copy
from stories.wire.reading.extent import Extent, extent_of
from stories.wire.reading.head import read_head
from stories.wire.reading.lines import Line, Sort, lines_of
from stories.wire.reading.paragraphs import Paragraph, paragraphs_of
from stories.wire.reading.titles import Titles
from stories.wire.story import Problem, Reading, WireStory
from stories.wire.text import clean, control_counts, hidden_counts, name_of, without_controls

_MOST_NAMED = 20  # different characters


def parse(text: str) -> Reading:
    """The story in `text` and all that has no place in it. Never raises, in time linear in the text.

    A text of several stories gives the first and the problem "several-stories"; one that
    holds none, "no-story". Problems stand in the order of their lines.
    """
    text = clean(text)
    copy = Copy(problems=_characters(text))
    lines = lines_of(without_controls(text))
    paragraphs = paragraphs_of(lines)
    extent = extent_of(paragraphs)
    titles = read_head(paragraphs[: extent.body], copy)
    read_body(paragraphs[extent.body : extent.end], titles, copy)
    _read_tail(paragraphs, extent, copy)
    story = normalise(_story(titles, copy))
    copy.problems.extend(_missing(story, lines, copy.problems))
    problems = sorted(copy.problems, key=lambda problem: problem.line)
    return Reading(story, tuple(problems), tuple(sorted(set(copy.furniture))))


def _characters(text: str) -> list[Problem]:
    """What cannot be kept, and what can but does not show: a problem for each character."""
    refused = _named(control_counts(text), text, "control-character", "{} cannot be kept: read as a blank.")
    return refused + _named(hidden_counts(text), text, "hidden-character", "{} does not show.")


def _named(counts: Mapping[str, int], text: str, code: str, message: str) -> list[Problem]:
    problems = []
    for char, times in list(counts.items())[:_MOST_NAMED]:
        line = text.count("\n", 0, text.index(char)) + 1
        problems.append(Problem(code, message.format(name_of(char)) + (f" {times} times." if times > 1 else ""), line))
    return problems


def _read_tail(paragraphs: Sequence[Paragraph], extent: Extent, copy: Copy) -> None:
    """What follows the story: furniture, or named as left out."""
    if extent.second is not None:
        copy.query("several-stories", "Another story begins here.", paragraphs[extent.second :])
    left_out = []
    for paragraph in paragraphs[extent.end : extent.second]:
        if paragraph.sort is Sort.EMAIL and not copy.emails:
            copy.add_email(paragraph)
        elif paragraph.sort is Sort.PAGE:
            copy.add_page_line(paragraph)
        elif paragraph.sort in (Sort.END, Sort.FURNITURE, Sort.LIST, Sort.MARK):
            copy.set_aside(paragraph)
        else:
            left_out.append(paragraph)
    if left_out:
        copy.query("after-end", "After the end of the story: left out.", left_out)


def _story(titles: Titles, copy: Copy) -> WireStory:
    return WireStory(
        label=titles.label,
        slugline=titles.slugline,
        headline=titles.headline,
        attn=copy.attn,
        byline=copy.byline,
        dateline=copy.dateline,
        grafs=tuple(copy.grafs),
        captions=tuple(caption for caption in copy.captions if caption.text or caption.credit),
        email=", ".join(copy.emails),
        category=copy.category,
        native_byline=copy.native_byline,
        published=copy.published,
    )


def _missing(story: WireStory, lines: Sequence[Line], problems: Sequence[Problem]) -> list[Problem]:
    """What a story has and this one has not; without any sign of wire copy it is no story."""
    if not _is_story(story, lines, problems):
        return [Problem("no-story", "No wire story in this text.")]
    missing = []
    if not story.headline:
        missing.append(Problem("no-headline", "The headline is missing."))
    if not story.dateline:
        missing.append(Problem("no-dateline", "The dateline is missing."))
    if not story.grafs:
        missing.append(Problem("no-grafs", "The story has no paragraphs."))
    return missing


def _is_story(story: WireStory, lines: Sequence[Line], problems: Sequence[Problem]) -> bool:
    if not (story.grafs or story.headline):
        return False
    if story.dateline or story.attn or story.byline or any(line.sort in (Sort.END, Sort.FIELD) for line in lines):
        return True
    # A label alone may be one of a list of headlines.
    return story.label != Label() and (bool(story.grafs) or all(problem.code != "unplaced" for problem in problems))
