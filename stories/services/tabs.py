"""The pages that write one draft: what each has saved already, and the text of one that waits to be merged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from stories.models import Draft, ParkedText
from stories.permissions import may_read, may_write
from stories.queries.people import name_of

from .drafting import DraftText, UnableToSave, accept_text, lock_draft, text_of
from .merging import fields_to_park

AUTOSAVED = "autosave"
BY_FORM = ""  # somebody pressed a button


@dataclass(frozen=True, slots=True)
class Tab:
    """A browser tab: its random id, the number of the save it sends (growing from 1), and what it sent before.

    `before` are its saves since the revision it names whose answers it never had, by their numbers.
    `closed` is the key of the draft it was written on, where that one was filed or discarded since.
    `was` is the id of the page that stood in the tab before this one, whose last words may come in late.
    A form without scripts counts nothing: each of its saves is number 0.
    """

    session: str
    serial: int = 0
    before: Mapping[int, DraftText] = field(default_factory=dict)
    closed: int = 0
    was: str = ""

    def said(self, draft: Draft, actor: User) -> bool:
        """Were the draft's last words the actor's own, from the page that was loaded anew?"""
        return bool(self.was) and draft.saved_session == self.was and draft.saved_by_id == actor.pk


class NeedsMerge(UnableToSave):
    """Both changed the same places. The text is kept as `parked`, for its writer to merge."""

    def __init__(self, draft: Draft, parked: ParkedText, tab: Tab) -> None:
        said = who(draft, parked.writer, "changed the same places", tab)
        super().__init__(f"{said} Your text is kept.", draft)
        self.parked = parked


def who(draft: Draft, actor: User, did: str, tab: Tab | None = None) -> str:
    """Who saved last, in a sentence to `actor`, who may have two windows open."""
    if draft.saved_by_id != actor.pk:
        return f"{name_of(draft.saved_by)} {did}."
    here = tab is not None and tab.said(draft, actor)
    return f"You {did} {'here before the page was loaded anew' if here else 'in another window'}."


def last_kept(draft: Draft, revision: int, tab: Tab) -> int:
    """The number of the tab's last save among the revisions after the one it wrote from; 0 where there is none."""
    if not tab.session:
        return 0
    kept = draft.history.filter(revision__gt=revision, saved_session=tab.session)
    return kept.aggregate(last=Max("saved_serial"))["last"] or 0


def typed_on(draft: Draft, revision: int, tab: Tab) -> int:
    """The revision that the tab's text goes on from: `revision`, or its own last save right after it.

    The answer to that save got lost on the way, as when the server dies between the two, or its
    writer went back to the page that sent it; what the tab typed is there already, and no change
    of anybody else's that the tab does not know.
    """
    rows = draft.history.filter(revision__gt=revision).order_by("revision", "history_id")
    for row in rows.values("revision", "saved_session", "history_change_reason"):
        own = row["saved_session"] == tab.session and row["history_change_reason"] in (AUTOSAVED, BY_FORM, None)
        if not tab.session or not own:
            break
        revision = row["revision"]
    return revision


def park(draft: Draft, revision: int, text: DraftText, actor: User, now: datetime, tab: Tab) -> ParkedText:
    """The tab's one parked text: `text`, or a newer one of the same tab where this save comes late."""
    place = {"draft": draft, "writer": actor, "session": tab.session, "settled_at": None}
    parked = ParkedText.objects.filter(**place).first() or ParkedText(**place)
    if parked.pk is None or parked.serial <= tab.serial:
        parked.serial, parked.based_on_revision = tab.serial, revision
        parked.fields, parked.parked_at = fields_to_park(text), now
        parked.save()
    parked.draft = draft
    return parked


@transaction.atomic
def park_for(
    *, writer_id: int, draft_id: int, revision: int, text: DraftText, page: str, now: datetime
) -> ParkedText | None:
    """Park what somebody typed into a page of theirs whose sign-in was over when they sent it.

    It changes no draft; they alone see it, once they are signed in. None where nothing need or can
    be kept: the draft has it, or never had that revision, or its story is not theirs to write any
    more. Raises UnacceptableText.
    """
    accepted, tab = accept_text(text), Tab(page)
    writer = User.objects.filter(pk=writer_id, is_active=True).first()
    draft = Draft.objects.select_related("story").filter(pk=draft_id).first()
    if writer is None or draft is None or not may_read(writer, draft.story, now):
        return None
    current = lock_draft(draft)
    base = revision if revision == current.revision else typed_on(current, revision, tab)
    known = current.history.filter(revision=base).exists()
    if not known or accepted == text_of(current) or not may_write(writer, current.story, now):
        return None
    return park(current, base, accepted, writer, now, tab)
