"""Taking a photo out of use: a wrong face, a false claim, rights that were not ours."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Photo, Story
from stories.permissions import is_desk_editor
from stories.queries.photos.usages import stories_with
from stories.services.drafting import lock_story
from stories.services.history import save_signed
from stories.services.noting import write_note
from stories.services.refusals import NotAllowed, Refused
from stories.services.text import accept_line

MOST_REASON = 1_000


class WithdrawalReasonMissing(Refused):
    """A photo is withdrawn for a reason, which everybody who used it reads."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The photo, and every story that ran it or has it chosen: each that still runs has a note on it now."""

    photo: Photo
    stories: tuple[Story, ...]


@transaction.atomic
def withdraw_photo(*, photo: Photo, reason: str, actor: User, now: datetime) -> Withdrawal:
    """Withdraw it for everybody: it goes into no new text, its picture is shown to the desk alone.

    What was filed with it stays as it is in the record and is marked. A photo withdrawn
    before stays as it was withdrawn. Raises NotAllowed, WithdrawalReasonMissing, UnacceptableText.
    """
    _refuse_unless_desk(actor)
    reason = accept_line("reason", reason)[:MOST_REASON]
    if not reason:
        raise WithdrawalReasonMissing("Say why the photo is withdrawn: everybody who used it reads it.")
    stories = tuple(lock_story(story) for story in stories_with(photo))
    current = _hold(photo)
    if current.withdrawn_at:
        return Withdrawal(current, stories)
    current.withdrawn_at, current.withdrawn_by, current.withdrawn_reason = now, actor, reason
    save_signed(current, actor=actor, now=now, reason="withdrawn")
    for story in stories:
        if story.status == Story.Status.OPEN:
            words = f"Photo withdrawn: {reason} It is the one captioned “{current}”. Take it out, or replace it."
            write_note(story=story, body=words, actor=actor, now=now)
    return Withdrawal(current, stories)


@transaction.atomic
def restore_photo(*, photo: Photo, actor: User, now: datetime) -> Photo:
    """Take a withdrawal back that was a mistake; its history keeps both. Raises NotAllowed."""
    _refuse_unless_desk(actor)
    current = _hold(photo)
    if current.withdrawn_at:
        current.withdrawn_at, current.withdrawn_by, current.withdrawn_reason = None, None, ""
        save_signed(current, actor=actor, now=now, reason="restored")
    return current


def _hold(photo: Photo) -> Photo:
    return Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)


def _refuse_unless_desk(actor: User) -> None:
    if not is_desk_editor(actor):
        raise NotAllowed("Only a desk editor withdraws a photo or restores it.")
