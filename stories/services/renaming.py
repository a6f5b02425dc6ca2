"""Another slugline for a running story: its next filings run under it, those that went out keep theirs."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Story
from stories.permissions import may_rename
from stories.services.drafting import lock_story
from stories.services.history import save_signed
from stories.services.refusals import NotAllowed, Refused, UnacceptableText
from stories.services.text import accept_line
from stories.wire.slugline import plain_slugline


class RenamedMeanwhile(Refused):
    """Somebody gave the story another slugline since the page was opened."""


@transaction.atomic
def rename_story(*, story: Story, slugline: str, seen: str, actor: User, now: datetime) -> Story:
    """The story under `slugline`, with a history row; `seen` is the slugline that the person wanted changed.

    The same slugline again changes nothing. Raises NotAllowed, RenamedMeanwhile and UnacceptableText.
    """
    wanted = accept_line("slugline", slugline)
    current = lock_story(story)
    if not may_rename(actor, current, now):
        raise NotAllowed("Its own people and the desk give a running story another slugline.")
    if wanted == current.slugline:
        return current
    refuse_unfit(wanted)
    if seen != current.slugline:
        raise RenamedMeanwhile(f"The story runs under {current.slugline} by now. Nothing was changed.")
    current.slugline = wanted
    save_signed(current, actor=actor, now=now, reason="renamed", fields=["slugline"])
    return current


def refuse_unfit(slugline: str) -> None:
    """Raise UnacceptableText for a slugline that could not be searched, said and filed under."""
    if not slugline:
        raise UnacceptableText("slugline", "A story needs a slugline.")
    plain = plain_slugline(slugline)
    if plain != slugline:
        offer = f" Try {plain}" if plain else ""
        raise UnacceptableText("slugline", f"A slugline has letters, digits, hyphens and dots, and no blanks.{offer}")
