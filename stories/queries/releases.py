"""Whether a draft waits for the desk's word, and what brings it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.urls import reverse

from stories.models import Draft, Story
from stories.permissions import has_written, is_desk_editor, is_editor_of, may_file, needs_approval
from stories.wire.label import Kind
from stories.wire.states import DraftState

from .addresses import draft_address
from .approvals import Approval, approval_of
from .copy import DESK_ZONE
from .people import name_of
from .reviews import last_verdict

SHOWN_EDITS = 3
FROM_THE_DESK = {"unapproved", "waiting", "returned", "anew"}  # blockers that its approval takes away


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that keeps a draft from going out: a stable `code`, words for people, its cure's address and words."""

    code: str
    message: str
    cure: str = ""
    cure_words: str = ""


def release_blocker(
    draft: Draft, person: User, now: datetime, kind: Kind | None, approval: Approval | None = None
) -> Iterator[Blocker]:
    """What is missing of the desk's word for this draft to go out by this person: nothing, or one blocker.

    `approval` is the one that stands, where it is known. Two queries where the desk approves first and the draft is
    not approved.
    """
    if not needs_approval(draft.story.desk, kind):
        return
    approval = approval or approval_of(draft)
    if approval and approval.holds:
        return
    if approval and approval.for_the_writer:
        cure = f"{draft_address('draft_file', draft)}#confirm"
        yield Blocker("confirm", _to_confirm(approval), cure, "Read what was changed")
    elif not may_file(person, draft.story, now, kind, own=_is_own(person, draft)):
        yield _for_the_desk(draft, person, approval)


def _is_own(person: User, draft: Draft) -> bool:
    """Whether it is a desk editor's own work, where the desk asks."""
    return draft.story.desk.four_eyes and is_desk_editor(person) and has_written(person, draft)


def _for_the_desk(draft: Draft, person: User, approval: Approval | None) -> Blocker:
    desk, submit = draft.story.desk, draft_address("draft_submit", draft)
    if approval:
        message = f"Facts were changed after it was approved ({_shown(approval)}): the {desk} desk approves it anew."
        return Blocker("anew", message, submit, "Submit it again")
    if draft.state == DraftState.SUBMITTED:
        since = f" since {draft.state_since.astimezone(DESK_ZONE):%H:%M}" if draft.state_since else ""
        return Blocker("waiting", f"It waits for the {desk} desk{since}.", submit, "See what waits")
    if draft.state == DraftState.RETURNED:
        verdict = last_verdict(draft)
        said = f"{name_of(verdict.decided_by)} returned it: “{verdict.reason}”" if verdict else "It was returned."
        return Blocker("returned", said, submit, "Submit it again")
    return unapproved(draft.story, person)


def unapproved(story: Story, person: User) -> Blocker:
    """The desk approves first, and nobody has asked it yet."""
    who = "It is your own work: somebody else" if is_editor_of(person, story.desk) else f"The {story.desk} desk"
    submit = reverse("draft_submit", args=[story.pk])
    return Blocker("unapproved", f"{who} approves it before it goes out.", submit, "Submit it to the desk")


def _to_confirm(approval: Approval) -> str:
    name = name_of(approval.submission.submitted_by)
    return f"Facts were changed after it was approved ({_shown(approval)}): {name} confirms them."


def _shown(approval: Approval) -> str:
    words = [edit.words for edit in approval.edits]
    more = f" and {len(words) - SHOWN_EDITS} more" if len(words) > SHOWN_EDITS else ""
    return "; ".join(words[:SHOWN_EDITS]) + more
