"""The photo rows of the compare page: what became of each, with its picture where there is one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stories.models import Draft, DraftPhoto, Photo, Submission, SubmissionPhoto, Version, VersionPhoto
from stories.queries.copy import late_picture
from stories.queries.filing_list import Nothing
from stories.wire.diff.values import Op, PhotoChange, PhotoKind

MOVED_GLYPH = "⇅"
DONE = {
    PhotoKind.KEPT: "edited the caption of",
    PhotoKind.ADDED: "new",
    PhotoKind.REPLACED: "replaced",
    PhotoKind.DROPPED: "dropped",
}
SAID = {
    PhotoKind.KEPT: ("equal", "kept"),
    PhotoKind.ADDED: ("insert", "+ new"),
    PhotoKind.REPLACED: ("edit", "± replaced"),
    PhotoKind.DROPPED: ("delete", "− dropped"),
}


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo change in words, with the picture of each side: both where it was replaced, else the one there is."""

    change: PhotoChange
    key: str
    style: str
    words: str
    old: Photo | None
    new: Photo | None

    @property
    def glyph(self) -> str:
        """The sign of what became of it, as beside a paragraph; "" where it stands as it did."""
        return self.words[0] if self.style != "equal" else MOVED_GLYPH if self.move else ""

    @property
    def number(self) -> int:
        """Which one a person would call it by: its place among the new photos, else among the old."""
        new, old = self.change.new_position, self.change.old_position
        return 1 + (new if new is not None else old or 0)

    @property
    def title(self) -> str:
        """What happened, in words: "Moved and replaced photo 2"."""
        if self.style == "equal":
            return f"Moved photo {self.number}"
        where = "" if self.change.new else " of the old text"
        return f"{'moved and ' * bool(self.move)}{DONE[self.change.kind]} photo {self.number}{where}".capitalize()

    @property
    def opening(self) -> str:
        """The words by which a list names it: its caption."""
        caption = self.change.new or self.change.old
        return caption.text if caption else ""

    @property
    def pictures(self) -> tuple[tuple[str, Photo], ...]:
        """The pictures to show, each with what it was: "was" and "now" side by side where another took its place."""
        if self.old and self.new and self.old != self.new:
            return ("was", self.old), ("now", self.new)
        return tuple(("", photo) for photo in (self.new or self.old,) if photo)

    @property
    def rewritten(self) -> bool:
        """Whether nothing of the old caption is in the new one: both stand whole, one below the other."""
        return {segment.op for segment in self.change.caption} == {Op.CUT, Op.ADD}

    @property
    def recredited(self) -> bool:
        """Whether both sides credit it, and not the same."""
        change = self.change
        return bool(change.old and change.new and change.old.credit != change.new.credit)

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
    """A row for each change, older side first in `sides`. No query where the photos of both are prefetched."""
    old, new = ([_picture(use) for use in side.photos.all()] for side in sides)
    return tuple(_row(f"photo-{place}", change, old, new) for place, change in enumerate(changes, 1))


def said_of(change: PhotoChange) -> tuple[str, str]:
    """What became of a photo: the look of its tag, and its words."""
    if change.kind is PhotoKind.KEPT and change.recaptioned:
        return "edit", "± caption"
    return SAID[change.kind]


def _row(key: str, change: PhotoChange, old: Sequence[Photo | None], new: Sequence[Photo | None]) -> PhotoRow:
    style, words = said_of(change)
    was = old[change.old_position] if change.old_position is not None else None
    now = new[change.new_position] if change.new_position is not None else None
    return PhotoRow(change, key, style, words, was, now)


def _picture(use: VersionPhoto | DraftPhoto | SubmissionPhoto) -> Photo | None:
    """The picture of a caption, also one that was brought to it after it was filed."""
    return use.photo or late_picture(use)
