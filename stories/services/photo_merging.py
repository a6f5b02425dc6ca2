"""Two people's photos of one text in one row: each one's changes, and what went out under an open draft."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Draft
from stories.wire.merge.rows import Clash, Row, merge_rows

from .draftphotos import PhotoUse, put_photos, uses_of

Uses = tuple[PhotoUse, ...]


def merge_uses(was: Uses, mine: Uses, theirs: Uses) -> tuple[Uses, tuple[Clash, ...]]:
    """Both changes of `was`; where both changed one field, mine stands and a clash tells theirs."""
    found = merge_rows(_rows(was), _rows(mine), _rows(theirs), key="photo")
    photos = {use.photo.sha256: use.photo for use in (*theirs, *mine) if use.photo}
    both = tuple(PhotoUse(**{**row, "photo": photos.get(str(row["photo"]))}) for row in found.rows)  # type: ignore[arg-type]
    return both, found.clashes


def photos_of_wire(draft: Draft) -> tuple[Uses, tuple[Clash, ...]]:
    """The draft's photos with what became of them on the wire since it was begun."""
    current = draft.story.current_version
    was = uses_of(draft.based_on) if draft.based_on else ()
    return merge_uses(was, uses_of(draft), uses_of(current) if current else was)


def bring_photos(draft: Draft, uses: Uses, *, actor: User, now: datetime) -> None:
    """Put them into a draft that the caller holds; nothing is written where they are there already."""
    if uses != uses_of(draft):
        put_photos(draft, uses, actor=actor, now=now)


def _rows(uses: Sequence[PhotoUse]) -> list[Row]:
    """The uses as rows, each photo by its checksum."""
    return [asdict(replace(use, photo=None)) | {"photo": use.photo.sha256 if use.photo else ""} for use in uses]
