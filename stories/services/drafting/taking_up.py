"""A discarded draft written on after all."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft
from stories.services.draftphotos import put_photos, uses_of
from stories.services.history import save_signed
from stories.services.refusals import Refused, refuse_unless_writable

from .holding import lock_draft
from .saving import bring_up
from .text import columns_of, text_of

TAKEN_UP = "taken up again"


class UnableToTakeUp(Refused):
    """Nothing was changed: it was not discarded, or another draft is being written already."""


@transaction.atomic
def take_up_draft(*, draft: Draft, actor: User, now: datetime) -> Draft:
    """A new draft with the text and the photos of a discarded one, on the version that one was written on.

    The discarded one stays as it is in the record. Raises UnableToTakeUp, NotAllowed.
    """
    old = lock_draft(draft)
    refuse_unless_writable(actor, old.story, now)
    if old.state != Draft.State.DISCARDED:
        raise UnableToTakeUp("This draft was not discarded.")
    if old.story.drafts.filter(purpose=old.purpose, closed_at=None).exists():
        raise UnableToTakeUp("Another draft is being written already. The discarded text stays in the record.")
    place = {"story": old.story, "purpose": old.purpose, "based_on": old.based_on, "attn_holds": old.attn_holds}
    draft = Draft(**place, opened_by=old.opened_by, opened_at=old.opened_at, **columns_of(text_of(old)))
    draft.saved_by, draft.saved_at = actor, now
    save_signed(draft, actor=actor, now=now, reason=TAKEN_UP)
    put_photos(draft, uses_of(old), actor=actor, now=now)
    bring_up(old.story, now)
    return draft
