"""What a person was told of, as far as they may read it now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from stories.models import Notification
from stories.permissions import free_or_own, in_newsroom, is_desk_editor, readable
from stories.queries.prepared import MOMENT, NUMBER, Prepared

PAGE = 40
# Counting stops here: the bell says "99+".
MOST = 100
# What came to one story in a row, within so long, stands as one group.
TOGETHER = timedelta(hours=6)


def _unread(person: int) -> QuerySet[Notification]:
    return Notification.objects.filter(person=person, read_at=None).only("pk").order_by()


# Asked for the bell of every page: the desk's editors read every story, reporters what no embargo keeps from them.
UNREAD = Prepared(lambda person: _unread(person)[:MOST], NUMBER)
UNREAD_FREE = Prepared(
    lambda person, now: _unread(person).filter(free_or_own(person, now, "story__"))[:MOST], NUMBER, MOMENT
)


@dataclass(frozen=True, slots=True)
class Group:
    """Notifications of one story that came together, the newest first."""

    told: tuple[Notification, ...]

    @property
    def newest(self) -> Notification:
        return self.told[0]

    @property
    def unread(self) -> int:
        return sum(one.read_at is None for one in self.told)


@dataclass(frozen=True, slots=True)
class Page:
    """`older` is the cursor of the next page, "" on the last."""

    groups: tuple[Group, ...]
    older: str


def told_to(person: User, now: datetime) -> QuerySet[Notification]:
    """The person's notifications of stories they may read: an embargo set since then hides them while it lasts."""
    return Notification.objects.filter(readable(person, now, "story__"), person=person)


def unread_count(person: User, now: datetime) -> int:
    """How many are unread, counted no further than MOST. One query, none for who has no role."""
    if not in_newsroom(person):
        return 0
    return len(UNREAD(person.pk) if is_desk_editor(person) else UNREAD_FREE(person.pk, now))


def notifications(person: User, now: datetime, *, unread: bool = False, before: str = "") -> Page:
    """A page of them, newest first, from the cursor `before`; one that is no cursor gives the first page. One query."""
    rows = told_to(person, now).select_related("story", "actor__byline")
    if unread:
        rows = rows.filter(read_at=None)
    rows = rows.filter(_before(before))
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    older = f"{shown[-1].told_at.isoformat()}_{shown[-1].pk}" if len(found) > PAGE else ""
    return Page(_grouped(shown), older)


def _before(cursor: str) -> Q:
    at, _, pk = cursor.rpartition("_")
    try:
        told_at = datetime.fromisoformat(at)
    except ValueError:
        return Q()
    if told_at.tzinfo is None or not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return Q()
    return Q(told_at__lt=told_at) | Q(told_at=told_at, pk__lt=int(pk))


def _grouped(rows: list[Notification]) -> tuple[Group, ...]:
    groups: list[list[Notification]] = []
    for row in rows:
        last = groups[-1] if groups else None
        if last and last[-1].story_id == row.story_id and last[-1].told_at - row.told_at <= TOGETHER:
            last.append(row)
        else:
            groups.append([row])
    return tuple(Group(tuple(group)) for group in groups)
