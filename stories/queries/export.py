"""Wire texts of several stories as one."""

from collections.abc import Iterable

from django.db.models import Prefetch

from stories.models import Story, Version, VersionPhoto
from stories.wire.render import render

from .copy import version_copy


def wire_texts(stories: Iterable[Story]) -> str:
    """What is on the wire of each, in their order, a blank line between two; "" where nothing is. Two queries."""
    current = [story.current_version_id for story in stories if story.current_version_id]
    photos = Prefetch("photos", VersionPhoto.objects.select_related("photo"))
    versions = Version.objects.prefetch_related(photos).in_bulk(current)
    return "\n\n".join(render(version_copy(versions[pk])).rstrip("\n") + "\n" for pk in current)
