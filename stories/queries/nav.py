"""The side of the board: queues, desks and saved filters, with counts that never walk the archive."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import CharField, Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.http import QueryDict

from stories.models import Desk, Draft, SavedFilter, Story
from stories.permissions import Person, readable

from .filters import PERIODS, BoardFilter, asked_stories, read_filter
from .mine import own_hand

RECENT = timedelta(hours=24)
QUEUES = ("everything", "waiting", "returned", "drafts")


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk, and how many of its stories moved in the last 24 hours."""

    name: str
    code: str
    moved: int


@dataclass(frozen=True, slots=True)
class SavedLine:
    """A saved filter; `moved` of its stories did in the last 24 hours, or in the period that it names."""

    pk: int
    name: str
    query: str
    moved: int


@dataclass(frozen=True, slots=True)
class Nav:
    """`everything` that moved in 24 hours; drafts that wait for a desk, came back to the person, are not handed in."""

    desks: tuple[DeskLine, ...]
    saved: tuple[SavedLine, ...]
    everything: int
    waiting: int
    returned: int
    drafts: int

    @property
    def desk_names(self) -> dict[str, str]:
        return {desk.code: desk.name for desk in self.desks}


def nav(person: Person, now: datetime) -> Nav:
    """One query, one more for who has saved filters.

    They count only what is bounded: a day's or a week's stories, open drafts, one person's work.
    """
    saved = SavedFilter.objects.filter(person=person.pk).order_by()
    nothing = [Value(0, IntegerField()) for _ in QUEUES]
    kept = saved.values_list(Value("saved", CharField()), "name", "query", Cast("pk", IntegerField()), *nothing)
    rows = _desks(person, now).union(kept, all=True)
    found = sorted(rows, key=lambda row: row[1])
    desks = [row for row in found if row[0] == "desk"]
    filters = [row for row in found if row[0] == "saved"]
    counts = _moved(person, now, {row[3]: row[2] for row in filters})
    return Nav(
        tuple(DeskLine(name, code, moved) for _, name, code, moved, *_ in desks),
        tuple(SavedLine(pk, name, query, counts[pk]) for _, name, query, pk, *_ in filters),
        *(desks[0][4:] if desks else (0,) * len(QUEUES)),
    )


def _desks(person: Person, now: datetime) -> QuerySet:
    """A row for each desk, the counts of the queues beside each: a database works such a count out once."""
    recent = Story.objects.filter(readable(person, now), moved_at__gt=now - RECENT)
    drafts = Draft.objects.filter(readable(person, now, "story__"), closed_at=None, story__status=Story.Status.OPEN)
    returned = drafts.filter(state=Draft.State.RETURNED).filter(own_hand(person, "story__"))
    queues = (recent, drafts.filter(state=Draft.State.SUBMITTED), returned, drafts.filter(state=Draft.State.DRAFT))
    of_desk = counted(recent.filter(desk=OuterRef("pk")))
    return Desk.objects.order_by().values_list(
        Value("desk", CharField()), "name", "code", of_desk, *(counted(queue) for queue in queues)
    )


def counted(rows: QuerySet) -> Coalesce:
    """How many rows, as a part of another query."""
    number = rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def _moved(person: Person, now: datetime, queries: dict[int, str]) -> dict[int, int]:
    """How many stories of each filter moved lately. One query, none without filters."""
    if not queries:
        return {}
    found = (_recent(person, now, read_filter(QueryDict(query))) for query in queries.values())
    counts = User.objects.filter(pk=person.pk).values_list(*map(counted, found)).get()
    return dict(zip(queries, counts, strict=True))


def _recent(person: Person, now: datetime, asked: BoardFilter) -> QuerySet[Story]:
    lately = now - PERIODS.get(asked.period, RECENT)
    return asked_stories(Story.objects.filter(readable(person, now), moved_at__gt=lately), person, asked, now)
