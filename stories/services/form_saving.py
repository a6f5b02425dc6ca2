"""Saves by a form without scripts: on top of one's own, merged with another's, or parked to be asked about.

Text and photos come in one post and are kept in one save.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, ParkedText, Story
from stories.queries.people import name_of
from stories.wire.merge import TextMerge, came_in
from stories.wire.merge.rows import Clash

from .choosing import CHOSEN, SAID
from .drafting import DraftText, accept_text, keep_text, lock_draft, open_draft, refuse_stale, text_of
from .draftphotos import accept_photos, uses_of
from .merging import MERGED, base_on_closed, merge_of_closed, merge_since, merged_fields_of, with_merged
from .photo_merging import Uses, bring_photos, merge_uses
from .refusals import refuse_unless_writable
from .tabs import BY_FORM, Tab, park, typed_on, who


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A form as it was sent: written from `revision`, with the photos it has (`uses`) and those it was given (`were`).

    Both are None where it had no photos in it. `page` is the page's own mark: what one page
    saved is no conflict with what it sends later. `closed` is the draft it was written on,
    where that one was filed or discarded since.
    """

    text: DraftText
    revision: int
    uses: Uses | None = None
    were: Uses | None = None
    page: str = ""
    closed: Draft | None = None


@dataclass(frozen=True, slots=True)
class FormSaved:
    """The draft as it is now, and what the writer of the form is told of all else that came in.

    `parked` is the text where both changed the same words: it waits for its writer to merge it.
    """

    draft: Draft
    notices: tuple[str, ...] = ()
    parked: ParkedText | None = None


@transaction.atomic
def save_form(*, draft: Draft, sheet: Sheet, actor: User, now: datetime) -> FormSaved:
    """Keep the sheet on `draft`, whatever was saved since.

    Raises StaleDraft where the draft never had the sheet's revision, DraftClosed,
    UnacceptableText, PhotoWithdrawn, NotAllowed.
    """
    sheet = _accepted(sheet)
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, current.revision)
    theirs = uses_of(current)
    if sheet.text == text_of(current) and sheet.uses in (None, theirs):
        return FormSaved(current)
    base = _base(current, sheet)
    if base == current.revision and not sheet.closed:
        return FormSaved(_keep(current, sheet.text, sheet.uses, sheet, actor, now, again=base != sheet.revision))
    merged = _merge(current, base, sheet)
    both, clashes = _photos(sheet, theirs)
    told = _of_photos(current, sheet, both, clashes)
    if not merged.clean:
        parked = park(sheet.closed or current, base, sheet.text, actor, now, Tab(sheet.page))
        return FormSaved(_keep_photos(current, both, actor, now), told, parked)
    text = with_merged(sheet.text, merged.result())
    told = (*_of_text(current, sheet, text, actor), *told)
    if text == text_of(current) and both in (None, theirs):
        return FormSaved(current, told)
    return FormSaved(_keep(current, text, both, sheet, actor, now, beside=sheet.text.body), told)


@transaction.atomic
def save_onward(*, story: Story, purpose: str, sheet: Sheet, actor: User, now: datetime) -> FormSaved:
    """Keep a sheet whose draft was closed on the draft that is open now, or on a new one. Raises as `save_form`."""
    opened = open_draft(story=story, actor=actor, now=now, purpose=purpose)
    if sheet.closed is None and opened.opened_at == now:
        sheet = replace(sheet, revision=opened.revision)
    return save_form(draft=opened, sheet=sheet, actor=actor, now=now)


def _accepted(sheet: Sheet) -> Sheet:
    uses, were = (None if photos is None else accept_photos(photos) for photos in (sheet.uses, sheet.were))
    return replace(sheet, text=accept_text(sheet.text), uses=uses, were=were)


def _base(draft: Draft, sheet: Sheet) -> int:
    """The revision that the sheet's text goes on from."""
    if sheet.closed or sheet.revision == draft.revision:
        return sheet.revision
    return typed_on(draft, sheet.revision, Tab(sheet.page))


def _merge(draft: Draft, base: int, sheet: Sheet) -> TextMerge:
    if sheet.closed:
        return merge_of_closed(base_on_closed(sheet.closed, base), sheet.text, draft)
    if not draft.history.filter(revision=base).exists():
        refuse_stale(draft, base)
    return merge_since(draft, base, sheet.text)


def _photos(sheet: Sheet, theirs: Uses) -> tuple[Uses | None, tuple[Clash, ...]]:
    """Both sides' photos; where both changed one field the form's stands. None where the form had none in it."""
    if sheet.uses is None:
        return None, ()
    were = sheet.were or ()
    if sheet.closed and sheet.closed.state == Draft.State.DISCARDED:
        were = uses_of(sheet.closed.based_on) if sheet.closed.based_on else ()
    return merge_uses(were, sheet.uses, theirs)


def _keep(
    draft: Draft, text: DraftText, uses: Uses | None, sheet: Sheet, actor: User, now: datetime, **line: Any
) -> Draft:
    if uses is not None:
        bring_photos(draft, uses, actor=actor, now=now)
    reason = MERGED if "beside" in line else BY_FORM
    return keep_text(draft, text, actor=actor, now=now, reason=reason, session=sheet.page, **line)


def _keep_photos(draft: Draft, uses: Uses | None, actor: User, now: datetime) -> Draft:
    """The photos alone, where the text has to wait."""
    if uses in (None, uses_of(draft)):
        return draft
    bring_photos(draft, uses, actor=actor, now=now)
    return keep_text(draft, text_of(draft), actor=actor, now=now, reason=CHOSEN)


def _of_text(draft: Draft, sheet: Sheet, both: DraftText, actor: User) -> tuple[str, ...]:
    """What came into the text that was not typed into the form."""
    came = came_in(merged_fields_of(sheet.text), merged_fields_of(both))
    said = [f"In your text now, beside your own changes: {came}."] if came else []
    if sheet.closed:
        said.insert(0, f"The draft you wrote on was {sheet.closed.state} meanwhile; yours is in the one open now.")
    elif came:
        said.insert(0, who(draft, actor, "saved meanwhile"))
    return (" ".join(said),) if said else ()


def _of_photos(draft: Draft, sheet: Sheet, both: Uses | None, clashes: Sequence[Clash]) -> tuple[str, ...]:
    """What came in beside the form's photos, and what another put into the same field of one."""
    told = [
        f"The {SAID[clash.field]} of photo {clash.place + 1} was changed meanwhile too. "
        f"Yours stands; {name_of(draft.saved_by)} saved: {clash.theirs or 'nothing in it'}"
        for clash in clashes
    ]
    if both != sheet.uses:
        told.append("The photos were changed meanwhile: both changes are in.")
    return tuple(told)
