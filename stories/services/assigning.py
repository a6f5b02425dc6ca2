"""Giving stories to another desk."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Desk, Story
from stories.permissions import is_desk_editor, may_read

from .drafting import lock_story
from .history import save_signed
from .refusals import NotAllowed


@transaction.atomic
def assign_desk(*, stories: Iterable[Story], desk: Desk, actor: User, now: datetime) -> int:
    """Make `desk` answer for each story, all of them or none; a history row for each that it did not answer for.

    How many those are. Raises NotAllowed.
    """
    if not is_desk_editor(actor):
        raise NotAllowed("Only desk editors give a story to another desk.")
    moved = 0
    # By their keys: two people who move the same stories at once never wait for each other.
    for story in sorted(stories, key=lambda story: story.pk):
        moved += _assign(lock_story(story), desk, actor, now)
    return moved


def _assign(story: Story, desk: Desk, actor: User, now: datetime) -> bool:
    if not may_read(actor, story, now):
        raise NotAllowed("One of these stories is not there any more. Nothing was changed.")
    if story.desk_id == desk.pk:
        return False
    reason = f"desk: {story.desk.name} to {desk.name}"[:100]
    story.desk = desk
    save_signed(story, actor=actor, now=now, reason=reason, fields=["desk"])
    return True
