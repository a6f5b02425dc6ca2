"""Which head lines are the slugline and the headline, where a page tells them once or three times."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stories.wire.label import Kind, Label, is_first_ld, parse_label
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.remembering import remembered
from stories.wire.story import Problem

# What a browser adds to a page's title.
_SITE = re.compile(r"\s+(?:[|:–—-]|::)\s*Yonhap News(?: Agency)?$", re.IGNORECASE)
_LONGEST_SLUG = 60
_LONGEST_HEADLINE = 300


@dataclass(frozen=True, slots=True)
class Title:
    """A head line without its label: `key` is the same for the same title told again."""

    label: Label | None
    text: str
    key: str
    place: int
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Titles:
    """What the head lines of a story say; `told` are the paragraphs that say it, `others` the rest."""

    label: Label
    slugline: str
    headline: str
    told: tuple[Paragraph, ...]
    others: tuple[Paragraph, ...]
    problems: tuple[Problem, ...]


def has_site_name(paragraph: Paragraph) -> bool:
    """Whether a head line is a page's title, with the name of the site behind it."""
    return _SITE.search(paragraph.text) is not None


def title_of(paragraph: Paragraph, place: int = 0) -> Title:
    """A paragraph read as a head line."""
    return Title(*_told_in(paragraph.text), place, paragraph)


@remembered
def _told_in(line: str) -> tuple[Label | None, str, str]:
    label, text = parse_label(_SITE.sub("", line))
    return label, text, text.casefold()


def counts(label: Label | None) -> bool:
    """Whether a label has more than qualifiers: it is a lead, an urgent, a correction or a kill."""
    return label is not None and label.kind is not Kind.FIRST


def is_slug(text: str) -> bool:
    """Whether a text alone is a slugline and no headline: words tied by hyphens, no blank."""
    return " " not in text and "-" in text.strip("-") and len(text) <= _LONGEST_SLUG and any(c.isalpha() for c in text)


def read_titles(paragraphs: Sequence[Paragraph], closest: int, named: Mapping[str, Paragraph] | None = None) -> Titles:
    """Label, slugline and headline from the head's lines of text.

    `closest` is the place of the line nearest the copy; `named` has the fields that name
    themselves ("Headline: ..."), without their names: they are what they say.
    """
    named = named or {}
    titles = [title_of(paragraph, place) for place, paragraph in enumerate(paragraphs)]
    likely = [title for title in titles if title.text]
    headline = _named_headline(named["Headline"]) if "Headline" in named else _headline(likely, closest)
    slugline = _named_slugline(named["Slugline"]) if "Slugline" in named else _slugline(likely, headline)
    chosen = {title.key for title in (headline, slugline) if title}
    told = [title for title in titles if not title.text or title.key in chosen]
    label = _label(told, headline)
    return Titles(
        label,
        slugline.text if slugline else "",
        headline.text if headline else "",
        tuple(title.paragraph for title in told),
        tuple(title.paragraph for title in titles if title.text and title.key not in chosen),
        tuple(_label_problems(told if headline in told or not headline else [headline, *told], label)),
    )


def _named_headline(field: Paragraph) -> Title:
    label, text = parse_label(field.text)
    return Title(label, text, text.casefold(), -1, field)


def _named_slugline(field: Paragraph) -> Title:
    return Title(None, field.text, field.text.casefold(), -1, field)


def _headline(titles: Sequence[Title], closest: int) -> Title | None:
    """The likeliest headline: labelled, told more than once, right above the copy, more than a word or two."""
    times = Counter(title.key for title in titles)
    slugs = [key for key in times if is_slug(key)]
    second_slugs = set(slugs[1:])

    def likelihood(title: Title) -> tuple[int, int]:
        words = sum(1 for word in title.text.split() if any(char.isalnum() for char in word))
        points = 2 * counts(title.label) + 2 * (times[title.key] > 1) + 2 * (words >= 4) + (words >= 6)
        points += (2 if words >= 4 else 1) * (title.place == closest)
        points -= 3 * (len(title.text) > _LONGEST_HEADLINE) + 2 * title.text.endswith(".")
        if is_slug(title.text):
            # It is a slugline, unless another one stands above it: then it stands where headlines do.
            points -= 8 * (title.key not in second_slugs)
        return points, title.place

    best = max(titles, key=likelihood, default=None)
    return None if best and is_slug(best.text) and likelihood(best)[0] < 0 else best


def _slugline(titles: Sequence[Title], headline: Title | None) -> Title | None:
    """A title shaped like a slugline, or a short one that carries the headline's label."""
    others = [title for title in titles if headline is None or title.key != headline.key]
    for title in others:
        if is_slug(title.text):
            return title
    for title in others:
        if headline and _is_loose_slug(title, headline):
            return title
    return None


def _is_loose_slug(title: Title, headline: Title) -> bool:
    """ "S Korea-election" above its headline: a few words, under the same label or with a hyphen."""
    words = title.text.split()
    if len(words) > 4 or len(title.text) >= len(headline.text) or title.place > headline.place:
        return False
    if counts(title.label) and counts(headline.label):
        return _bare(title.label) == _bare(headline.label)
    return "-" in title.text and not counts(headline.label)


def _bare(label: Label | None) -> tuple[Kind, int, int]:
    label = label or Label()
    return label.kind, label.lead_number, label.correction_number


def _label(told: Sequence[Title], headline: Title | None) -> Label:
    """The headline's counters and qualifiers; where it has lost them, those of another line."""
    labels = [title.label for title in (headline, *told) if title and title.label]
    counted = next((label for label in labels if counts(label)), Label())
    qualifiers = next((label.qualifiers for label in labels if label.qualifiers), ())
    return replace(counted, qualifiers=qualifiers)


def _label_problems(told: Sequence[Title], label: Label) -> list[Problem]:
    problems = []
    for title in told:
        line, text = title.paragraph.first, title.paragraph.text
        if is_first_ld(text):
            problems.append(Problem("first-ld", "There is no (1st LD): read as (LEAD).", line, text))
        differs = title.label and counts(title.label) and _bare(title.label) != _bare(label)
        if differs or (title.label and set(title.label.qualifiers) - set(label.qualifiers)):
            problems.append(Problem("labels-differ", "The head carries two different labels.", line, text))
    return problems
