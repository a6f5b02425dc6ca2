"""Handing a draft to the desk, and taking it back."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Submission, Verdict
from stories.permissions import may_submit
from stories.queries.reviews import waiting_submission
from stories.wire.states import Act

from .deciding import hold_submission, refuse_decided
from .drafting import lock_draft, refuse_stale
from .moving import move_draft, overtake_waiting, pass_verdict, refuse_move
from .refusals import NotAllowed, Refused
from .snapshots import take_snapshot
from .telling import tell_the_desk
from .text import accept


class NothingToSubmit(Refused):
    """The draft has not even a headline."""


@transaction.atomic
def submit_draft(*, draft: Draft, revision: int, actor: User, now: datetime, message: str = "") -> Submission:
    """Hand the draft as it was saved at `revision` to the desk, word for word; what waited is overtaken.

    The same save handed in twice by one person is one submission. Raises StaleDraft,
    DraftClosed, NothingToSubmit, UnacceptableText, NotAllowed.
    """
    message = accept("message", message).strip()
    current = lock_draft(draft)
    if not may_submit(actor, current.story, now):
        raise NotAllowed("You cannot write on this story, or it is no longer running.")
    refuse_stale(current, revision)
    refuse_move(current, Act.SUBMIT)
    if not current.headline:
        raise NothingToSubmit("There is no headline yet: the desk would not know what it is.")
    waiting = waiting_submission(current)
    if waiting and (waiting.revision, waiting.submitted_by_id, waiting.message) == (revision, actor.pk, message):
        return waiting
    overtake_waiting(current, actor=actor, now=now, reason="submitted a newer text")
    submission = take_snapshot(current, actor=actor, now=now, message=message)
    move_draft(current, Act.SUBMIT, actor=actor, now=now)
    tell_the_desk(submission)
    return submission


@transaction.atomic
def take_back(*, submission: Submission, actor: User, now: datetime) -> Verdict:
    """Take back what waits for the desk; only who handed it in may. Raises AlreadyDecided, NotAllowed."""
    current = hold_submission(submission, actor, now)
    if current.submitted_by_id != actor.pk:
        raise NotAllowed("Only who submitted it takes it back; the desk returns it.")
    refuse_decided(current)
    verdict = pass_verdict(current, Verdict.Decision.WITHDRAWN, actor=actor, now=now)
    move_draft(current.draft, Act.TAKE_BACK, actor=actor, now=now)
    return verdict
