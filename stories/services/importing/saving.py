"""Saving a plan: all of it in one transaction, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Desk, Story, Version
from stories.permissions import may_import
from stories.queries.ordering import in_wire_order
from stories.queries.record import START, Entry, end_of_record
from stories.services.auditing import audit_story
from stories.services.chain import add_version, settle
from stories.services.drafting import lock_story
from stories.services.opening import open_story
from stories.services.refusals import NotAllowed, Refused

from .places import Place, Placed, place_stories
from .plan import ImportPlan, PlannedFile, PlannedStory


class UnableToImport(Refused):
    """Nothing was saved. `reasons` has a (file name, why) for each file in the way."""

    def __init__(self, reasons: Sequence[tuple[str, str]]) -> None:
        super().__init__("Nothing was imported. " + " ".join(f"{name}: {why}" for name, why in reasons))
        self.reasons = tuple(reasons)


@dataclass(frozen=True, slots=True)
class ImportedStory:
    """What became of one planned story: `added` and `skipped` in wire order, skipped with why."""

    planned: PlannedStory
    story: Story
    created: bool
    added: tuple[Version, ...]
    skipped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    stories: tuple[ImportedStory, ...]

    @property
    def added(self) -> int:
        """How many versions came in."""
        return sum(len(imported.added) for imported in self.stories)


@transaction.atomic
def import_stories(
    *, plan: ImportPlan, desk: Desk, actor: User, now: datetime, story: Story | None = None
) -> ImportResult:
    """Add every file of the plan to the record: to `story`, to the story that has its slugline, or to a new one.

    The page's time is the time of filing. An older lead than one that is here is added at
    the end of the record and stands in its place on the wire. What is already here is
    skipped. Raises UnableToImport where any file cannot be imported, and NotAllowed.
    """
    if not may_import(actor):
        raise NotAllowed("Only reporters, desk editors and admins bring in copy.")
    _refuse(plan, ())
    done = []
    for planned in plan.stories:
        part = ImportPlan(planned.files, (planned,))
        (placed,) = place_stories(plan=part, actor=actor, now=now, story=story)
        if placed.story is not None:
            # Looked at again under the lock: somebody may have filed since.
            (placed,) = place_stories(plan=part, actor=actor, now=now, story=lock_story(placed.story))
        _refuse(plan, placed.places)
        done.append(_save(placed, desk=desk, actor=actor, now=now))
    return ImportResult(tuple(done))


def _refuse(plan: ImportPlan, places: Sequence[Place]) -> None:
    reasons = [(file.name, file.refusal) for file in plan.refused]
    reasons += [(place.file.name, place.refused) for place in places if place.refused]
    if reasons:
        raise UnableToImport(reasons)
    if not plan.stories:
        raise UnableToImport([("No file", "there is nothing to import.")])


def _save(placed: Placed, *, desk: Desk, actor: User, now: datetime) -> ImportedStory:
    files = [place.file for place in placed.places if not place.skipped]
    story = placed.story or _open(placed.planned, desk=desk, actor=actor, now=now)
    added, end = [], START if placed.story is None else end_of_record(story)
    for file in files:
        added.append(_add(file, story, end, actor=actor, now=now))
        end = Entry(added[-1].sequence, added[-1].checksum, file.label)
    if added:
        _settle(story, added, created=placed.story is None, actor=actor, now=now)
    skipped = tuple((place.file.name, place.skipped) for place in placed.places if place.skipped)
    return ImportedStory(placed.planned, story, placed.story is None, tuple(added), skipped)


def _open(planned: PlannedStory, *, desk: Desk, actor: User, now: datetime) -> Story:
    category = next((file.story.category for file in reversed(planned.files) if file.story.category), "")
    return open_story(actor=actor, now=now, desk=desk, slugline=planned.slugline, category=category)


def _add(file: PlannedFile, story: Story, end: Entry, *, actor: User, now: datetime) -> Version:
    return add_version(
        story=story,
        label=file.label,
        text=file.text,
        uses=file.uses,
        after=end,
        filed_at=file.filed_at or now,
        actor=actor,
        slugline=file.story.slugline or story.slugline,
        category=file.story.category or story.category,
        native_byline=file.story.native_byline,
        imported_at=now,
    )


def _settle(story: Story, added: Sequence[Version], *, created: bool, actor: User, now: datetime) -> None:
    """The highest on the wire is the current one; the board shows when it went out, not when it was brought in."""
    top = in_wire_order([*added, *([story.current_version] if story.current_version else [])])[-1]
    moved_at = max(version.filed_at for version in added)
    settle(story, top, moved_at=moved_at if created else max(moved_at, story.moved_at), actor=actor, now=now)
    if not created or len(added) > 1:  # a story's only version has nothing before it to be read against
        audit_story(story)
