"""A draft's next revision."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Story, Version
from stories.queries.attn_line import line_with
from stories.services.draftphotos import PhotoUse, accept_photos, put_photos, uses_of
from stories.services.following import follow_notes
from stories.services.history import save_signed
from stories.services.notifying import tell_of_edit
from stories.services.refusals import refuse_unless_writable

from .holding import lock_draft, refuse_stale
from .text import DraftText, accept_text, columns_of, text_of

BOARD_PAUSE = timedelta(minutes=1)  # how long saves nobody pressed a button for leave the board as it is


@transaction.atomic
def save_draft(
    *,
    draft: Draft,
    revision: int,
    text: DraftText,
    actor: User,
    now: datetime,
    photos: Sequence[PhotoUse] | None = None,
    reason: str = "",
) -> Draft:
    """Keep `text` (and `photos`, where given) as the draft's next revision, with a history row that gives `reason`.

    `revision` is the one the person started from. A save that changes nothing, which is
    also the second of a double click, gives the draft back as it is. Raises StaleDraft,
    DraftClosed, UnacceptableText, NotAllowed.
    """
    accepted, uses = accept_text(text), None if photos is None else accept_photos(photos)
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    if accepted == text_of(current) and uses in (None, uses_of(current)) and current.closed_at is None:
        return current
    refuse_stale(current, revision)
    if uses is not None:
        put_photos(current, uses, actor=actor, now=now)
    return keep_text(current, accepted, actor=actor, now=now, reason=reason)


@transaction.atomic
def rebase_draft(*, draft: Draft, revision: int, actor: User, now: datetime) -> Draft:
    """Put the draft on the version now on the wire: the person has read what it changed and takes it into account."""
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, revision)
    return _keep(current, {"based_on": current.story.current_version}, actor=actor, now=now, reason="rebased")


def keep_text(
    draft: Draft,
    text: DraftText,
    *,
    actor: User,
    now: datetime,
    reason: str = "",
    session: str = "",
    serial: int = 0,
    beside: str | None = None,
    again: bool = False,
    onto: Version | None = None,
) -> Draft:
    """Make accepted `text` the next revision of a draft that the caller holds; `session` and `serial` name the tab.

    The numbers of its ATTN follow their paragraphs: `beside` and `again` as `line_with` has them.
    `onto` is the version that the text now takes into account, where that is another one than before.
    So do its notes; and who began it is told the first time that somebody else writes on it.
    """
    body, saved_by = draft.body, draft.saved_by_id
    line = line_with(draft, attn=text.attn, body=text.body, beside=beside, again=again)
    columns = columns_of(text) | {"attn": line.line, "attn_holds": line.plain()}
    columns |= {"saved_session": session, "saved_serial": serial} | ({"based_on": onto} if onto else {})
    kept = _keep(draft, columns, actor=actor, now=now, reason=reason)
    follow_notes(kept, was=body)
    tell_of_edit(kept, before=saved_by, actor=actor, now=now)
    return kept


def _keep(draft: Draft, columns: dict[str, object], *, actor: User, now: datetime, reason: str = "") -> Draft:
    of_no_tab = {"saved_session": "", "saved_serial": 0}
    columns = of_no_tab | columns | {"revision": draft.revision + 1, "saved_by": actor, "saved_at": now}
    for name, value in columns.items():
        setattr(draft, name, value)
    save_signed(draft, actor=actor, now=now, reason=reason, fields=columns)
    if not draft.saved_session or now - draft.story.moved_at >= BOARD_PAUSE:
        bring_up(draft.story, now)
    return draft


def bring_up(story: Story, now: datetime) -> None:
    """Put the story at the top of the board. No history row: the order of a list is not its content."""
    Story.objects.filter(pk=story.pk).update(moved_at=now)
