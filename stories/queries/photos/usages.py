"""Where a photo ran and runs, under which caption."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from stories.models import Draft, DraftPhoto, LatePhoto, Photo, Story, Version, VersionPhoto
from stories.permissions import Person, readable

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Usage:
    """One text that has the photo: a filed `version`, or the open `draft`; `use` has the caption it has there.

    `late` where the picture was put to the filed caption afterwards.
    """

    story: Story
    use: VersionPhoto | DraftPhoto
    version: Version | None = None
    draft: Draft | None = None
    late: bool = False


def usages(photo: Photo, person: Person, now: datetime) -> tuple[Usage, ...]:
    """Every version and open draft with the photo among the stories the person may read, the newest first.

    Three queries.
    """
    of_versions = VersionPhoto.objects.select_related("version__story__desk")
    ran = of_versions.filter(readable(person, now, "version__story__"), photo=photo)
    filled = of_versions.filter(readable(person, now, "version__story__"), late__photo=photo)
    chosen = DraftPhoto.objects.select_related("draft__story__desk", "draft__saved_by")
    chosen = chosen.filter(readable(person, now, "draft__story__"), photo=photo, draft__closed_at=None)
    filed = [_filed(use, late=False) for use in ran] + [_filed(use, late=True) for use in filled]
    filed.sort(key=lambda usage: (usage.version.filed_at, usage.version.pk), reverse=True)  # type: ignore[union-attr]
    return (*(Usage(use.draft.story, use, draft=use.draft) for use in chosen.order_by("-draft__saved_at")), *filed)


def hidden_usages(photo: Photo, person: Person, now: datetime) -> int:
    """How many filed uses the person may not read: a number, so that nobody thinks a photo unused. One query."""
    ran = VersionPhoto.objects.filter(Q(photo=photo) | Q(late__photo=photo))
    return ran.exclude(pk__in=ran.filter(readable(person, now, "version__story__"))).count()


def open_uses(photo: Photo, person: Person, now: datetime) -> tuple[DraftPhoto, ...]:
    """The photo's places in open drafts of stories the person may read. One query."""
    places = DraftPhoto.objects.select_related("draft__story", "photo").filter(photo=photo, draft__closed_at=None)
    return tuple(places.filter(readable(person, now, "draft__story__")).order_by("draft", "position"))


def stories_with(photo: Photo) -> tuple[Story, ...]:
    """Every story that the photo ran with or is chosen for, whoever may read it: their people are told. One query."""
    ran = Q(versions__photos__photo=photo) | Q(versions__photos__late__photo=photo)
    chosen = Q(drafts__photos__photo=photo, drafts__closed_at=None)
    return tuple(Story.objects.filter(pk__in=Story.objects.filter(ran | chosen).values("pk")).order_by("pk"))


def withdrawn_in(stories: Iterable[Story]) -> dict[str, tuple[Photo, ...]]:
    """The withdrawn photos of each story (by key) that has some, on the wire now or in an open draft. Two queries."""
    keys = [story.pk for story in stories]
    current = Story.objects.filter(pk__in=keys).values("current_version")
    on_wire = VersionPhoto.objects.filter(version__in=current, photo__withdrawn_at__isnull=False)
    chosen = DraftPhoto.objects.filter(draft__story__in=keys, draft__closed_at=None, photo__withdrawn_at__isnull=False)
    pairs = [(use.version.story_id, use.photo) for use in on_wire.select_related("version", "photo")]
    pairs += [(use.draft.story_id, use.photo) for use in chosen.select_related("draft", "photo")]
    found: dict[str, dict[int, Photo]] = {}
    for key, photo in pairs:
        found.setdefault(key, {})[photo.pk] = photo
    return {key: tuple(photos.values()) for key, photos in found.items()}


def late_or_own(use: VersionPhoto) -> Photo | None:
    """The picture to show with a filed caption: the one it ran with, or one brought to it since. At most one query."""
    if use.photo_id:
        return use.photo
    late = LatePhoto.objects.select_related("photo").filter(use=use).first()
    return late.photo if late else None


def focal_points(photo: Photo) -> frozenset[Point]:
    """The points that the photo may be cut around: its own, and those of its uses. Two queries."""
    own = (photo.focal_x, photo.focal_y)
    found = {own}
    for model in (VersionPhoto, DraftPhoto):
        for x, y in model.objects.filter(photo=photo).exclude(crop="").values_list("focal_x", "focal_y").distinct():
            found.add((own[0] if x is None else x, own[1] if y is None else y))
    return frozenset(found)


def _filed(use: VersionPhoto, *, late: bool) -> Usage:
    return Usage(use.version.story, use, version=use.version, late=late)
