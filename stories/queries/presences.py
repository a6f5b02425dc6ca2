"""Who is at a story now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from stories.models import Presence, Story

from .people import initials_of, name_of
from .prepared import MOMENT, TEXT, Prepared, as_list, listed

GONE_AFTER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a story: editing where any of their tabs is; `since` their first tab's time."""

    name: str
    initials: str
    doing: str
    since: datetime
    me: bool


def attendees(story: Story, person: User, now: datetime) -> list[Attendee]:
    """Everybody who said so within the last minute, editors first, each once. One query."""
    rows = Presence.objects.filter(story=story, seen_at__gt=now - GONE_AFTER).select_related("person__byline")
    people: dict[int, list[Presence]] = {}
    for row in rows:
        people.setdefault(row.person_id, []).append(row)
    found = [_attendee(tabs, person) for tabs in people.values()]
    return sorted(found, key=lambda one: (one.doing != Presence.Doing.EDITING, one.since, one.name))


def _attendee(tabs: list[Presence], person: User) -> Attendee:
    editing = [tab for tab in tabs if tab.doing == Presence.Doing.EDITING]
    shown = min(editing or tabs, key=lambda tab: tab.since)
    name = name_of(shown.person)
    return Attendee(name, initials_of(name), shown.doing, shown.since, shown.person_id == person.pk)


EDITING = Prepared(
    lambda stories, gone: (
        Presence.objects.filter(story__in=listed(stories), doing=Presence.Doing.EDITING, seen_at__gt=gone)
        .select_related("person__byline")
        .order_by("since", "id")
    ),
    TEXT,
    MOMENT,
)


def editing_names(stories: Iterable[Story], now: datetime) -> dict[str, tuple[str, ...]]:
    """Who writes on each of these stories now, by its key: each once, the first to come first. One query."""
    found: dict[str, dict[str, None]] = {}
    for row in EDITING(as_list(story.pk for story in stories), now - GONE_AFTER):
        found.setdefault(row.story_id, {})[name_of(row.person)] = None
    return {pk: tuple(names) for pk, names in found.items()}
