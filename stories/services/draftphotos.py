"""The photos of a draft and of a version: which picture, in which place, with which caption."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Draft, DraftPhoto, Photo, SubmissionPhoto, Version, VersionPhoto
from stories.photos.crops import PRESETS
from stories.queries.copy import late_picture
from stories.queries.prepared import NUMBER, Prepared

from .history import save_signed
from .refusals import Refused, UnacceptableText
from .text import accept, accept_line


class PhotoWithdrawn(Refused):
    """A picture that was withdrawn is put to no new text; what ran with it keeps it, marked."""


@dataclass(frozen=True, slots=True)
class PhotoUse:
    """A photo as it runs with one text; `photo` is None for a caption that came without its picture.

    `crop` is a preset of `stories.photos.crops` or "" for all of the picture. `focal_x` and
    `focal_y` are percent from the left and the top, None for the photo's own.
    """

    photo: Photo | None = None
    caption: str = ""
    credit: str = ""
    alt_text: str = ""
    crop: str = ""
    focal_x: int | None = None
    focal_y: int | None = None


COLUMNS = tuple(field.name for field in fields(PhotoUse))
OF_DRAFT = Prepared(
    lambda draft: DraftPhoto.objects.filter(draft=draft).select_related("photo").order_by("position"), NUMBER
)


def use_of(row: DraftPhoto | VersionPhoto | SubmissionPhoto) -> PhotoUse:
    """One row as a value."""
    return PhotoUse(**{name: getattr(row, name) for name in COLUMNS})


def columns_of_use(use: PhotoUse) -> dict[str, object]:
    """What the columns of a row hold for the use."""
    return {name: getattr(use, name) for name in COLUMNS}


def accept_photos(photos: Sequence[PhotoUse]) -> tuple[PhotoUse, ...]:
    """The uses as the record keeps them; raises UnacceptableText."""
    return tuple(_accept(use) for use in photos)


def uses_of(row: Draft | Version) -> tuple[PhotoUse, ...]:
    """The photos of a draft or a version, in order. One query; none where the row was read as one without photos."""
    if not (row.photo_count if isinstance(row, Version) else getattr(row, "has_photos", True)):
        return ()
    rows = OF_DRAFT(row.pk) if isinstance(row, Draft) else row.photos.select_related("photo").order_by("position")
    return tuple(map(use_of, rows))


def uses_to_start_from(version: Version) -> tuple[PhotoUse, ...]:
    """The photos a new draft begins with: the version's, with a picture brought since to a caption that had none."""
    if not version.photo_count:
        return ()
    rows = version.photos.select_related("photo", "late__photo").order_by("position")
    return tuple(replace(use_of(row), photo=row.photo or _late(row)) for row in rows)


def _late(row: VersionPhoto) -> Photo | None:
    late = late_picture(row)
    return late if late and not late.withdrawn_at else None


def put_photos(draft: Draft, uses: Sequence[PhotoUse], *, actor: User, now: datetime) -> None:
    """Make these the draft's photos: only the places that differ are written, each with its history row.

    Raises PhotoWithdrawn for a withdrawn picture that neither the draft nor the version before it has.
    """
    there = {place.position: place for place in draft.photos.select_related("photo")}
    _refuse_withdrawn(draft, uses, there.values())
    for position, use in enumerate(uses):
        place = there.pop(position, None) or DraftPhoto(draft=draft, position=position)
        if place.pk is None or use_of(place) != use:
            for name, value in columns_of_use(use).items():
                setattr(place, name, value)
            save_signed(place, actor=actor, now=now)
    for place in there.values():
        place._history_user, place._history_date = actor, now
        place.delete()


def _accept(use: PhotoUse) -> PhotoUse:
    if use.crop not in ("", *PRESETS):
        raise UnacceptableText("crop", f"A crop is one of {', '.join(PRESETS)}, or all of the picture.")
    for percent in (use.focal_x, use.focal_y):
        if percent is not None and not 0 <= percent <= 100:
            raise UnacceptableText("focal", "The focal point lies inside the picture: 0 to 100 percent each way.")
    return PhotoUse(
        use.photo,
        accept("caption", use.caption).strip(),
        accept_line("credit", use.credit),
        accept_line("alt text", use.alt_text),
        use.crop,
        use.focal_x,
        use.focal_y,
    )


def _refuse_withdrawn(draft: Draft, uses: Sequence[PhotoUse], there: Sequence[DraftPhoto]) -> None:
    withdrawn = {use.photo.pk: use.photo for use in uses if use.photo and use.photo.withdrawn_at}
    withdrawn = {pk: photo for pk, photo in withdrawn.items() if pk not in {place.photo_id for place in there}}
    if withdrawn and draft.based_on_id:
        ran = VersionPhoto.objects.filter(version=draft.based_on_id, photo__in=withdrawn)
        withdrawn = {pk: photo for pk, photo in withdrawn.items() if pk not in set(ran.values_list("photo", flat=True))}
    for photo in withdrawn.values():
        raise PhotoWithdrawn(f"This photo was withdrawn ({photo.withdrawn_reason}): it cannot be used. “{photo}”")
