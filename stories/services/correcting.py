"""Putting right what was sent: a correction made of a lead's facts, and brought into the lead it goes out beneath."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Version
from stories.permissions import is_editor_of
from stories.wire.corrections import corrected, correction_line, correction_note
from stories.wire.grafs import join_grafs, split_grafs
from stories.wire.label import short_label
from stories.wire.states import DraftState

from .drafting import (
    DraftText,
    keep_text,
    lock_draft,
    lock_story,
    open_draft,
    refuse_stale,
    save_draft,
    text_of,
)
from .merging import merge_of_wire, with_merged
from .photo_merging import bring_photos, photos_of_wire
from .refusals import NotAllowed, Refused, refuse_unless_writable

REASONS = {Draft.Purpose.CORRECTION: "made a correction", Draft.Purpose.UPDATE: "made the next lead"}
WITH_THE_DESK = (DraftState.SUBMITTED, DraftState.APPROVED)


class UnableToCorrect(Refused):
    """Nothing was changed: there is nothing to correct, or another draft stands in the way."""


@transaction.atomic
def correct_first(*, draft: Draft, revision: int, facts: Collection[str], actor: User, now: datetime) -> Draft:
    """A correction's draft: the text on the wire with only these facts of the lead's draft put right.

    `facts` are the keys of `wire.corrections.SentFact`. Its ATTN and its note say what and where. The lead's
    draft stays as it is; it follows the correction once that is filed. Raises UnableToCorrect, StaleDraft,
    DraftClosed, NotAllowed.
    """
    current = _held(draft, revision, actor, now)
    wire = current.story.current_version
    if wire is None or current.based_on_id != wire.pk:
        raise UnableToCorrect("Another version went out since this draft was begun: merge it first.")
    _refuse_second_correction(current)
    old = split_grafs(wire.body)
    grafs = corrected(old, split_grafs(current.body), facts)
    if grafs == old:
        raise UnableToCorrect("Choose at least one fact that is to be corrected.")
    opened = open_draft(story=current.story, actor=actor, now=now, purpose=Draft.Purpose.CORRECTION)
    text = with_words(replace(text_of(opened), body=join_grafs(grafs)), wire)
    return save_draft(draft=opened, revision=opened.revision, text=text, actor=actor, now=now, reason="from the lead")


@transaction.atomic
def make_correction(*, draft: Draft, revision: int, actor: User, now: datetime) -> Draft:
    """Let the draft go out as a correction of what is on the wire, and not as the next lead.

    An empty ATTN and note are filled from the facts. Raises as `correct_first`.
    """
    current = _held(draft, revision, actor, now)
    wire = current.story.current_version
    if wire is None:
        raise UnableToCorrect("Nothing is on the wire yet, so there is nothing to correct.")
    if current.purpose == Draft.Purpose.UPDATE:
        _refuse_second_correction(current)
        _refuse_with_the_desk(current, actor)
    return _with_purpose(current, Draft.Purpose.CORRECTION, with_words(text_of(current), wire), actor, now)


@transaction.atomic
def make_lead(*, draft: Draft, revision: int, actor: User, now: datetime) -> Draft:
    """Let a correction's draft go out as the next lead. Raises as `correct_first`."""
    current = _held(draft, revision, actor, now)
    if current.purpose == Draft.Purpose.UPDATE:
        return current
    if current.story.drafts.filter(purpose=Draft.Purpose.UPDATE, closed_at=None).exists():
        raise UnableToCorrect("The next lead is being written already: file this as the correction it is.")
    _refuse_with_the_desk(current, actor)
    return _with_purpose(current, Draft.Purpose.UPDATE, text_of(current), actor, now)


def with_words(text: DraftText, wire: Version) -> DraftText:
    """The text with the words of a correction where its ATTN or its note is empty: what was typed stays."""
    old, new = split_grafs(wire.body), split_grafs(text.body)
    return replace(text, attn=text.attn or correction_line(old, new), note=text.note or correction_note(old, new))


def words_for(draft: Draft) -> DraftText | None:
    """The draft's text with the words its facts call for as a correction, where that fills a line nobody typed."""
    wire, text = draft.story.current_version, text_of(draft)
    filled = with_words(text, wire) if wire else text
    return filled if filled != text else None


@transaction.atomic
def restore_version(*, version: Version, actor: User, now: datetime) -> Draft:
    """A draft of the next lead with the text of an older version: what went out since is replaced, not taken back.

    Raises UnableToCorrect where the next lead is being written or nothing would change, NotAllowed.
    """
    story = lock_story(version.story)
    refuse_unless_writable(actor, story, now)
    if version.pk == story.current_version_id:
        raise UnableToCorrect("This is what is on the wire now.")
    if story.drafts.filter(purpose=Draft.Purpose.UPDATE, closed_at=None).exists():
        raise UnableToCorrect("The next lead is being written: file or discard it before an older text comes back.")
    draft = open_draft(story=story, actor=actor, now=now)
    text = replace(text_of(version), attn="", note="")
    reason = f"restored from version {version.sequence}"
    return save_draft(draft=draft, revision=draft.revision, text=text, actor=actor, now=now, reason=reason)


def follow_correction(version: Version, *, actor: User, now: datetime) -> Draft | None:
    """Bring a correction that has just gone out into the lead being written, where their words do not touch.

    The caller holds the story. None where no lead is being written, or a person has to be asked: then the draft says
    what went out since it was begun.
    """
    draft = version.story.drafts.select_related("based_on").filter(purpose=Draft.Purpose.UPDATE, closed_at=None).first()
    if draft is None:
        return None
    draft.story = version.story
    merge, (uses, clashes) = merge_of_wire(draft), photos_of_wire(draft)
    if clashes or not merge.clean:
        return None
    text = with_merged(text_of(draft), merge.result({}, []))
    reason = f"merged with the {short_label(version.label)}"
    kept = keep_text(draft, text, actor=actor, now=now, reason=reason, onto=version)
    bring_photos(kept, uses, actor=actor, now=now)
    return kept


def _held(draft: Draft, revision: int, actor: User, now: datetime) -> Draft:
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, revision)
    return current


def _refuse_second_correction(draft: Draft) -> None:
    if draft.story.drafts.filter(purpose=Draft.Purpose.CORRECTION, closed_at=None).exists():
        raise UnableToCorrect("A correction is being written already: add to it, file it or discard it first.")


def _refuse_with_the_desk(draft: Draft, actor: User) -> None:
    """What the desk was handed or has approved becomes another filing by the desk's hand only."""
    if draft.state in WITH_THE_DESK and not is_editor_of(actor, draft.story.desk):
        raise NotAllowed(f"The {draft.story.desk} desk has it as it is: take it back first, or ask the desk.")


def _with_purpose(draft: Draft, purpose: str, text: DraftText, actor: User, now: datetime) -> Draft:
    draft.purpose = purpose
    kept = keep_text(draft, text, actor=actor, now=now, reason=REASONS[purpose])
    Draft.objects.filter(pk=kept.pk).update(purpose=purpose)  # the save's own history row has it
    return kept
