"""What the desk's fields of a photo begin with: the file's own words, as copy has them."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from stories.models import Byline, Photo
from stories.photos.words import PhotoWords
from stories.queries.copy import DESK_ZONE
from stories.wire.captions import parse_caption
from stories.wire.text import tidy

_NOT_FOR_SALE = re.compile(r"\b(?:not for sale|no sales?|nfs)\b", re.IGNORECASE)
# The columns that a person may change, and how long a text each takes.
DESK_FIELDS = {
    "caption": 20_000,
    "credit": 240,
    "alt_text": 4_000,
    "place": 120,
    "photographer": 240,
    "source": 120,
    "instructions": 4_000,
    "copyright": 240,
    "rights": 4_000,
}


@dataclass(frozen=True, slots=True)
class Prefill:
    """Values by column, and the byline that the photographer's name belongs to, None where admins keep none."""

    columns: dict[str, object]
    byline: Byline | None


def prefill(words: PhotoWords) -> Prefill:
    """The desk's fields from the file's. One query where a photographer is named.

    A credit at the caption's end, "... (Yonhap)", is the credit; else the credit field, in brackets.
    """
    caption = parse_caption(words.caption)
    provider = tidy(words.credit).strip("()")
    columns: dict[str, object] = {
        "caption": caption.text,
        "credit": caption.credit or (f"({provider})" if provider else ""),
        "place": ", ".join(dict.fromkeys(filter(None, (words.city or words.location, words.province, words.country)))),
        "photographer": " and ".join(words.bylines),
        "source": words.source,
        "instructions": words.instructions,
        "copyright": words.copyright,
        "rights": words.rights,
        "alt_text": words.alt_text,
    }
    columns = {name: _cut(str(text), DESK_FIELDS[name]) for name, text in columns.items()}
    columns["keywords"] = list(words.keywords)
    columns["taken_at"] = _taken_at(words)
    columns["not_for_sale"] = any(
        _NOT_FOR_SALE.search(text) for text in (words.instructions, words.rights, words.caption, words.credit)
    )
    return Prefill(columns, byline_of(words.bylines))


def byline_of(names: tuple[str, ...]) -> Byline | None:
    """The admins' byline of the first photographer they know, by either name. One query where there is a name."""
    wanted = [tidy(name).casefold() for name in names if tidy(name)]
    if not wanted:
        return None
    known: dict[str, Byline] = {}
    for byline in Byline.objects.filter(active=True):
        for name in (byline.native_name, byline.name):
            known.setdefault(tidy(name).casefold(), byline)
    return next((known[name] for name in wanted if name in known), None)


def put(photo: Photo, columns: dict[str, object]) -> None:
    for name, value in columns.items():
        setattr(photo, name, value)


def _taken_at(words: PhotoWords) -> datetime | None:
    """The moment of the shutter; a time without a zone is the desk's, a date without a time its noon."""
    if words.taken is None:
        return None
    moment = words.taken_at or time(12)
    return datetime.combine(words.taken, moment, tzinfo=moment.tzinfo or DESK_ZONE)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
