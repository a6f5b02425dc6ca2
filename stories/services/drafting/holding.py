"""Holding a story or its draft for a change: locked, and refused where somebody was there before."""

from django.db.models import QuerySet

from stories.models import Draft, Story
from stories.queries.copy import with_photos
from stories.queries.prepared import NUMBER, TEXT, Prepared
from stories.services.refusals import Refused

HELD = Prepared(lambda pk: Story.objects.select_for_update(no_key=True).filter(pk=pk)[:1], TEXT)
HELD_DRAFT = Prepared(lambda pk: _held(pk)[:1], NUMBER)
HELD_TO_FILE = Prepared(lambda pk: with_photos(_held(pk)).select_related("story__desk")[:1], NUMBER)


def _held(pk: int) -> QuerySet[Draft]:
    return Draft.objects.select_related("based_on", "saved_by").filter(pk=pk)


class UnableToSave(Refused):
    """A draft that cannot take a save. Whoever catches it still holds the text and shows it again."""

    def __init__(self, message: str, draft: Draft) -> None:
        super().__init__(message)
        self.draft = draft


class StaleDraft(UnableToSave):
    """Somebody saved since; `draft` is the draft as it is now."""


class DraftClosed(UnableToSave):
    """The draft was filed or discarded meanwhile."""


def lock_story(story: Story) -> Story:
    """The story as it is now, held against every other writer until the transaction ends.

    The first lock of each service, so that two of them never wait for each other; SQLite
    has the whole database locked since BEGIN IMMEDIATE. The current version is read after
    the lock and not joined: PostgreSQL would join it as it was before the wait.
    """
    (held,) = HELD(story.pk)
    return held


def lock_draft(draft: Draft) -> Draft:
    """The draft as it is now, under its story's lock."""
    return _under_lock(draft, HELD_DRAFT)


def lock_draft_to_file(draft: Draft) -> Draft:
    """The same, with what else a filing reads of it: its story's desk, and whether it has photos."""
    return _under_lock(draft, HELD_TO_FILE)


def _under_lock(draft: Draft, held: Prepared[Draft]) -> Draft:
    story = lock_story(draft.story)
    (current,) = held(draft.pk)
    if held is HELD_TO_FILE:
        story.desk = current.story.desk
    current.story = story
    if current.based_on_id == story.current_version_id:
        story.current_version = current.based_on
    return current


def refuse_stale(draft: Draft, revision: int) -> None:
    """Raise DraftClosed or StaleDraft unless `draft` is open and still at `revision`."""
    if draft.closed_at is not None:
        raise DraftClosed("This draft was filed or discarded meanwhile. Your text has not been saved yet.", draft)
    if draft.revision != revision:
        name = draft.saved_by.get_full_name() or draft.saved_by.get_username()
        raise StaleDraft(f"{name} saved this draft after you opened it. Your text has not been saved yet.", draft)
