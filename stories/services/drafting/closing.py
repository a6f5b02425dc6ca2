"""Ending a draft: filed, or given up."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft
from stories.services.history import save_signed
from stories.services.refusals import refuse_unless_writable

from .holding import lock_draft, refuse_stale


@transaction.atomic
def discard_draft(*, draft: Draft, actor: User, now: datetime) -> Draft:
    """Close the draft without filing it; its text stays in the record."""
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, current.revision)
    close_draft(current, actor=actor, now=now, reason="discarded")
    return current


def close_draft(draft: Draft, *, actor: User, now: datetime, reason: str) -> None:
    """Close a draft that the caller holds under its story's lock."""
    draft.closed_at = now
    save_signed(draft, actor=actor, now=now, reason=reason, fields=["closed_at"])
