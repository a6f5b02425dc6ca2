"""The photo rows of the compare page: what became of each, with its picture where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

from stories.models import Draft, Photo, Submission, Version
from stories.queries.filing_list import Nothing
from stories.wire.diff.values import PhotoChange, PhotoKind
from stories.wire.story import Caption

WIDTH = 112  # CSS pixels of a picture in a row
SAID = {
    PhotoKind.KEPT: ("equal", "kept"),
    PhotoKind.ADDED: ("insert", "+ new"),
    PhotoKind.REPLACED: ("edit", "± replaced"),
    PhotoKind.DROPPED: ("delete", "− dropped"),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as small as a row shows it."""

    sha256: str
    alt_text: str
    height: int


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo change in words; a replaced photo has two pictures, the old one first."""

    change: PhotoChange
    style: str
    words: str
    pictures: tuple[Picture, ...]

    @property
    def move(self) -> str:
        """Where it stood and stands, for a photo that changed its place."""
        change = self.change
        if not change.moved or change.old_position is None or change.new_position is None:
            return ""
        return f"moved from {change.old_position + 1} to {change.new_position + 1}"


def photo_rows(
    changes: Iterable[PhotoChange], sides: Iterable[Version | Draft | Submission | Nothing]
) -> tuple[PhotoRow, ...]:
    """A row for each change. No query where the photos of both sides are prefetched."""
    known = {use.photo.sha256: _picture(use.photo) for side in sides for use in side.photos.all() if use.photo}
    return tuple(_row(change, known) for change in changes)


def said_of(change: PhotoChange) -> tuple[str, str]:
    """What became of a photo: the look of its tag, and its words."""
    if change.kind is PhotoKind.KEPT and _caption(change.old) != _caption(change.new):
        return "edit", "± caption"
    return SAID[change.kind]


def _row(change: PhotoChange, known: dict[str, Picture]) -> PhotoRow:
    style, words = said_of(change)
    keys = dict.fromkeys(caption.photo for caption in (change.old, change.new) if caption)
    return PhotoRow(change, style, words, tuple(known[key] for key in keys if key in known))


def _caption(caption: Caption | None) -> tuple[str, str]:
    return (caption.text, caption.credit) if caption else ("", "")


def _picture(photo: Photo) -> Picture:
    return Picture(photo.sha256, photo.alt_text, round(WIDTH * photo.height / photo.width) if photo.width else WIDTH)
