"""What changed on the board since somebody looked, as cheaply as it can be told."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from stories.models import Draft, Presence, Verdict
from stories.permissions import Person, readable

from .board import stories_on
from .filters import BoardFilter
from .people import name_of
from .presences import GONE_AFTER

MOST = 99


@dataclass(frozen=True, slots=True)
class Pulse:
    """`newer` stories, up to 99; `editing`: who writes on a story now, "Han Sol, Rim Na-ra", by its key."""

    newer: int
    editing: dict[str, str]


def pulse(person: Person, now: datetime, asked: BoardFilter, since: datetime) -> Pulse:
    """Two queries, however long the archive."""
    return Pulse(_newer(person, now, asked, since), _editing(person, now))


def _newer(person: Person, now: datetime, asked: BoardFilter, since: datetime) -> int:
    """Stories that were opened, filed, submitted or decided since, by others; an autosave is no news."""
    moved = Draft.objects.filter(closed_at=None, state_since__gt=since).exclude(state=Draft.State.DRAFT)
    filed = Q(current_version__filed_at__gt=since) & ~Q(current_version__filed_by=person.pk)
    opened = Q(opened_at__gt=since) & ~Q(opened_by=person.pk)
    undone = Verdict.objects.filter(submission__story=OuterRef("pk"), undone_at__gt=since)  # it waits since long before
    lately = Q(moved_at__gt=since) & (filed | opened | Exists(undone))
    stories = stories_on(person, now, asked).filter(lately | Q(pk__in=moved.order_by().values("story_id")))
    return stories.order_by()[:MOST].count()


def _editing(person: Person, now: datetime) -> dict[str, str]:
    there = Presence.objects.filter(readable(person, now, "story__"), seen_at__gt=now - GONE_AFTER)
    names: dict[str, dict[str, None]] = {}
    rows = there.filter(doing=Presence.Doing.EDITING).select_related("person__byline").order_by("since", "id")
    for row in rows:
        names.setdefault(row.story_id, {})[name_of(row.person)] = None
    return {pk: ", ".join(found) for pk, found in names.items()}
