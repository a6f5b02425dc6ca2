"""The photos of a draft and of a version: which picture, in which place, with which caption."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Draft, DraftPhoto, Photo, Version

from .history import save_signed
from .text import accept, accept_line


@dataclass(frozen=True, slots=True)
class PhotoUse:
    """A photo as it runs with one text; `photo` is None for a caption that came without its picture."""

    photo: Photo | None = None
    caption: str = ""
    credit: str = ""


def accept_photos(photos: Sequence[PhotoUse]) -> tuple[PhotoUse, ...]:
    """The uses as the record keeps them; raises UnacceptableText."""
    return tuple(
        PhotoUse(use.photo, accept("caption", use.caption).strip(), accept_line("credit", use.credit)) for use in photos
    )


def uses_of(row: Draft | Version) -> tuple[PhotoUse, ...]:
    """The photos of a draft or a version, in order. One query; none for a version filed without photos."""
    if isinstance(row, Version) and not row.photo_count:
        return ()
    photos = row.photos.select_related("photo").order_by("position")
    return tuple(PhotoUse(use.photo, use.caption, use.credit) for use in photos)


def put_photos(draft: Draft, uses: Sequence[PhotoUse], *, actor: User, now: datetime) -> None:
    """Make these the draft's photos: only the places that differ are written, each with its history row."""
    there = {place.position: place for place in draft.photos.select_related("photo")}
    for position, use in enumerate(uses):
        place = there.pop(position, None) or DraftPhoto(draft=draft, position=position)
        if place.pk is None or PhotoUse(place.photo, place.caption, place.credit) != use:
            place.photo, place.caption, place.credit = use.photo, use.caption, use.credit
            save_signed(place, actor=actor, now=now)
    for place in there.values():
        place._history_user, place._history_date = actor, now
        place.delete()
