"""The head of a story: page line, slugline, headline, ATTN, byline, and the captions among them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from stories.wire.label import Label, parse_label
from stories.wire.reading.advisory import inside, is_closed
from stories.wire.reading.copy import Copy
from stories.wire.reading.lines import Sort
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.reading.titles import Titles, counts, is_slug, read_titles, title_of

_LONGEST_TITLE = 160


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
    texts: list[Paragraph] = []
    fields: dict[str, str] = {}
    closest = -1
    for paragraph in paragraphs:
        if paragraph.sort is Sort.TEXT:
            texts.append(paragraph)
        elif paragraph.sort is Sort.FIELD:
            _read_field(paragraph, fields, copy)
        else:
            if paragraph.sort in (Sort.ATTN, Sort.BYLINE) and closest < 0:
                closest = len(texts) - 1
            _read_mark(paragraph, copy)
    titles = read_titles(texts, closest if closest >= 0 else len(texts) - 1)
    _place_titles(titles, texts, copy)
    return _with_fields(titles, fields, copy)


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


def _read_field(paragraph: Paragraph, fields: dict[str, str], copy: Copy) -> None:
    name, _, value = paragraph.text.partition(":")
    if name in fields:
        copy.query("unplaced", f"A second “{name}:” line: it is not in the story.", [paragraph])
    else:
        fields[name] = value.strip()


def _place_titles(titles: Titles, texts: Iterable[Paragraph], copy: Copy) -> None:
    """Every title line is told for: a second telling is furniture, what is neither is a problem."""
    first: set[str] = set()
    for paragraph in titles.told:
        title = title_of(paragraph)
        if title.key in first:
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


def _with_fields(titles: Titles, fields: dict[str, str], copy: Copy) -> Titles:
    """Fields named outright ("Headline: ...") come before what the lines' places say."""
    copy.attn = fields.get("ATTN") or copy.attn
    copy.byline = fields.get("Byline") or copy.byline
    copy.dateline = fields.get("Dateline") or copy.dateline
    copy.category = fields.get("Category") or copy.category
    copy.native_byline = fields.get("Native byline") or copy.native_byline
    copy.emails = [fields["E-mail"]] if fields.get("E-mail") else copy.emails
    copy.published = _clock(fields.get("Published", "")) or copy.published
    label, headline = parse_label(fields.get("Headline", ""))
    slugline = fields.get("Slugline") or titles.slugline
    known = label if label and (counts(label) or not counts(titles.label)) else titles.label
    return Titles(known or Label(), slugline, headline or titles.headline, titles.told, titles.others, titles.problems)


def _clock(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
