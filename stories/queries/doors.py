"""The only way a page gets at a story: what the person may not see is not there."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from stories.models import Draft, DraftPhoto, Photo, Story, Version, VersionPhoto
from stories.permissions import Person, may_read, may_write, readable
from stories.queries.copy import with_photos
from stories.queries.photos.access import shown_photos, visible_photos
from stories.queries.prepared import NUMBER, OTHER_TEXT, PLACE, TEXT, Prepared

STORY = Prepared(
    lambda pk: Story.objects.filter(pk=pk).select_related("desk", "current_version", "opened_by")[:1], TEXT
)
OPEN_DRAFT = Prepared(
    lambda story, purpose: with_photos(
        Draft.objects.filter(story=story, purpose=purpose, closed_at=None).select_related(
            "based_on", "saved_by", "opened_by"
        )
    )[:1],
    TEXT,
    OTHER_TEXT,
)
DRAFT_PHOTOS = Prepared(
    lambda draft: DraftPhoto.objects.filter(draft=draft).select_related("photo").order_by("position"), NUMBER
)
VERSION = Prepared(
    lambda story, sequence: Version.objects.filter(story=story, sequence=sequence).select_related(
        "filed_by", "approved_by"
    )[:1],
    TEXT,
    PLACE,
)
VERSION_PHOTOS = Prepared(
    lambda version: (
        VersionPhoto.objects.filter(version=version).select_related("photo", "late__photo").order_by("position")
    ),
    NUMBER,
)
DRAFT = Prepared(lambda story, pk: with_photos(Draft.objects.filter(story=story, pk=pk))[:1], TEXT, NUMBER)


def story_for(person: Person, pk: str, now: datetime) -> Story:
    """The story with its desk and current version, or Http404. One query, more only before an embargo ends."""
    # What is no key is not asked for: PostgreSQL refuses a NUL in the question itself.
    found = STORY(pk) if pk.isalnum() else []
    if not found or not may_read(person, found[0], now):
        raise Http404("There is no such story.")
    return found[0]


def stories_for(person: Person, pks: Iterable[str], now: datetime) -> list[Story]:
    """Of these stories the ones the person may read, once each, in the order of the board. One query."""
    stories = Story.objects.filter(readable(person, now), pk__in={pk for pk in pks if pk.isalnum()})
    return list(stories.select_related("desk", "current_version"))


def version_for(person: Person, pk: str, sequence: int, now: datetime) -> Version:
    """One version with its photos, its `story` the one `story_for` gives. Two queries at most beside the story's."""
    return version_of(story_for(person, pk, now), sequence)


def version_of(story: Story, sequence: int) -> Version:
    """The same, of a story that the person may read. Two queries at most."""
    found = VERSION(story.pk, sequence)
    if not found:
        raise Http404("There is no such version.")
    version = found[0]
    version.story = story
    _fetched(version, VERSION_PHOTOS(version.pk) if version.photo_count else [])
    return version


def draft_for(person: Person, pk: str, now: datetime, purpose: str = Draft.Purpose.UPDATE) -> Draft:
    """The story's open draft with its photos, for a person who may read the story."""
    story = story_for(person, pk, now)
    found = OPEN_DRAFT(story.pk, purpose)
    if not found:
        raise Http404("There is no open draft.")
    draft = found[0]
    draft.story = story
    _fetched(draft, DRAFT_PHOTOS(draft.pk) if draft.has_photos else [])
    return draft


def _fetched(row: Draft | Version, photos: list[Any]) -> None:
    """Let the row know its photos, as if Django had fetched them ahead: it words that query anew each time."""
    rows = row.photos.all()
    rows._result_cache = photos
    for use in photos:
        setattr(use, row.photos.field.name, row)
    row.__dict__["_prefetched_objects_cache"] = {"photos": rows}


def writable_draft_for(person: Person, pk: str, now: datetime, purpose: str = Draft.Purpose.UPDATE) -> Draft:
    """The same, for a person who may write it."""
    draft = draft_for(person, pk, now, purpose)
    if not may_write(person, draft.story, now):
        raise Http404("There is no open draft.")
    return draft


def draft_named(story: Story, pk: int) -> Draft:
    """The draft of a story that the person may read, open or closed, that a form names; or Http404. One query."""
    found = DRAFT(story.pk, pk)
    if not found:
        raise Http404("There is no such draft.")
    found[0].story = story
    return found[0]


def photo_for(person: Person, sha256: str, now: datetime) -> Photo:
    """A photo of the library, or of a story that the person may read: its page, its words and its rights."""
    return _photo(visible_photos(person, now), sha256)


def picture_for(person: Person, sha256: str, now: datetime) -> Photo:
    """The same, for looking at the picture itself: a withdrawn one is the desk's alone."""
    return _photo(shown_photos(person, now), sha256)


def _photo(photos: QuerySet[Photo], sha256: str) -> Photo:
    photo = photos.filter(sha256=sha256).first() if sha256.isalnum() else None
    if photo is None:
        raise Http404("There is no such photo.")
    return photo
