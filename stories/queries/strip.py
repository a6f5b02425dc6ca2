"""The photos of a draft as the editor's strip shows them: each with what became of it since the version on the wire."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from stories.models import Photo, Story
from stories.permissions import Person
from stories.wire.diff.photos import photo_changes
from stories.wire.diff.values import PhotoChange
from stories.wire.story import Caption, WireStory

from .compare_photos import said_of
from .copy import standing_copy
from .photos.access import visible_photos
from .photos.rights import RightsProblem, rights_problems


class Use(Protocol):
    """A photo in a text, as a row or as a value."""

    photo: Photo | None
    caption: str
    credit: str
    alt_text: str
    crop: str
    focal_x: int | None
    focal_y: int | None


@dataclass(frozen=True, slots=True)
class Tile:
    """A photo of the strip: `number` from 1, `tag` and its `style` ("" for one that stayed), what its rights want."""

    number: int
    use: Use
    style: str = ""
    tag: str = ""
    problems: tuple[RightsProblem, ...] = ()

    @property
    def point(self) -> tuple[int, int]:
        """The focal point in percent: the use's own, else the photo's."""
        photo = self.use.photo
        x = self.use.focal_x if self.use.focal_x is not None else photo.focal_x if photo else 50
        y = self.use.focal_y if self.use.focal_y is not None else photo.focal_y if photo else 50
        return x, y


def tiles(uses: Sequence[Use], before: WireStory | None, now: datetime) -> tuple[Tile, ...]:
    """A tile for each use, in order, against what is on the wire, None where nothing is. No query."""
    changes = photo_changes(before.captions, [_caption(use) for use in uses]) if before else ()
    of_place = {change.new_position: change for change in changes if change.new_position is not None}
    return tuple(_tile(number, use, of_place.get(number - 1), now) for number, use in enumerate(uses, 1))


def on_wire(story: Story) -> WireStory | None:
    """What a draft's photos are held against. One query, none before the first filing."""
    return standing_copy(story.current_version) if story.current_version else None


def photos_named(person: Person, keys: Iterable[str], now: datetime, also: Iterable[Use] = ()) -> dict[str, Photo]:
    """The photos of these checksums that the person may see, and those of `also`, by checksum. One query at most."""
    found = {use.photo.sha256: use.photo for use in also if use.photo}
    wanted = {key for key in keys if key and key not in found and key.isalnum()}
    if wanted:
        found |= {photo.sha256: photo for photo in visible_photos(person, now).filter(sha256__in=wanted)}
    return found


def _tile(number: int, use: Use, change: PhotoChange | None, now: datetime) -> Tile:
    style, tag = ("", "")
    if change:
        style, tag = said_of(change)
        if style == "equal":
            style, tag = ("moved", "⇅ moved") if change.moved else ("", "")
    problems = rights_problems(use.photo, now, credit=use.credit) if use.photo else ()
    return Tile(number, use, style, tag, problems)


def _caption(use: Use) -> Caption:
    return Caption(use.caption, use.credit, use.photo.sha256 if use.photo else "")
