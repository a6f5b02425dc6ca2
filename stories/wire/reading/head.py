"""The head of a story: page line, slugline, headline, ATTN, byline, and the captions among them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from stories.wire.reading.advisory import inside, is_closed
from stories.wire.reading.copy import Copy
from stories.wire.reading.lines import Sort
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.reading.titles import Titles, has_site_name, is_slug, read_titles, title_of

_LONGEST_TITLE = 160
_FIELDS = {
    "ATTN": "attn",
    "Byline": "byline",
    "Dateline": "dateline",
    "Category": "category",
    "Native byline": "native_byline",
}


def start_of_body(paragraphs: Sequence[Paragraph]) -> int:
    """The index of the first body graf: the dateline, a marked graf, or what follows the head's last line."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.sort in (Sort.DATELINE, Sort.GRAF):
            return index
    signed = [index for index, p in enumerate(paragraphs) if p.sort in (Sort.ATTN, Sort.BYLINE, Sort.FIELD)]
    if signed:
        return _last_of_head(paragraphs, signed[0]) + 1
    return _after_titles(paragraphs)


def _last_of_head(paragraphs: Sequence[Paragraph], first: int) -> int:
    """The last ATTN, byline or field of the head: text between two of them would be copy."""
    last = first
    for index in range(first + 1, len(paragraphs)):
        if paragraphs[index].sort in (Sort.ATTN, Sort.BYLINE, Sort.FIELD):
            last = index
        elif paragraphs[index].sort is Sort.TEXT:
            break
    return last


def _after_titles(paragraphs: Sequence[Paragraph]) -> int:
    """Without any mark of the head: the first line that reads as copy, or stands below a headline."""
    headline = ""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.sort is not Sort.TEXT:
            continue
        title = title_of(paragraph)
        if title.label or is_slug(title.text) or title.key == headline:
            headline = headline or ("" if is_slug(title.text) else title.key)
        elif headline or title.text.endswith((".", '."', ".”", "[...]")) or len(title.text) > _LONGEST_TITLE:
            return index
        else:
            headline = title.key
    return len(paragraphs)


def read_head(paragraphs: Sequence[Paragraph], copy: Copy) -> Titles:
    """Fill `copy` from the paragraphs above the body; the titles are given back."""
    named = _read_fields([paragraph for paragraph in paragraphs if paragraph.sort is Sort.FIELD], copy)
    texts: list[Paragraph] = []
    closest = -1
    for paragraph in paragraphs:
        if paragraph.sort is Sort.TEXT:
            texts.append(paragraph)
        elif paragraph.sort is not Sort.FIELD:
            if paragraph.sort in (Sort.ATTN, Sort.BYLINE) and closest < 0:
                closest = len(texts) - 1
            _read_mark(paragraph, copy)
    titles = read_titles(texts, closest if closest >= 0 else len(texts) - 1, named)
    _place_titles(titles, texts, copy)
    return titles


def _read_mark(paragraph: Paragraph, copy: Copy) -> None:
    """A head paragraph that is no title, by its sort."""
    if paragraph.sort is Sort.CAPTION:
        copy.add_caption(paragraph)
    elif paragraph.sort is Sort.PAGE:
        copy.add_page_line(paragraph)
    elif paragraph.sort is Sort.ATTN:
        read_attn(paragraph, copy)
    elif paragraph.sort is Sort.BYLINE:
        read_once(paragraph, copy, "byline")
    elif paragraph.sort is Sort.NATIVE:
        read_once(paragraph, copy, "native_byline")
    elif paragraph.sort is Sort.EMAIL:
        copy.add_email(paragraph)
    else:
        copy.set_aside(paragraph)


def read_attn(paragraph: Paragraph, copy: Copy) -> None:
    """The first ATTN is the story's; the same again is furniture, another one has no place."""
    attn = inside(paragraph.text)
    if copy.attn and copy.attn != attn:
        copy.query("unplaced", "A second ATTN line: it is not in the story.", [paragraph])
    elif copy.attn:
        copy.set_aside(paragraph)
    elif not attn:
        copy.query("unplaced", "The ATTN line says nothing.", [paragraph])
    else:
        copy.attn = attn
        if not is_closed(paragraph.text):
            copy.query("attn-open", "The last bracket of the ATTN line is missing.", [paragraph])


def read_once(paragraph: Paragraph, copy: Copy, name: str) -> None:
    """A field that a story has once: the first fills it, the same again is furniture, another has no place."""
    found = getattr(copy, name)
    if not found:
        setattr(copy, name, paragraph.text)
    elif found == paragraph.text:
        copy.set_aside(paragraph)
    else:
        copy.query("unplaced", f"A second {name.replace('_', ' ')}: it is not in the story.", [paragraph])


def _read_fields(paragraphs: Sequence[Paragraph], copy: Copy) -> dict[str, Paragraph]:
    """The fields that name themselves, without their names; all but the titles go into `copy`, before other lines."""
    named: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        name, _, value = paragraph.text.partition(":")
        value = value.strip()
        if name in named or not value:
            copy.query("unplaced", f"“{name}:” a second time, or empty: it is not in the story.", [paragraph])
            continue
        named[name] = replace(paragraph, text=value)
        if name == "E-mail":
            copy.emails = [value]
        elif name == "Published":
            copy.published = _clock(value)
            if copy.published is None:
                copy.query("unplaced", "No date and time: it is not in the story.", [paragraph])
            copy.set_aside(paragraph)
        elif name in _FIELDS:
            setattr(copy, _FIELDS[name], value)
    return named


def _place_titles(titles: Titles, texts: Iterable[Paragraph], copy: Copy) -> None:
    """Every title line is told for: a second telling is furniture, what is neither is a problem."""
    first: set[str] = set()
    for paragraph in titles.told:
        title = title_of(paragraph)
        if title.key in first or has_site_name(paragraph):
            copy.set_aside(paragraph)
        first.add(title.key)
    others = set(map(id, titles.others))
    runs: list[list[Paragraph]] = []
    previous_is_other = False
    for paragraph in texts:
        is_other = id(paragraph) in others
        if is_other and previous_is_other:
            runs[-1].append(paragraph)
        elif is_other:
            runs.append([paragraph])
        previous_is_other = is_other
    for run in runs:
        copy.query("unplaced", "Neither slugline nor headline: it is not in the story.", run)
    copy.problems.extend(titles.problems)


def _clock(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
