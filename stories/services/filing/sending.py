"""Sending a version to the wire.

What takes long, reading the text against what is on the wire, is done before the story is
locked; under the lock it holds only if it was read from the same values.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Story, Version
from stories.queries.approvals import Approval, approval_of
from stories.queries.attn_line import line_of
from stories.queries.labels import draft_kind
from stories.queries.people import native_byline
from stories.queries.record import START, Entry, record_of
from stories.services.auditing import Checked, check_ahead, check_filing, keep_audit
from stories.services.chain import add_version, settle
from stories.services.correcting import follow_correction
from stories.services.drafting import (
    DraftText,
    accept_text,
    close_draft,
    lock_draft_to_file,
    lock_story,
    refuse_stale,
    text_of,
)
from stories.services.draftphotos import PhotoUse, accept_photos, uses_of
from stories.services.refusals import UnacceptableText
from stories.services.telling import tell_who_worked
from stories.services.text import LIMITS, accept_line
from stories.wire.label import Kind
from stories.wire.states import Act

from .rules import label_for, refuse_blocked, refuse_empty, refuse_false, refuse_unfit


def file_version(
    *,
    story: Story,
    based_on: Version | None,
    text: DraftText,
    photos: Sequence[PhotoUse] = (),
    kind: Kind | None = None,
    actor: User,
    now: datetime,
    filing_key: str | None = None,
    attn_reason: str = "",
) -> Version:
    """Add the next version of `story` under the label its counters give, and return it.

    `based_on` is the version the text was written from, None before the first. `kind`
    (else the text's own) is asked for; without it the next is the first filing, then
    leads. A repeated `filing_key` gives back what was filed under it. `attn_reason` is kept
    with a version whose ATTN says what is not so. Raises UnableToFile in one of its kinds,
    UnacceptableText, NotAllowed; then nothing is changed.
    """
    text, uses, reason = accept_text(text), accept_photos(photos), accept_line("attn_reason", attn_reason)
    asked = Kind(kind or text.kind) if kind or text.kind else None
    ahead = check_ahead(story, text, uses, asked)
    with transaction.atomic():
        story = lock_story(story)
        record = record_of(story, filing_key)
        return _filed_under(story, record, filing_key) or _file(
            story=story,
            record=record,
            based_on=based_on,
            text=text,
            uses=uses,
            asked=asked,
            ahead=ahead,
            actor=actor,
            now=now,
            filing_key=filing_key,
            reason=reason,
        )


def file_draft(
    *, draft: Draft, revision: int, actor: User, now: datetime, filing_key: str | None = None, attn_reason: str = ""
) -> Version:
    """File the draft as it was saved at `revision`, and close it. A refusal leaves it open with its text.

    The numbers of its ATTN are those that its paragraphs have in this text. Raises what
    `file_version` raises, StaleDraft where somebody saved since, DraftClosed.
    """
    reason = accept_line("attn_reason", attn_reason)
    ahead = check_ahead(draft.story, _text_to_file(draft), uses_of(draft), draft_kind(draft)) if draft.attn else None
    with transaction.atomic():
        current = lock_draft_to_file(draft)
        record = record_of(current.story, filing_key)
        if filed := _filed_under(current.story, record, filing_key):
            return filed
        refuse_stale(current, revision)
        version = _file(
            story=current.story,
            record=record,
            based_on=current.based_on,
            text=_text_to_file(current),
            uses=uses_of(current),
            asked=draft_kind(current),
            ahead=ahead,
            actor=actor,
            now=now,
            filing_key=filing_key,
            reason=reason,
            draft=current,
        )
        close_draft(current, Act.FILE, actor=actor, now=now, reason=f"filed as version {version.sequence}")
        return version


def _file(
    *,
    story: Story,
    record: Sequence[Entry],
    based_on: Version | None,
    text: DraftText,
    uses: Sequence[PhotoUse],
    asked: Kind | None,
    ahead: Checked | None,
    actor: User,
    now: datetime,
    filing_key: str | None,
    reason: str,
    draft: Draft | None = None,
) -> Version:
    """The filing itself: the text is accepted and the story's lock held."""
    refuse_unfit(story, based_on, text, asked, actor, now)
    label = label_for([entry.label for entry in record], text, asked)
    refuse_empty(story, text, uses, label)
    approval = approval_of(draft) if draft else None
    refuse_blocked(story, text, uses, label, actor, now, draft, approval)
    found = check_filing(story, label, text, uses, ahead)
    refuse_false(story, text, found, reason)
    version = add_version(
        story=story,
        label=label,
        text=text,
        uses=uses,
        after=record[-1] if record else START,
        filed_at=now,
        actor=actor,
        filing_key=filing_key,
        native_byline=_native_byline(text.byline, based_on),
        attn_reason=reason if found.wrong else "",
        **_approved(approval),
    )
    keep_audit(version, found)
    settle(story, version, moved_at=now, actor=actor, now=now)
    tell_who_worked(version)
    if label.kind is Kind.CORRECTION:
        follow_correction(version, actor=actor, now=now)
    return version


def _text_to_file(draft: Draft) -> DraftText:
    """The draft's text; the places of its ATTN line stand where their paragraphs do."""
    return replace(text_of(draft), attn=line_of(draft).line)


def _approved(approval: Approval | None) -> dict[str, object]:
    """Who approved what goes out, and what they were handed; nothing where facts were changed since."""
    if approval is None or not approval.holds:
        return {}
    verdict = approval.verdict
    return {"approved_by": verdict.decided_by, "approved_at": verdict.decided_at, "submission": verdict.submission}


def _native_byline(byline: str, before: Version | None) -> str:
    """As the admins keep it; where they keep none, an unchanged byline keeps what it came with."""
    known = native_byline(byline)[: LIMITS["native_byline"]]
    if known or before is None or before.byline != byline:
        return known
    return before.native_byline


def _filed_under(story: Story, record: Sequence[Entry], filing_key: str | None) -> Version | None:
    if filing_key and len(filing_key) > LIMITS["filing_key"]:
        raise UnacceptableText("filing_key", "The filing's key is too long.")
    filed = [entry.sequence for entry in record if filing_key and entry.filing_key == filing_key]
    return story.versions.get(sequence=filed[0]) if filed else None
