"""The bell: how much a person has not read yet, and who it came from."""

from typing import Any

from django import template
from django.utils import timezone

from stories.permissions import in_newsroom
from stories.queries.notifications import MOST, unread_count
from stories.queries.people import name_of

register = template.Library()


@register.simple_tag
def unread(person: Any) -> dict[str, Any]:
    """`count` and its `words` ("99+" from a hundred on). One query; none for who has no role, who is told nothing."""
    count = unread_count(person, timezone.now()) if in_newsroom(person) else 0
    return {"count": count, "words": f"{MOST - 1}+" if count >= MOST else str(count)}


@register.filter
def called(person: Any) -> str:
    """The name that a person writes under."""
    return name_of(person)
