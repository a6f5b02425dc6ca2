"""The end of a story's chain of versions: the only code that adds to the record."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Story, Version, VersionPhoto
from stories.queries.record import Entry, end_of_record
from stories.wire.grafs import join_grafs, split_grafs, word_count
from stories.wire.label import Kind, Label

from .drafting import DraftText
from .draftphotos import PhotoUse, columns_of_use
from .history import save_signed
from .sealing import seal_version

TYPED = ("headline", "attn", "byline", "dateline", "email", "note")  # kept as typed; the body is put in grafs


def add_version(
    *,
    story: Story,
    label: Label,
    text: DraftText,
    uses: Sequence[PhotoUse],
    filed_at: datetime,
    actor: User,
    after: Entry | None = None,
    filing_key: str | None = None,
    **columns: object,
) -> Version:
    """Add one row and its photos at the end of the story's chain, sealed. The caller holds the story's lock.

    `after` is the end of the chain, for a caller that has read it under the lock.
    """
    after = after or end_of_record(story)
    grafs = split_grafs(text.body)
    version = Version(
        story=story,
        sequence=after.sequence + 1,
        kind=label.kind.value,
        lead_number=label.lead_number,
        correction_number=label.correction_number,
        qualifiers=list(label.qualifiers),
        **{"slugline": story.slugline, "category": story.category} | columns,
        **{name: getattr(text, name) for name in TYPED},
        body=join_grafs(grafs),
        word_count=word_count(grafs),
        photo_count=len(uses),
        filed_at=filed_at,
        filed_by=actor,
        filing_key=filing_key,
        previous_checksum=after.checksum,
    )
    photos = [VersionPhoto(position=position, **columns_of_use(use)) for position, use in enumerate(uses)]
    version.checksum = seal_version(version, photos)
    version.save(force_insert=True)
    for photo in photos:
        photo.version = version
    VersionPhoto.objects.bulk_create(photos)
    return version


def settle(story: Story, version: Version, *, moved_at: datetime, actor: User, now: datetime) -> None:
    """Make `version` the one on the wire. Only a kill changes the story itself, so only a kill has a history row."""
    story.current_version, story.moved_at = version, moved_at
    Story.objects.filter(pk=story.pk).update(current_version=version, moved_at=moved_at)
    if version.kind == Kind.KILL:
        story.status = Story.Status.KILLED
        save_signed(story, actor=actor, now=now, reason="killed", fields=["status"])
