"""Signing a change: who made it and when, as its history row will say."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Model


def save_signed(
    row: Model, *, actor: User, now: datetime, reason: str = "", fields: Iterable[str] | None = None
) -> None:
    """Save `row` (only `fields` where given) with a history row by `actor` at `now`, not by whoever has the request."""
    row._history_user = actor
    row._history_date = now
    row._change_reason = reason or None
    row.save(update_fields=fields)
