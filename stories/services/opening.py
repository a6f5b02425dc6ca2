"""Starting a story."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Desk, Story
from stories.permissions import may_open

from .history import save_signed
from .refusals import NotAllowed, UnacceptableText
from .text import accept_lines


@transaction.atomic
def open_story(
    *,
    actor: User,
    now: datetime,
    desk: Desk,
    slugline: str,
    category: str = "",
    urgency: int = 5,
    language: str = "en",
    embargo_until: datetime | None = None,
) -> Story:
    """A new story with nothing filed; its working copy is opened by `services.drafting.open_draft`."""
    if not may_open(actor):
        raise NotAllowed("Only reporters, desk editors and admins start stories.")
    text = accept_lines({"slugline": slugline, "category": category})
    if not text["slugline"]:
        raise UnacceptableText("slugline", "A story needs a slugline.")
    if not 1 <= urgency <= 9:
        raise UnacceptableText("urgency", "Urgency runs from 1, most urgent, to 9.")
    story = Story(
        **text,
        desk=desk,
        urgency=urgency,
        language=language,
        embargo_until=embargo_until,
        opened_by=actor,
        opened_at=now,
        moved_at=now,
    )
    save_signed(story, actor=actor, now=now)
    return story
