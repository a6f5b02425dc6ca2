"""People of the newsroom, as many at once."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from stories.models import Story
from stories.permissions import know_roles, may_read
from stories.roles import ROLES

from .people import name_of


def staff() -> QuerySet[User]:
    """Everybody who is active and has a role, with byline and groups: two queries."""
    with_role = User.objects.filter(groups__name__in=ROLES).values("pk")
    people = User.objects.filter(Q(pk__in=with_role) | Q(is_superuser=True), is_active=True)
    return people.select_related("byline").prefetch_related("groups").order_by("pk")


def readers_among(people: Iterable[User], story: Story, now: datetime) -> list[User]:
    """Those who may read the story; their groups are prefetched. No query but for an embargo's other reporters."""
    for person in people:
        know_roles(person, (group.name for group in person.groups.all()))
    return [person for person in people if may_read(person, story, now)]


def readers_of(story: Story, now: datetime) -> list[User]:
    """Everybody of the newsroom who may read the story. Two queries, more only before its embargo ends."""
    return readers_among(list(staff()), story, now)


def names_of(person: User) -> tuple[str, ...]:
    """All that a person goes by: the name on the desk, the full name, the user name."""
    return tuple(dict.fromkeys((name_of(person), person.get_full_name(), person.get_username())))
