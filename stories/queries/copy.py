"""A version or a draft of the record as a value of wire copy."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from stories.models import Draft, DraftPhoto, LatePhoto, Photo, Version, VersionPhoto
from stories.wire.grafs import split_grafs
from stories.wire.label import Label
from stories.wire.story import Caption, WireStory

# The clock of the page: a published time in copy is the desk's own and names no zone.
DESK_ZONE = ZoneInfo("Asia/Seoul")


def with_photos(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    """The drafts, each with word whether it has any photo, as `has_photos`: most have none to ask for."""
    return drafts.annotate(has_photos=Exists(DraftPhoto.objects.filter(draft=OuterRef("pk"))))


def version_copy(version: Version) -> WireStory:
    """The filed text; one query for its photos, none where it has none or they are prefetched with `photos__photo`."""
    return _filed(version, _captions(_photos(version, "photo")))


def standing_copy(version: Version, at: datetime | None = None) -> WireStory:
    """What a later text is held against: the filed one, with the pictures brought to its captions by `at`, or ever.

    Queries as `version_copy`; prefetched photos have `photos__late__photo` too.
    """
    uses = _photos(version, "photo", "late__photo")
    return _filed(version, (_caption(use, use.photo or late_picture(use, at)) for use in uses))


def late_picture(use: object, at: datetime | None = None) -> Photo | None:
    """The picture that was brought by `at`, or ever, to a caption filed without one. No query where it is selected.

    None for a draft's use: there the picture becomes its own.
    """
    late: LatePhoto | None = getattr(use, "late", None)
    return late.photo if late and (at is None or late.brought_at <= at) else None


def _filed(version: Version, captions: Iterable[Caption]) -> WireStory:
    return WireStory(
        label=version.label,
        slugline=version.slugline,
        headline=version.headline,
        attn=version.attn,
        byline=version.byline,
        dateline=version.dateline,
        grafs=split_grafs(version.body),
        captions=tuple(captions),
        email=version.email,
        category=version.category,
        native_byline=version.native_byline,
        published=version.filed_at.astimezone(DESK_ZONE).replace(tzinfo=None),
        note=version.note,
    )


def draft_copy(draft: Draft, label: Label | None = None) -> WireStory:
    """The working copy as it would run under `label` (see `queries.labels.coming_label`).

    Without the page line: category, native byline and clock come with the filing.
    """
    story = draft.story
    return WireStory(
        label=label or Label(qualifiers=tuple(draft.qualifiers)),
        slugline=story.slugline,
        headline=draft.headline,
        attn=draft.attn,
        byline=draft.byline,
        dateline=draft.dateline,
        grafs=split_grafs(draft.body),
        captions=_captions(draft.photos.select_related("photo") if _lazy(draft) else draft.photos.all()),
        email=draft.email,
        note=draft.note,
    )


def _lazy(row: Version | Draft) -> bool:
    return "photos" not in getattr(row, "_prefetched_objects_cache", {})


def _photos(version: Version, *pictures: str) -> Iterable[VersionPhoto]:
    if not version.photo_count:
        return ()
    return version.photos.select_related(*pictures) if _lazy(version) else version.photos.all()


def _captions(uses: Iterable[VersionPhoto | DraftPhoto]) -> tuple[Caption, ...]:
    return tuple(_caption(use, use.photo) for use in uses)


def _caption(use: VersionPhoto | DraftPhoto, photo: Photo | None) -> Caption:
    return Caption(use.caption, use.credit, photo.sha256 if photo else "")
