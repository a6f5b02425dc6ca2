"""A version or a draft of the record as a value of wire copy."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from stories.models import Draft, DraftPhoto, Version, VersionPhoto
from stories.wire.grafs import split_grafs
from stories.wire.label import Label
from stories.wire.story import Caption, WireStory

# The clock of the page: a published time in copy is the desk's own and names no zone.
DESK_ZONE = ZoneInfo("Asia/Seoul")


def version_copy(version: Version) -> WireStory:
    """The filed text; one query for its photos, none where it has none or they are prefetched with `photos__photo`."""
    return WireStory(
        label=version.label,
        slugline=version.slugline,
        headline=version.headline,
        attn=version.attn,
        byline=version.byline,
        dateline=version.dateline,
        grafs=split_grafs(version.body),
        captions=_captions(version.photos.select_related("photo") if _lazy(version) else version.photos.all())
        if version.photo_count
        else (),
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


def _captions(uses: Iterable[VersionPhoto | DraftPhoto]) -> tuple[Caption, ...]:
    return tuple(Caption(use.caption, use.credit, use.photo.sha256 if use.photo else "") for use in uses)
