"""The working copy of a story's next filing: opened, saved, moved to a newer base, discarded."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Story, Version
from stories.queries.attn_line import line_with
from stories.queries.people import own_byline
from stories.wire.label import Kind

from .draftphotos import PhotoUse, accept_photos, put_photos, uses_of
from .history import save_signed
from .refusals import NotAllowed, Refused, UnacceptableText, refuse_unless_writable
from .text import accept, accept_line

ONE_LINE = ("headline", "attn", "byline", "dateline", "email")
MANY_LINES = ("body", "note")
MERGED_FIELDS = (*ONE_LINE, *MANY_LINES)
BOARD_PAUSE = timedelta(minutes=1)  # how long saves nobody pressed a button for leave the board as it is


class UnableToSave(Refused):
    """A draft that cannot take a save. Whoever catches it still holds the text and shows it again."""

    def __init__(self, message: str, draft: Draft) -> None:
        super().__init__(message)
        self.draft = draft


class StaleDraft(UnableToSave):
    """Somebody saved since; `draft` is the draft as it is now."""


class DraftClosed(UnableToSave):
    """The draft was filed or discarded meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """What a person types for one filing. `kind` is "urgent" or "first" while they may choose, else ""."""

    headline: str = ""
    attn: str = ""
    byline: str = ""
    dateline: str = ""
    body: str = ""
    email: str = ""
    note: str = ""
    qualifiers: tuple[str, ...] = ()
    kind: str = ""


FIELDS = tuple(field.name for field in fields(DraftText))


def text_of(row: Draft | Version) -> DraftText:
    """The text of a draft, or of a version without its kind, which the counters gave."""
    texts = {name: getattr(row, name) for name in (*ONE_LINE, *MANY_LINES)}
    return DraftText(**texts, qualifiers=tuple(row.qualifiers), kind=row.kind if isinstance(row, Draft) else "")


def accept_text(text: DraftText) -> DraftText:
    """The text as the record keeps it; raises UnacceptableText with the field's name."""
    if text.kind not in ("", Kind.URGENT, Kind.FIRST, Kind.LEAD):
        raise UnacceptableText("kind", "A draft is an urgent, a first filing or a lead.")
    qualifiers = (accept_line("qualifier", qualifier).strip("()") for qualifier in text.qualifiers)
    return DraftText(
        **{name: accept_line(name, getattr(text, name)) for name in ONE_LINE},
        **{name: accept(name, getattr(text, name)) for name in MANY_LINES},
        qualifiers=tuple(qualifier for qualifier in qualifiers if qualifier),
        kind=text.kind,
    )


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
    text = _columns(text_of(current)) if current else {"byline": own_byline(actor)}
    draft = Draft(story=story, purpose=purpose, based_on=current, **(text | {"attn": ""}))
    draft.opened_by = draft.saved_by = actor
    draft.opened_at = draft.saved_at = now
    save_signed(draft, actor=actor, now=now)
    if current:
        put_photos(draft, uses_of(current), actor=actor, now=now)
    _move(story, now)
    return draft


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


@transaction.atomic
def discard_draft(*, draft: Draft, actor: User, now: datetime) -> Draft:
    """Close the draft without filing it; its text stays in the record."""
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, current.revision)
    close_draft(current, actor=actor, now=now, reason="discarded")
    return current


def lock_story(story: Story) -> Story:
    """The story as it is now, held against every other writer until the transaction ends.

    The first lock of each service, so that two of them never wait for each other; SQLite
    has the whole database locked since BEGIN IMMEDIATE. The current version is read after
    the lock and not joined: PostgreSQL would join it as it was before the wait.
    """
    return Story.objects.select_for_update(no_key=True).get(pk=story.pk)


def lock_draft(draft: Draft) -> Draft:
    """The draft as it is now, under its story's lock."""
    story = lock_story(draft.story)
    current = Draft.objects.select_related("based_on", "saved_by").get(pk=draft.pk)
    current.story = story
    return current


def refuse_stale(draft: Draft, revision: int) -> None:
    """Raise DraftClosed or StaleDraft unless `draft` is open and still at `revision`."""
    if draft.closed_at is not None:
        raise DraftClosed("This draft was filed or discarded meanwhile. Your text has not been saved yet.", draft)
    if draft.revision != revision:
        name = draft.saved_by.get_full_name() or draft.saved_by.get_username()
        raise StaleDraft(f"{name} saved this draft after you opened it. Your text has not been saved yet.", draft)


def close_draft(draft: Draft, *, actor: User, now: datetime, reason: str) -> None:
    """Close a draft that the caller holds under its story's lock."""
    draft.closed_at = now
    save_signed(draft, actor=actor, now=now, reason=reason, fields=["closed_at"])


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
) -> Draft:
    """Make accepted `text` the next revision of a draft that the caller holds; `session` and `serial` name the tab.

    The numbers of its ATTN follow their paragraphs: `beside` and `again` as `line_with` has them.
    """
    line = line_with(draft, attn=text.attn, body=text.body, beside=beside, again=again)
    columns = _columns(text) | {"attn": line.line, "attn_holds": line.plain()}
    columns |= {"saved_session": session, "saved_serial": serial}
    return _keep(draft, columns, actor=actor, now=now, reason=reason)


def _keep(draft: Draft, columns: dict[str, object], *, actor: User, now: datetime, reason: str = "") -> Draft:
    of_no_tab = {"saved_session": "", "saved_serial": 0}
    columns = of_no_tab | columns | {"revision": draft.revision + 1, "saved_by": actor, "saved_at": now}
    for name, value in columns.items():
        setattr(draft, name, value)
    save_signed(draft, actor=actor, now=now, reason=reason, fields=columns)
    if not draft.saved_session or now - draft.story.moved_at >= BOARD_PAUSE:
        _move(draft.story, now)
    return draft


def _columns(text: DraftText) -> dict[str, object]:
    return {name: getattr(text, name) for name in FIELDS} | {"qualifiers": list(text.qualifiers)}


def _move(story: Story, now: datetime) -> None:
    """Put the story at the top of the board. No history row: the order of a list is not its content."""
    Story.objects.filter(pk=story.pk).update(moved_at=now)
