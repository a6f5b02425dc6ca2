"""Being there: a tab says that it shows a story, or writes on it, and that it leaves."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User

from stories.models import Presence, Story
from stories.queries.presences import GONE_AFTER

SWEPT_AFTER = timedelta(hours=1)


def attend(*, story: Story, person: User, session: str, doing: str, now: datetime) -> None:
    """Note that the tab is there. `since` starts anew after it was gone, or when it does something else."""
    there = Presence.objects.filter(story=story, person=person, session=session)
    if there.filter(doing=doing, seen_at__gt=now - GONE_AFTER).update(seen_at=now):
        return
    Presence.objects.update_or_create(
        story=story,
        person=person,
        session=session,
        defaults={"doing": doing, "since": now, "seen_at": now},
    )
    Presence.objects.filter(seen_at__lt=now - SWEPT_AFTER).delete()


def leave(*, story: Story, person: User, session: str) -> None:
    """Note that the tab is gone."""
    Presence.objects.filter(story=story, person=person, session=session).delete()
