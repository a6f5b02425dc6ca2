"""The side of the board: desks and queues, with counts that never walk the archive."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Subquery

from stories.models import Desk, Draft, Story
from stories.permissions import Person, readable

from .mine import touched_by

RECENT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk, and how many of its stories moved in the last 24 hours."""

    name: str
    code: str
    moved: int


@dataclass(frozen=True, slots=True)
class Nav:
    """`drafts` are open; `mine` are the stories of the queue "My stories", all of them."""

    desks: tuple[DeskLine, ...]
    drafts: int
    mine: int


def nav(person: Person, now: datetime) -> Nav:
    """Three queries. They count only what is bounded: a day's stories, open drafts, one person's work."""
    recent = Story.objects.filter(readable(person, now), desk=OuterRef("pk"), moved_at__gt=now - RECENT)
    moved = recent.order_by().values("desk").annotate(count=Count("pk")).values("count")
    desks = Desk.objects.annotate(moved=Subquery(moved)).values_list("name", "code", "moved")
    drafts = Draft.objects.filter(readable(person, now, "story__"), closed_at=None).order_by()
    mine = Story.objects.filter(readable(person, now), touched_by(person))
    return Nav(tuple(DeskLine(name, code, count or 0) for name, code, count in desks), drafts.count(), mine.count())
