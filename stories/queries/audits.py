"""Filed versions read against the ones before them on the wire, story by story."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from stories.models import Desk, Story, Version, VersionPhoto
from stories.wire.label import Kind
from stories.wire.review import Audit, audit

from .copy import standing_copy, version_copy
from .ordering import in_wire_order

BATCH = 200


@dataclass(frozen=True, slots=True)
class Audited:
    """A version and what was found in it; `before` is the one before it on the wire."""

    version: Version
    before: Version | None
    found: Audit


def audited(story: Story) -> list[Audited]:
    """Every version in wire order. Two queries."""
    photos = Prefetch("photos", VersionPhoto.objects.select_related("photo", "late__photo"))
    versions = in_wire_order(story.versions.prefetch_related(photos))
    return [_audited(version, before) for before, version in zip([None, *versions], versions, strict=False)]


def audited_stories(
    *, desk: Desk | None = None, since: datetime | None = None
) -> Iterator[tuple[Story, list[Audited]]]:
    """Story by story, by their keys; of a desk, and with a filing since then, where these are given.

    All versions of such a story come; no cursor is held, so that what is found may be kept meanwhile.
    """
    stories = Story.objects.select_related("desk").exclude(current_version=None).order_by("pk")
    if desk:
        stories = stories.filter(desk=desk)
    if since:
        stories = stories.filter(pk__in=Version.objects.filter(filed_at__gte=since).values("story"))
    last = ""
    while batch := list(stories.filter(pk__gt=last)[:BATCH]):
        for story in batch:
            yield story, audited(story)
        last = batch[-1].pk


def _audited(version: Version, before: Version | None) -> Audited:
    """A kill withdraws the story: it has no line, and nothing in it was changed in silence."""
    old = standing_copy(before, version.filed_at) if before and version.kind != Kind.KILL else None
    return Audited(version, before, audit(old, version_copy(version)))
