"""Other running stories under the same slugline."""

from datetime import datetime

from stories.models import Story
from stories.permissions import Person, readable
from stories.wire.slugline import plain_slugline

MOST_NAMED = 3


def namesakes(person: Person, story: Story, slugline: str, now: datetime) -> list[Story]:
    """Running stories that the person may read and that differ from `slugline` in capitals at most. One query."""
    plain = plain_slugline(slugline)
    running = Story.objects.filter(readable(person, now), status=Story.Status.OPEN, slugline__iexact=plain)
    return list(running.exclude(pk=story.pk).select_related("desk")[:MOST_NAMED]) if plain else []
