"""Where a story stands: for one story, and as a condition on many."""

from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from stories.models import Draft, Story
from stories.wire.label import Kind


class State(StrEnum):
    """Where a story stands, as its badge says."""

    REVIEW = "review"
    RETURNED = "returned"
    APPROVED = "approved"
    DRAFT = "draft"
    FILED = "filed"
    CORRECTED = "corrected"
    EMBARGO = "embargo"
    KILLED = "killed"
    CLOSED = "closed"


OF_DRAFTS = {
    State.REVIEW: Draft.State.SUBMITTED,
    State.RETURNED: Draft.State.RETURNED,
    State.APPROVED: Draft.State.APPROVED,
    State.DRAFT: Draft.State.DRAFT,
}
OF_STATES = {draft: state for state, draft in OF_DRAFTS.items()}


def state_of(story: Story, draft: Draft | None, now: datetime) -> State:
    """The story's state, by its open draft where it has one; killed and closed stand above all else.

    No query where `current_version` was selected with the story.
    """
    if story.status != Story.Status.OPEN:
        return State(story.status)
    if draft:
        return OF_STATES.get(draft.state, State.DRAFT)
    if story.current_version is None:
        return State.DRAFT
    if story.embargo_until and story.embargo_until > now:
        return State.EMBARGO
    return State.CORRECTED if story.current_version.kind == Kind.CORRECTION else State.FILED


def in_state(state: str, now: datetime) -> Q:
    """A state as a condition on stories; what is no state finds nothing.

    A story that is held is found as held, also where its badge speaks of the draft in the works.
    The states of drafts start from the open drafts, which are few, and never walk the archive.
    """
    running = Q(status=Story.Status.OPEN)
    if state in OF_DRAFTS:
        drafts = Draft.objects.filter(closed_at=None, state=OF_DRAFTS[state]).order_by().values("story_id")
        return running & Q(pk__in=drafts.union(_untouched()) if state == State.DRAFT else drafts)
    open_draft = Exists(Draft.objects.filter(story=OuterRef("pk"), closed_at=None))
    sent = running & Q(current_version__isnull=False) & ~open_draft
    held, corrected = Q(embargo_until__gt=now), Q(current_version__kind=Kind.CORRECTION)
    free = Q(embargo_until=None) | Q(embargo_until__lte=now)
    return {
        State.FILED: sent & free & ~corrected,
        State.CORRECTED: sent & free & corrected,
        State.EMBARGO: running & held,
        State.KILLED: Q(status=Story.Status.KILLED),
        State.CLOSED: Q(status=Story.Status.CLOSED),
    }.get(state, Q(pk__in=[]))


def _untouched():
    """Stories with nothing filed and nothing in the works."""
    works = Draft.objects.filter(story=OuterRef("pk"), closed_at=None)
    return Story.objects.filter(~Exists(works), current_version=None).order_by().values("pk")
