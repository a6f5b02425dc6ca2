"""Where a story stands: for one story, and as a condition on many."""

from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from stories.models import Draft, Story


class State(StrEnum):
    """Where a story stands, as its badge says."""

    DRAFT = "draft"
    FILED = "filed"
    UPDATING = "updating"
    KILLED = "killed"
    CLOSED = "closed"


def state_of(story: Story, *, has_draft: bool) -> State:
    """The story's state; killed and closed stand above all else."""
    if story.status != Story.Status.OPEN:
        return State(story.status)
    if story.current_version_id is None:
        return State.DRAFT
    return State.UPDATING if has_draft else State.FILED


def in_state(state: str) -> Q:
    """A state as a condition on stories; what is no state finds nothing."""
    open_draft = Exists(Draft.objects.filter(story=OuterRef("pk"), closed_at=None))
    running = Q(status=Story.Status.OPEN)
    return {
        State.DRAFT: running & Q(current_version=None),
        State.FILED: running & Q(current_version__isnull=False) & ~open_draft,
        State.UPDATING: running & Q(current_version__isnull=False) & open_draft,
        State.KILLED: Q(status=Story.Status.KILLED),
        State.CLOSED: Q(status=Story.Status.CLOSED),
    }.get(state, Q(pk__in=[]))
