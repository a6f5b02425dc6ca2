"""A picture for a caption that was filed or imported without one."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from stories.models import LatePhoto, Photo, VersionPhoto
from stories.permissions import may_read
from stories.queries.photos.access import shown_photos
from stories.services.drafting import lock_story
from stories.services.draftphotos import PhotoWithdrawn
from stories.services.refusals import NotAllowed, Refused


class PlaceTaken(Refused):
    """The caption has its picture already: it ran with it, or somebody brought it since."""


@transaction.atomic
def fill_placeholder(*, use: VersionPhoto, photo: Photo, actor: User, now: datetime) -> LatePhoto:
    """Put `photo` to a filed caption that has no picture. The version itself stays as it was filed.

    The same photo again changes nothing. Raises PlaceTaken, PhotoWithdrawn, NotAllowed.
    """
    story = lock_story(use.version.story)
    if not may_read(actor, story, now):
        raise NotAllowed("You cannot bring pictures to this story.")
    current = Photo.objects.get(pk=photo.pk)
    if current.withdrawn_at:
        raise PhotoWithdrawn(f"This photo was withdrawn ({current.withdrawn_reason}): it cannot be used.")
    if not shown_photos(actor, now).filter(pk=photo.pk).exists():
        raise NotAllowed("You cannot use this photo.")
    there = LatePhoto.objects.filter(use=use).first()
    if there and there.photo_id == photo.pk:
        return there
    if use.photo_id or there:
        raise PlaceTaken("This caption has its picture already.")
    try:
        with transaction.atomic():
            return LatePhoto.objects.create(use=use, photo=photo, brought_by=actor, brought_at=now)
    except IntegrityError as error:
        raise PlaceTaken("Somebody brought this caption its picture just now.") from error
