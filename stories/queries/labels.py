"""The labels of a story's filings, as its counters give them."""

from stories.models import Draft, Story
from stories.queries.record import record_of
from stories.wire.label import Kind, Label
from stories.wire.order import next_label


def filed_labels(story: Story) -> tuple[Label, ...]:
    """The labels that the story has on the wire, as far as they say which one comes next. One query."""
    return tuple(entry.label for entry in record_of(story))


def draft_kind(draft: Draft) -> Kind | None:
    """The kind a draft asks for, None where the counters decide."""
    if draft.purpose == Draft.Purpose.CORRECTION:
        return Kind.CORRECTION
    return Kind(draft.kind) if draft.kind else None


def coming_label(draft: Draft) -> Label:
    """The label the draft would be filed under now. One query; OutOfOrder where its kind cannot come next."""
    return next_label(filed_labels(draft.story), draft_kind(draft), tuple(draft.qualifiers))
