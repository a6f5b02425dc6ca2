"""A story's newest text at a glance: what the board shows beside its rows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Prefetch, prefetch_related_objects

from stories.models import Draft, DraftPhoto, Story, Version, VersionPhoto
from stories.wire.diff import diff
from stories.wire.label import Label
from stories.wire.review import Count, review
from stories.wire.story import WireStory

from .compare_copy import copy_of
from .filing_list import Filing, story_filings
from .people import name_of, native_byline
from .rows import PRESSING
from .states import State, state_of

GRAFS = 4
PHOTOS = 4
KEPT_FOR = 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The text on top: `filing` None where nothing is written yet.

    `counts` are the changes against `before`, the filing under it, None for the first.
    """

    story: Story
    state: State
    filing: Filing | None
    before: Filing | None
    by: str
    native_byline: str
    counts: tuple[Count, ...]
    dateline: str
    grafs: tuple[str, ...]
    photos: Sequence[VersionPhoto | DraftPhoto]

    @property
    def label(self) -> Label | None:
        return self.filing.label if self.filing else None

    @property
    def more_photos(self) -> int:
        """How many photos are not shown."""
        return max(len(self.photos) - PHOTOS, 0)


def preview(story: Story, now: datetime) -> Preview:
    """Of a story from its door. Six queries at most."""
    filings = [one for one in story_filings(story) if one.is_draft or one.is_sent]
    top = _top(story, filings)
    before = next((one for one in reversed(filings) if not one.is_draft and one is not top), None)
    _fetch_photos([one.row for one in (top, before) if one])
    copy = copy_of(top) if top else WireStory()
    draft = top.row if top and isinstance(top.row, Draft) else None
    return Preview(
        story=story,
        state=state_of(story, draft, now),
        filing=top,
        before=before,
        by=name_of(top.person) if top else "",
        native_byline=native_byline(copy.byline),
        counts=_counts(copy_of(before), copy) if before and top else (),
        dateline=copy.dateline,
        grafs=copy.grafs[:GRAFS],
        photos=list(top.row.photos.all()) if top else [],
    )


def _top(story: Story, filings: Sequence[Filing]) -> Filing | None:
    """As the board's row has it: the open draft that somebody waits for, else what is on the wire."""
    drafts = [one for one in filings if one.is_draft and story.status == Story.Status.OPEN]
    if drafts:
        return min(drafts, key=lambda one: PRESSING.index(one.row.state))
    return next((one for one in reversed(filings) if not one.is_draft), None)


def _fetch_photos(rows: Sequence[Version | Draft]) -> None:
    """One query for the versions among them, one for the drafts."""
    for model, uses in ((Version, VersionPhoto), (Draft, DraftPhoto)):
        of_model = [row for row in rows if isinstance(row, model)]
        prefetch_related_objects(of_model, Prefetch("photos", uses.objects.select_related("photo")))


def _counts(old: WireStory, new: WireStory) -> tuple[Count, ...]:
    """The figures of the diff; two texts have one diff, so they are kept by what the texts are."""
    key = f"counts-{hashlib.sha256(repr((old, new)).encode()).hexdigest()}"
    found: tuple[Count, ...] | None = cache.get(key)
    if found is None:
        found = review(diff(old, new).grafs).counts
        cache.set(key, found, KEPT_FOR)
    return found
