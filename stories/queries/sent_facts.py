"""The facts on the wire that a draft changes or leaves out: for the page that asks what is to go out."""

from stories.models import Draft
from stories.queries.copy import draft_copy, version_copy
from stories.wire.corrections import SentFact, sent_facts
from stories.wire.label import Label
from stories.wire.story import WireStory


def sent_facts_of(draft: Draft) -> tuple[SentFact, ...]:
    """Read against the version on the wire; () before the first filing. Two queries at most, for photos."""
    texts = texts_of(draft)
    return sent_facts(*texts) if texts else ()


def texts_of(draft: Draft, label: Label | None = None) -> tuple[WireStory, WireStory] | None:
    """What is on the wire and the draft, as copy; None before the first filing."""
    current = draft.story.current_version
    return (version_copy(current), draft_copy(draft, label)) if current else None
