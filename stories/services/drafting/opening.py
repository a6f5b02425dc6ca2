"""Beginning the working copy of a story's next filing."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Story
from stories.queries.people import own_byline
from stories.services.draftphotos import put_photos, uses_to_start_from
from stories.services.history import save_signed
from stories.services.refusals import NotAllowed, refuse_unless_writable

from .holding import lock_story
from .saving import bring_up
from .text import columns_of, text_of


@transaction.atomic
def open_draft(*, story: Story, actor: User, now: datetime, purpose: str = Draft.Purpose.UPDATE) -> Draft:
    """The story's open draft; where there is none, a new one that starts from what is on the wire.

    The new one has the current version's text and photos and an empty ATTN: an advisory speaks
    of one filing only. Before the first filing it has the writer's own byline.
    """
    story = lock_story(story)
    refuse_unless_writable(actor, story, now)
    draft = story.drafts.filter(purpose=purpose, closed_at=None).first()
    if draft is not None:
        return draft
    current = story.current_version
    if purpose == Draft.Purpose.CORRECTION and current is None:
        raise NotAllowed("Nothing is on the wire yet, so there is nothing to correct.")
    text = columns_of(text_of(current)) if current else {"byline": own_byline(actor)}
    draft = Draft(story=story, purpose=purpose, based_on=current, **(text | {"attn": ""}))
    draft.opened_by = draft.saved_by = actor
    draft.opened_at = draft.saved_at = now
    save_signed(draft, actor=actor, now=now)
    if current:
        put_photos(draft, uses_to_start_from(current), actor=actor, now=now)
    bring_up(story, now)
    return draft
