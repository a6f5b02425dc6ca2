"""Sending a version to the wire."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Desk, Draft, Story, Version
from stories.permissions import may_file
from stories.queries.attn_line import line_of
from stories.queries.labels import draft_kind, filed_labels
from stories.queries.people import native_byline
from stories.wire.attn import Verdict
from stories.wire.grafs import split_grafs
from stories.wire.label import Kind, Label, short_label
from stories.wire.order import OutOfOrder, next_label
from stories.wire.review import Audit

from .auditing import check_filing, keep_audit
from .chain import add_version, settle
from .drafting import DraftText, accept_text, close_draft, lock_draft, lock_story, refuse_stale, text_of
from .draftphotos import PhotoUse, accept_photos, uses_of
from .refusals import NotAllowed, Refused, UnacceptableText
from .text import LIMITS, accept_line

COPY = ("headline", "byline", "dateline", "body", "email")


class UnableToFile(Refused):
    """Nothing went out. `text` is what the person wanted to file, for the page to show again."""

    def __init__(self, message: str, text: DraftText) -> None:
        super().__init__(message)
        self.text = text


class StaleBase(UnableToFile):
    """Another version went out since the text was begun; `current` is the one on the wire now."""

    def __init__(self, message: str, text: DraftText, current: Version | None) -> None:
        super().__init__(message, text)
        self.current = current


class NothingToFile(UnableToFile):
    """The text is empty, or the same as what is on the wire."""


class AlreadyKilled(UnableToFile):
    """The story is withdrawn: nothing follows a kill."""


class WrongKind(UnableToFile):
    """An urgent, a first filing or a correction where it cannot come."""


class FalseClaim(UnableToFile):
    """The ATTN says what is not so, and the desk asks why it goes out all the same; `wrong` has the claims."""

    def __init__(self, message: str, text: DraftText, wrong: Sequence[Verdict]) -> None:
        super().__init__(message, text)
        self.wrong = tuple(wrong)


@transaction.atomic
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
    story = lock_story(story)
    return _filed_under(story, filing_key) or _file(
        story=story,
        based_on=based_on,
        text=text,
        uses=uses,
        asked=asked,
        actor=actor,
        now=now,
        filing_key=filing_key,
        reason=reason,
    )


@transaction.atomic
def file_draft(
    *, draft: Draft, revision: int, actor: User, now: datetime, filing_key: str | None = None, attn_reason: str = ""
) -> Version:
    """File the draft as it was saved at `revision`, and close it. A refusal leaves it open with its text.

    The numbers of its ATTN are those that its paragraphs have in this text. Raises what
    `file_version` raises, StaleDraft where somebody saved since, DraftClosed.
    """
    reason = accept_line("attn_reason", attn_reason)
    current = lock_draft(draft)
    if filed := _filed_under(current.story, filing_key):
        return filed
    refuse_stale(current, revision)
    version = _file(
        story=current.story,
        based_on=current.based_on,
        text=replace(text_of(current), attn=line_of(current).line),
        uses=uses_of(current),
        asked=draft_kind(current),
        actor=actor,
        now=now,
        filing_key=filing_key,
        reason=reason,
    )
    close_draft(current, actor=actor, now=now, reason=f"filed as version {version.sequence}")
    return version


def _file(
    *,
    story: Story,
    based_on: Version | None,
    text: DraftText,
    uses: Sequence[PhotoUse],
    asked: Kind | None,
    actor: User,
    now: datetime,
    filing_key: str | None,
    reason: str,
) -> Version:
    """The filing itself: the text is accepted and the story's lock held."""
    _refuse(story, based_on, text, asked, actor, now)
    label = _label(story, text, asked)
    _refuse_empty(story.current_version, text, uses, label)
    found = check_filing(story, label, text, uses)
    _refuse_false(story, text, found, reason)
    version = add_version(
        story=story,
        label=label,
        text=text,
        uses=uses,
        filed_at=now,
        actor=actor,
        filing_key=filing_key,
        native_byline=_native_byline(text.byline, based_on),
        attn_reason=reason if found.wrong else "",
    )
    keep_audit(version, found)
    settle(story, version, moved_at=now, actor=actor, now=now)
    return version


def _native_byline(byline: str, before: Version | None) -> str:
    """As the admins keep it; where they keep none, an unchanged byline keeps what it came with."""
    known = native_byline(byline)[: LIMITS["native_byline"]]
    if known or before is None or before.byline != byline:
        return known
    return before.native_byline


def _filed_under(story: Story, filing_key: str | None) -> Version | None:
    if filing_key and len(filing_key) > LIMITS["filing_key"]:
        raise UnacceptableText("filing_key", "The filing's key is too long.")
    return story.versions.filter(filing_key=filing_key).first() if filing_key else None


def _refuse(
    story: Story, based_on: Version | None, text: DraftText, asked: Kind | None, actor: User, now: datetime
) -> None:
    current = story.current_version
    if story.status == Story.Status.KILLED:
        raise AlreadyKilled("The story is killed: nothing more is filed on it.", text)
    if not may_file(actor, story, now, asked):
        raise NotAllowed("You cannot file this: ask the desk.")
    if current is not None and (based_on is None or based_on.pk != current.pk):
        name = short_label(current.label) or "first filing"
        message = f"The {name} went out while you were writing. Compare it with your text before you file."
        raise StaleBase(message, text, current)


def _refuse_false(story: Story, text: DraftText, found: Audit, reason: str) -> None:
    if found.wrong and not reason and story.desk.attn_policy == Desk.AttnPolicy.REASON:
        claims = "; ".join(f"{verdict.claim}: {verdict.reason}" for verdict in found.wrong)
        message = f"The ATTN says what is not so ({claims}). Put it right, or say why it goes out like this."
        raise FalseClaim(message, text, found.wrong)


def _label(story: Story, text: DraftText, asked: Kind | None) -> Label:
    try:
        return next_label(filed_labels(story), asked, text.qualifiers)
    except OutOfOrder as refusal:
        raise WrongKind(str(refusal), text) from refusal


def _refuse_empty(current: Version | None, text: DraftText, uses: Sequence[PhotoUse], label: Label) -> None:
    if not text.headline:
        raise NothingToFile("There is no headline yet.", text)
    if label.kind in (Kind.FIRST, Kind.LEAD, Kind.CORRECTION) and not split_grafs(text.body):
        raise NothingToFile("There is no copy yet: only an urgent or a kill can be a headline alone.", text)
    if current is None or label.kind not in (Kind.LEAD, Kind.CORRECTION):
        return
    same = all(getattr(text, name) == getattr(current, name) for name in COPY if name != "body")
    same_body = split_grafs(text.body) == split_grafs(current.body)
    if same and same_body and text.qualifiers == tuple(current.qualifiers) and tuple(uses) == uses_of(current):
        raise NothingToFile("Nothing has changed since the version on the wire.", text)
