"""The time before which a story is not for use: set, moved and lifted. Its end needs nobody's hand."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Story
from stories.permissions import may_embargo

from .drafting import lock_story
from .history import save_signed
from .refusals import NotAllowed, Refused
from .text import accept_line

LONGEST_REASON = 90  # a history row keeps a hundred characters


class UnableToEmbargo(Refused):
    """The embargo stands as it was. `field` is the field of the form that is to be put right."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ChangedMeanwhile(UnableToEmbargo):
    """Somebody set another time since the page was opened."""


@transaction.atomic
def set_embargo(
    *, story: Story, until: datetime | None, reason: str, seen: datetime | None, actor: User, now: datetime
) -> Story:
    """Hold the story until a time, or lift its embargo (`until` None) ahead of it, with a history row that says why.

    `seen` is the embargo that the person wanted changed. The same time again changes nothing. Raises NotAllowed,
    UnableToEmbargo, ChangedMeanwhile, UnacceptableText.
    """
    reason = accept_line("reason", reason)
    current = lock_story(story)
    if not may_embargo(actor, current, now):
        raise NotAllowed("The desk, and who opened a story that is running, set its embargo.")
    if until == current.embargo_until:
        return current
    _refuse_unfit(current, until, reason, seen, now)
    current.embargo_until = until
    save_signed(current, actor=actor, now=now, reason=f"embargo: {reason}", fields=["embargo_until"])
    return current


def _refuse_unfit(story: Story, until: datetime | None, reason: str, seen: datetime | None, now: datetime) -> None:
    if seen != story.embargo_until:
        raise ChangedMeanwhile("Somebody changed the embargo since you opened the page. It stands as it is shown now.")
    if until is None and story.embargo_until is not None and story.embargo_until <= now:
        raise UnableToEmbargo("The embargo is over already: everybody reads the story.")
    if until is not None and until <= now:
        raise UnableToEmbargo("This time is past. To open the story now, lift the embargo.", "until")
    if not reason:
        raise UnableToEmbargo("Say why: it stays in the story's history.", "reason")
    if len(reason) > LONGEST_REASON:
        raise UnableToEmbargo(f"The reason has {len(reason)} characters; it can have {LONGEST_REASON}.", "reason")
