"""Having seen a story: each person for themselves."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import SeenStory, Story


def mark_seen(*, stories: Iterable[Story], actor: User, now: datetime) -> None:
    """Note that `actor` has seen each story as it stands now. One statement; the stories are ones they may read."""
    marks = [SeenStory(person=actor, story=story, seen_at=now) for story in stories]
    SeenStory.objects.bulk_create(
        marks, update_conflicts=True, unique_fields=["person", "story"], update_fields=["seen_at"]
    )
