"""The body of a story: its grafs, and the captions, e-mail line and furniture among them."""

from collections.abc import Sequence

from stories.wire.dateline import split_dateline
from stories.wire.reading.copy import Copy
from stories.wire.reading.head import read_attn, read_once
from stories.wire.reading.lines import GRAF_MARK, Sort
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.reading.titles import Titles, counts, title_of


def read_body(paragraphs: Sequence[Paragraph], titles: Titles, copy: Copy) -> None:
    """Fill `copy` from the paragraphs from the dateline to the end."""
    told = {key for key in (titles.headline.casefold(), titles.slugline.casefold()) if key}
    for paragraph in paragraphs:
        if paragraph.sort is Sort.GRAF:
            copy.grafs.append(paragraph.text.removeprefix(GRAF_MARK))
        elif paragraph.sort in (Sort.TEXT, Sort.FIELD):
            _read_text(paragraph, told, copy)
        elif paragraph.sort is Sort.DATELINE:
            _read_dateline(paragraph, copy)
        else:
            _read_mark(paragraph, copy)


def _read_text(paragraph: Paragraph, told: set[str], copy: Copy) -> None:
    if paragraph.sort is Sort.FIELD and paragraph.text.startswith("E-mail:") and not copy.emails:
        copy.emails.append(paragraph.text.removeprefix("E-mail:").strip())
        return
    title = title_of(paragraph)
    if title.key in told:
        copy.set_aside(paragraph)
    else:
        if counts(title.label):
            copy.query("label-in-body", "A label among the paragraphs: kept as one of them.", [paragraph])
        if paragraph.guessed:
            copy.query("guessed-break", "This may still be the paragraph above: nothing parts them.", [paragraph])
        copy.grafs.append(paragraph.text)


def _read_dateline(paragraph: Paragraph, copy: Copy) -> None:
    """The first dateline opens the first graf; a later one is a graf that looks like it."""
    if copy.dateline or copy.grafs:
        copy.query("second-dateline", "A second dateline inside the story: kept as a paragraph.", [paragraph])
        copy.grafs.append(paragraph.text)
        return
    copy.dateline, graf = split_dateline(paragraph.text)
    if graf:
        copy.grafs.append(graf)


def _read_mark(paragraph: Paragraph, copy: Copy) -> None:
    """A body paragraph that its own words place."""
    if paragraph.sort is Sort.CAPTION:
        copy.add_caption(paragraph)
    elif paragraph.sort is Sort.EMAIL:
        copy.add_email(paragraph)
    elif paragraph.sort is Sort.BYLINE:
        read_once(paragraph, copy, "byline")
    elif paragraph.sort is Sort.NATIVE and not paragraph.text.endswith(("기자", "특파원")):
        # Among Korean paragraphs a short one is a paragraph, unless it signs as a reporter.
        copy.grafs.append(paragraph.text)
    elif paragraph.sort is Sort.NATIVE:
        read_once(paragraph, copy, "native_byline")
    elif paragraph.sort is Sort.ATTN:
        read_attn(paragraph, copy)
    elif paragraph.sort is Sort.PAGE:
        copy.add_page_line(paragraph)
    else:
        copy.set_aside(paragraph)
