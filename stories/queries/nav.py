"""The side of the board: desks and queues, with counts that never walk the archive."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Q, Subquery

from stories.models import Desk, Draft, Story
from stories.permissions import Person, readable

RECENT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk, and how many of its stories moved in the last 24 hours."""

    name: str
    code: str
    moved: int


@dataclass(frozen=True, slots=True)
class Nav:
    """`drafts` are open, `mine` of them last saved by the person."""

    desks: tuple[DeskLine, ...]
    drafts: int
    mine: int


def nav(person: Person, now: datetime) -> Nav:
    """Two queries. Both count only what is bounded by a day's work: recent stories, open drafts."""
    recent = Story.objects.filter(readable(person, now), desk=OuterRef("pk"), moved_at__gt=now - RECENT)
    moved = recent.order_by().values("desk").annotate(count=Count("pk")).values("count")
    desks = Desk.objects.annotate(moved=Subquery(moved)).values_list("name", "code", "moved")
    drafts = Draft.objects.filter(readable(person, now, "story__"), closed_at=None).order_by()
    counts = drafts.aggregate(drafts=Count("pk"), mine=Count("pk", filter=Q(saved_by=person.pk)))
    return Nav(tuple(DeskLine(name, code, count or 0) for name, code, count in desks), **counts)
