"""Finding filed copy: in what is on the wire now or in everything that ever was, by words and by filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from stories.models import Story, Version
from stories.permissions import Person, readable
from stories.wire.label import Kind, Label
from stories.wire.seeking import Term, read_query

from .archive_index import among, matches
from .archive_marks import Marked, marked
from .archive_question import LONGEST, Question

PAGE = 25
# How many matches are looked through for a page that filters thin out: the newest, and no more.
WINDOWS = (150, 5_000, 50_000)
HIGHEST_LEAD = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A version that was found. `headline` and `text` come in pieces, hits marked; `killed` is its story."""

    story: str
    sequence: int
    slugline: str
    desk: str
    label: Label
    headline: Marked
    text: Marked
    attn: str
    byline: str
    filed_at: datetime
    current: bool
    killed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits: the latest to enter the record, and of those the latest filed first.

    `cut` says that only the newest matches were looked at.
    """

    hits: tuple[Hit, ...] = ()
    more: str = ""
    cut: bool = False


def search(person: Person, now: datetime, asked: Question, size: int = PAGE) -> Found:
    """The versions that `person` may read and that fit. At most two queries a window, and two for the page."""
    terms = read_query(asked.words)
    if not asked.asks or (asked.words and not terms):
        return Found()
    versions = _fitting(person, now, asked)
    below = _place(person, now, asked.before)
    rows: list[Version] = []
    cut = False
    for width in WINDOWS:
        found, below, more = _window(versions, terms, below, width, size + 1 - len(rows))
        rows += found
        cut = more
        if len(rows) > size or not more:
            break
    page = rows[:size]
    shown = marked(terms, page)
    full = len(rows) > size
    more = f"{page[-1].story_id}-{page[-1].sequence}" if full else ""
    page.sort(key=lambda version: version.filed_at, reverse=True)  # what was brought in from before came later
    return Found(tuple(_hit(version, shown.get(version.pk)) for version in page), more, cut and not full)


def _window(
    versions: QuerySet[Version], terms: Sequence[Term], below: int | None, width: int, wanted: int
) -> tuple[list[Version], int | None, bool]:
    """Up to `wanted` fitting ones of the next `width` matches; where the window ends, and whether more follow."""
    if terms:
        ids = matches(terms, below, width)
        if not ids:
            return [], below, False
        inside, lowest, full = versions.filter(pk__in=among(ids)), ids[-1], len(ids) == width
    else:
        top = below if below is not None else _next_id()
        lowest, full = max(top - width, 0), top > width
        inside = versions.filter(pk__lt=top, pk__gte=lowest)
    return list(inside.order_by("-pk")[:wanted]), lowest, full


def _fitting(person: Person, now: datetime, asked: Question) -> QuerySet[Version]:
    versions = Version.objects.filter(readable(person, now, "story__")).select_related("story__desk").defer("note")
    if not asked.everything:
        versions = versions.filter(story__current_version_id=F("pk"))
    if asked.desk:
        versions = versions.filter(story__desk__code=asked.desk)
    if asked.byline:
        versions = versions.filter(Q(byline__icontains=asked.byline) | Q(native_byline__icontains=asked.byline))
    if asked.label:
        versions = versions.filter(_labelled(asked.label))
    if asked.verb:
        # In capitals and by itself: "exchanges" holds CHANGES for SQLite, whose LIKE does not look at the case.
        alone = rf"(^|[^A-Za-z]){asked.verb}([^A-Za-z]|$)"
        versions = versions.filter(attn__contains=asked.verb, attn__regex=alone)
    if asked.since:
        versions = versions.filter(filed_at__gte=_midnight(asked.since))
    if asked.until:
        versions = versions.filter(filed_at__lt=_midnight(asked.until + timedelta(days=1)))
    return versions


def _labelled(label: str) -> Q:
    kind, _, number = label.partition("-")
    if number.isascii() and number.isdigit() and 1 <= int(number) <= HIGHEST_LEAD:
        return Q(kind=kind, lead_number=int(number))
    return Q(kind=label) if label in set(Kind) else Q(pk__in=[])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_current_timezone())


def _place(person: Person, now: datetime, cursor: str) -> int | None:
    """The id of the version that a page ended with; it says nothing of how many there are, so it is no id itself.

    A version that the person may not read is no place either: pages that differ would tell that it is there.
    """
    story, _, sequence = cursor.partition("-")
    if not (story.isalnum() and sequence.isascii() and sequence.isdigit() and len(sequence) < 9):
        return None
    seen = Version.objects.filter(readable(person, now, "story__"), story=story, sequence=int(sequence))
    return seen.values_list("pk", flat=True).first()


def _next_id() -> int:
    return 1 + (Version.objects.order_by("-pk").values_list("pk", flat=True).first() or 0)


def _hit(version: Version, shown: tuple[Marked, Marked] | None) -> Hit:
    plain = Marked(((version.headline, False),)), Marked(((_beginning(version.body), False),))
    headline, text = shown or plain
    return Hit(
        story=version.story_id,
        sequence=version.sequence,
        slugline=version.slugline or version.story.slugline,
        desk=version.story.desk.name,
        label=version.label,
        headline=headline,
        text=text,
        attn=version.attn,
        byline=version.byline,
        filed_at=version.filed_at,
        current=version.story.current_version_id == version.pk,
        killed=version.story.status == Story.Status.KILLED,
    )


def _beginning(body: str) -> str:
    lede = body.partition("\n")[0]
    return lede if len(lede) <= LONGEST else lede[:LONGEST].rpartition(" ")[0] + " …"
