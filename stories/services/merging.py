"""Merges that a person decides: a parked text into the draft as it is now, and what went out into a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, ParkedText, Version
from stories.wire.merge import Side, TextMerge, merge_fields

from .drafting import (
    MERGED_FIELDS,
    DraftText,
    StaleDraft,
    brackets_in_words,
    brackets_of,
    keep_text,
    lock_draft,
    refuse_stale,
    text_of,
)
from .photo_merging import bring_photos, photos_of_wire
from .refusals import refuse_unless_writable

MERGED = "merged"
MERGED_BY_HAND = "merged by hand"
OWN_FIELDS = ("attn", "note", "kind")  # they speak of the coming filing only: what went out has its own

Grafs = Sequence[Side | tuple[str, ...]]


def merged_fields_of(row: Draft | Version | DraftText) -> dict[str, str]:
    """All that somebody may have changed of a draft, of its history, of a version or of a typed text, as words."""
    fields = {name: getattr(row, name) for name in MERGED_FIELDS}
    return fields | {"qualifiers": brackets_in_words(row), "kind": row.kind}


def with_merged(text: DraftText, fields: Mapping[str, str]) -> DraftText:
    """`text` with what a merge came to, as `merged_fields_of` has it."""
    return replace(text, **(fields | {"qualifiers": brackets_of(fields["qualifiers"])}))


def merge_since(draft: Draft, revision: int, text: DraftText) -> TextMerge:
    """`text`, written from `revision`, merged with the draft as it is now: mine is the text, theirs the draft.

    Raises StaleDraft where the draft never had that revision.
    """
    base = draft.history.filter(revision=revision).order_by("history_id").first()
    if base is None:
        raise StaleDraft("This text was written from a draft that is not there any more.", draft)
    return merge_fields(merged_fields_of(base), merged_fields_of(text), merged_fields_of(draft))


def merge_from(base: DraftText, text: DraftText, draft: Draft) -> TextMerge:
    """`text`, typed on from `base`, merged with a draft that has the base's changes among others."""
    return merge_fields(merged_fields_of(base), merged_fields_of(text), merged_fields_of(draft))


def merge_of_closed(base: DraftText, text: DraftText, draft: Draft) -> TextMerge:
    """`text`, written from `base` on a draft that was closed since, merged with the one that is open now."""
    was, mine, theirs = (merged_fields_of(each) for each in (base, text, draft))
    own = {name: mine[name] if mine[name] != was[name] else theirs[name] for name in OWN_FIELDS}
    return merge_fields(was | own, mine | own, theirs | own)


def parked_text(parked: ParkedText) -> DraftText:
    """The text somebody typed, as it was parked."""
    return DraftText(**(parked.fields | {"qualifiers": tuple(parked.fields["qualifiers"])}))


def base_on_closed(closed: Draft, revision: int) -> DraftText:
    """What a text was written from, on a draft that was closed since.

    Of a filed one the revision itself: the rest went out. Of a discarded one nothing did, so it
    is what the draft was begun on. Raises StaleDraft where there was no such revision.
    """
    if closed.state == Draft.State.DISCARDED:
        return text_of(closed.based_on) if closed.based_on else DraftText()
    base = closed.history.filter(revision=revision).order_by("history_id").first()
    if base is None:
        raise StaleDraft("This text was written from a draft that is not there any more.", closed)
    return text_of(base.instance)


def merge_of_parked(parked: ParkedText, draft: Draft) -> TextMerge:
    """The parked text merged with `draft` as it is now: the one it was typed for, or what is open after that one."""
    text = parked_text(parked)
    if parked.draft_id == draft.pk:
        return merge_since(draft, parked.based_on_revision, text)
    return merge_of_closed(base_on_closed(parked.draft, parked.based_on_revision), text, draft)


def merge_of_wire(draft: Draft) -> TextMerge:
    """The draft merged with what went out since it was begun: mine is the draft, theirs the version on the wire."""
    mine = merged_fields_of(draft)
    base = merged_fields_of(draft.based_on) if draft.based_on else dict.fromkeys(mine, "")
    current = draft.story.current_version
    theirs = merged_fields_of(current) if current else base
    own = {name: mine[name] for name in OWN_FIELDS}
    return merge_fields(base | own, mine, theirs | own)


@transaction.atomic
def settle_parked(
    *,
    parked: ParkedText,
    draft: Draft,
    revision: int,
    lines: Mapping[str, str],
    grafs: Grafs,
    actor: User,
    now: datetime,
) -> Draft:
    """Save the parked text as decided into `draft`, over its `revision` that the person saw.

    `lines` decides conflicting fields by name, `grafs` the body's conflicts in order. Raises
    StaleDraft where somebody saved meanwhile, DraftClosed, NotAllowed.
    """
    current = _writable(draft, revision, actor, now)
    fields = merge_of_parked(parked, current).result(lines, grafs)
    text, beside = with_merged(text_of(current), fields), parked.fields["body"]
    kept = keep_text(current, text, actor=actor, now=now, reason=MERGED_BY_HAND, beside=beside)
    drop_parked(parked=parked, now=now)
    return kept


def drop_parked(*, parked: ParkedText, now: datetime) -> None:
    """Let a parked text go: merged, or not wanted. It stays in the record."""
    ParkedText.objects.filter(pk=parked.pk, settled_at=None).update(settled_at=now)


@transaction.atomic
def follow_wire(
    *, draft: Draft, revision: int, lines: Mapping[str, str], grafs: Grafs, actor: User, now: datetime
) -> Draft:
    """Bring what went out since into the draft, as decided, and put the draft on it. Raises as `settle_parked`.

    Its photos come along; where both changed the words of one, the draft's stand.
    """
    current = _writable(draft, revision, actor, now)
    fields = merge_of_wire(current).result(lines, grafs)
    text = with_merged(text_of(current), fields)
    onto, (uses, _) = current.story.current_version, photos_of_wire(current)
    kept = keep_text(current, text, actor=actor, now=now, reason=MERGED_BY_HAND, onto=onto)
    bring_photos(kept, uses, actor=actor, now=now)
    return kept


def _writable(draft: Draft, revision: int, actor: User, now: datetime) -> Draft:
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, revision)
    return current


def fields_to_park(text: DraftText) -> dict[str, object]:
    """A text as a parked row keeps it."""
    return asdict(text) | {"qualifiers": list(text.qualifiers)}
