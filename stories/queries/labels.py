"""The labels of a story's filings, as its counters give them."""

from stories.models import Draft, Story
from stories.queries.record import record_of
from stories.wire.label import Kind, Label
from stories.wire.order import next_label


def filed_labels(story: Story) -> tuple[Label, ...]:
    """The labels that the story has on the wire, as far as they say which one comes next. One query."""
    return tuple(entry.label for entry in record_of(story))


def telling_labels(story: Story) -> tuple[Label, ...]:
    """Enough of them to say the next: that of the version on the wire, which stands last in the wire's order.

    Only a correction of what stood before any lead does not say whether the first filing is out. One query then, and
    none else where the story came with its current version.
    """
    current = story.current_version
    if current is None:
        return ()
    before_leads = current.kind == Kind.CORRECTION and not current.lead_number
    return filed_labels(story) if before_leads else (current.label,)


def draft_kind(draft: Draft) -> Kind | None:
    """The kind a draft asks for, None where the counters decide."""
    if draft.purpose == Draft.Purpose.CORRECTION:
        return Kind.CORRECTION
    return Kind(draft.kind) if draft.kind else None


def coming_label(draft: Draft) -> Label:
    """The label the draft would be filed under now; OutOfOrder where its kind cannot come next.

    Queries as `telling_labels`.
    """
    return next_label(telling_labels(draft.story), draft_kind(draft), tuple(draft.qualifiers))
