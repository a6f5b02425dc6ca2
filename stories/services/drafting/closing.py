"""Ending a draft: filed, or given up."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft
from stories.services.moving import move_draft, overtake_waiting
from stories.services.refusals import refuse_unless_writable
from stories.wire.states import Act

from .holding import lock_draft, refuse_stale

OVERTAKEN_BY = {Act.FILE: "filed the draft", Act.DISCARD: "discarded the draft"}


@transaction.atomic
def discard_draft(*, draft: Draft, revision: int, actor: User, now: datetime) -> Draft:
    """Close the draft without filing it; its text stays in the record.

    `revision` is the one the person saw: StaleDraft where somebody saved since, for that text nobody has given up.
    """
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, revision)
    close_draft(current, Act.DISCARD, actor=actor, now=now)
    return current


def close_draft(draft: Draft, act: Act, *, actor: User, now: datetime, reason: str = "", overtaken: str = "") -> None:
    """Close a draft that the caller holds under its story's lock. What waits for the desk is overtaken by it.

    `overtaken` says by what, where it is not the act itself.
    """
    overtake_waiting(draft, actor=actor, now=now, reason=overtaken or OVERTAKEN_BY[act])
    move_draft(draft, act, actor=actor, now=now, reason=reason, closed_at=now)
