"""Finding photos: by words, by who took them, by what may be done with them; page by page without counting all."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from stories.models import DraftPhoto, LatePhoto, Photo, VersionPhoto
from stories.permissions import Person

from .access import visible_photos

PAGE = 48
MOST_WORDS = 8
SEARCHED = (
    "caption",
    "credit",
    "place",
    "photographer",
    "byline__name",
    "byline__native_name",
    "source",
    "keyword_text",
    "copyright",
    "uploaded_name",
    "alt_text",
)
FILTERS = {
    "": "All photos",
    "mine": "Added by me",
    "used": "Used",
    "unused": "Not used yet",
    "no-rights": "Without credit or rights",
    "embargo": "Under embargo",
    "not-for-sale": "Not for sale",
    "withdrawn": "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Photos, the newest first; `after` is the mark of the next page, "" on the last."""

    photos: tuple[Photo, ...]
    after: str


def library(
    person: Person,
    now: datetime,
    *,
    words: str = "",
    only: str = "",
    byline: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    after: str = "",
) -> LibraryPage:
    """The photos the person may see that hold every one of `words`; `only` is one of FILTERS. One query.

    A word is looked for in caption, credit, place, photographer (both names), keywords and file name.
    `since` and `until` bound when it came in, the second left out. `after` is a page's mark; what is
    none begins at the first page. Unknown filters filter nothing.
    """
    found = matching_photos(visible_photos(person, now), words)
    found = _only(found, only, person, now)
    if byline is not None:
        found = found.filter(byline=byline)
    if since:
        found = found.filter(added_at__gte=since)
    if until:
        found = found.filter(added_at__lt=until)
    if mark := _mark(after):
        found = found.filter(Q(added_at__lt=mark[0]) | Q(added_at=mark[0], pk__lt=mark[1]), added_at__lte=mark[0])
    photos = list(found.select_related("byline", "added_by").order_by("-added_at", "-pk")[: PAGE + 1])
    more = len(photos) > PAGE
    last = photos[PAGE - 1] if more else None
    return LibraryPage(tuple(photos[:PAGE]), f"{last.added_at.isoformat()}_{last.pk}" if last else "")


def matching_photos(photos: QuerySet[Photo], words: str) -> QuerySet[Photo]:
    """The photos that hold every word."""
    photos = photos.annotate(keyword_text=Cast("keywords", TextField()))
    for word in words.split()[:MOST_WORDS]:
        # SQLite keeps the list as JSON in ASCII: a keyword in another script stands there escaped.
        condition = Q(sha256=word.lower()) | Q(keyword_text__contains=json.dumps(word)[1:-1])
        for field in SEARCHED:
            condition |= Q(**{f"{field}__icontains": word})
        photos = photos.filter(condition)
    return photos


def _only(photos: QuerySet[Photo], only: str, person: Person, now: datetime) -> QuerySet[Photo]:
    if only == "mine":
        return photos.filter(added_by=person.pk)
    if only == "used":
        return photos.filter(_is_used())
    if only == "unused":
        return photos.filter(~_is_used())
    if only == "no-rights":
        return photos.filter(Q(credit="") | Q(rights="", copyright=""))
    if only == "embargo":
        return photos.filter(embargo_until__gt=now)
    if only == "not-for-sale":
        return photos.filter(not_for_sale=True)
    if only == "withdrawn":
        return photos.filter(withdrawn_at__isnull=False)
    return photos


def _is_used() -> Q:
    photo = OuterRef("pk")
    return Q(
        Exists(VersionPhoto.objects.filter(photo=photo))
        | Exists(LatePhoto.objects.filter(photo=photo))
        | Exists(DraftPhoto.objects.filter(photo=photo, draft__closed_at=None))
    )


def _mark(after: str) -> tuple[datetime, int] | None:
    moment, _, key = after.partition("_")
    try:
        added_at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (added_at, int(key)) if key.isascii() and key.isdigit() and added_at.tzinfo and len(key) < 19 else None
