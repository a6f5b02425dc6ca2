"""Saves that nobody pressed a button for: on top of one's own, merged with another's, or parked and asked about."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef

from stories.models import Draft, Note, ParkedText
from stories.permissions import may_read, may_write
from stories.queries.prepared import NUMBER, TEXT, Prepared

from .drafting import DraftText, accept_text, keep_text, refuse_stale, text_of
from .drafting.holding import HELD
from .merging import MERGED, merge_from, merge_of_closed, merge_since, with_merged
from .refusals import NotAllowed, Refused
from .tabs import AUTOSAVED, NeedsMerge, Tab, last_kept, park, typed_on, who

HAS_NOTES = Exists(Note.objects.filter(draft=OuterRef("pk"), parent=None))
DRAFT = Prepared(
    lambda story, pk: Draft.objects.filter(story=story, pk=pk).annotate(has_notes=HAS_NOTES)[:1], TEXT, NUMBER
)


@dataclass(frozen=True, slots=True)
class Autosaved:
    """What became of a save. `merged` where other changes came in; `notice` says so, but of one's own late words."""

    draft: Draft
    merged: bool = False
    notice: str = ""


class ComesInWhole(Refused):
    """A text from a draft that was closed cannot be merged by itself into the one that is open now."""


class NoSuchDraft(Refused):
    """The story has no such draft, or the person may not see it: the two look alike."""


def autosave(
    *, story_id: str, draft_id: int, revision: int, text: DraftText, actor: User, now: datetime, tab: Tab
) -> Autosaved:
    """Keep `text`, written from the draft's `revision`, whatever was saved since.

    A tab's own earlier save is built upon. One that was kept already (its answer was lost and
    the tab sends it again, or it comes late) changes nothing: it gives the draft as it is now.
    Another's save is merged where the two do not touch. Raises NeedsMerge where they do (the
    text is parked), DraftClosed, UnacceptableText, NoSuchDraft, NotAllowed, and for a text
    from a closed draft ComesInWhole.

    It is called for every pause in somebody's typing, so it loads what it locks and nothing
    before: four queries where nobody else saved.
    """
    outcome = _save(story_id, draft_id, revision, text, actor, now, tab)
    if isinstance(outcome, ParkedText):
        raise NeedsMerge(outcome.draft, outcome, tab)
    return outcome


@transaction.atomic
def _save(
    story_id: str, draft_id: int, revision: int, text: DraftText, actor: User, now: datetime, tab: Tab
) -> Autosaved | ParkedText:
    accepted = accept_text(text)
    current = _hold(story_id, draft_id, actor, now)
    refuse_stale(current, current.revision)
    if tab.closed:
        return _from_closed(current, revision, accepted, actor, now, tab)
    again = revision != current.revision
    kept = last_kept(current, revision, tab) if again else 0
    if kept >= tab.serial:
        return _as_it_is(current, accepted, actor, tab)
    revision = typed_on(current, revision, tab) if again else revision
    if revision == current.revision:
        if accepted == text_of(current):
            return Autosaved(current)
        return Autosaved(_keep(current, accepted, AUTOSAVED, actor, now, tab, again=again))
    if kept in tab.before:  # merged with another's, so that no revision is the text that was typed on
        merged = merge_from(accept_text(tab.before[kept]), accepted, current)
    else:
        merged = merge_since(current, revision, accepted)
    if not merged.clean:
        return park(current, revision, accepted, actor, now, tab)
    both = with_merged(accepted, merged.result())
    if both == text_of(current):
        return _as_it_is(current, accepted, actor, tab)
    notice = _told(current, actor, tab, "Both changes are in the text.")
    saved = _keep(current, both, MERGED, actor, now, tab, beside=accepted.body)
    return Autosaved(saved, merged=True, notice=notice)


def _from_closed(draft: Draft, revision: int, text: DraftText, actor: User, now: datetime, tab: Tab) -> Autosaved:
    saves = Draft.history.filter(id=tab.closed, story_id=draft.story_id, revision=revision)
    base = saves.order_by("history_id").first()
    merged = merge_of_closed(text_of(base), text, draft) if base else None
    if merged is None or not merged.clean:
        raise ComesInWhole("Both changed the same places since, so your text came in whole: look at its marks.")
    both = with_merged(text, merged.result())
    saved = _keep(draft, both, MERGED, actor, now, tab, beside=text.body) if both != text_of(draft) else draft
    return Autosaved(saved, merged=True, notice="What you wrote on the draft that was closed is in this one now.")


def _as_it_is(draft: Draft, sent: DraftText, actor: User, tab: Tab) -> Autosaved:
    """The draft for a tab that sent nothing new. No revision: two tabs that look at one must not save in turns."""
    if sent == text_of(draft):
        return Autosaved(draft)
    return Autosaved(draft, merged=True, notice=_told(draft, actor, tab, "It is in your text now."))


def _told(draft: Draft, actor: User, tab: Tab, came: str) -> str:
    """Whose save came in, and where it is; nothing of one's own late words."""
    return "" if tab.said(draft, actor) else f"{who(draft, actor, 'saved meanwhile')} {came}"


def _hold(story_id: str, draft_id: int, actor: User, now: datetime) -> Draft:
    """The draft under its story's lock, for a person who may write it."""
    stories = HELD(story_id)
    if not stories or not may_read(actor, stories[0], now):
        raise NoSuchDraft("There is no such draft.")
    drafts = DRAFT(story_id, draft_id)
    if not drafts:
        raise NoSuchDraft("There is no such draft.")
    (story,), (draft,) = stories, drafts
    draft.story = story
    if draft.closed_at is None and not may_write(actor, story, now):
        raise NotAllowed("You cannot write on this story: it is no longer running.")
    return draft


def _keep(draft: Draft, text: DraftText, reason: str, actor: User, now: datetime, tab: Tab, **line: Any) -> Draft:
    return keep_text(draft, text, actor=actor, now=now, reason=reason, session=tab.session, serial=tab.serial, **line)
