"""What the desk decides on what it was handed: one verdict stands; the second of two who decide is told the first."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft, Submission, Verdict
from stories.permissions import is_own_work, may_decide, may_read
from stories.queries.approvals import approval_of
from stories.queries.copy import DESK_ZONE
from stories.queries.people import name_of
from stories.queries.reviews import standing_verdict
from stories.wire.states import Act

from .drafting import lock_draft, lock_story, refuse_stale
from .moving import move_draft, pass_verdict, refuse_move
from .refusals import NotAllowed, Refused, refuse_unless_writable
from .snapshots import take_snapshot
from .telling import tell_the_writer
from .text import accept

UNDO_WITHIN = timedelta(minutes=5)
DID = {
    Verdict.Decision.APPROVED: "approved it",
    Verdict.Decision.RETURNED: "returned it",
    Verdict.Decision.WITHDRAWN: "took it back",
}


class AlreadyDecided(Refused):
    """Somebody decided before; `verdict` is the one that stands."""

    def __init__(self, verdict: Verdict) -> None:
        at = verdict.decided_at.astimezone(DESK_ZONE)
        did = DID.get(verdict.decision) or verdict.reason  # what overtook it says so itself
        super().__init__(f"{name_of(verdict.decided_by)} {did} at {at:%H:%M}. Nothing was changed by you.")
        self.verdict = verdict


class OwnWork(Refused):
    """The desk asks for four eyes, and this is the person's own."""


class ReasonMissing(Refused):
    """A return without a word of why."""


class TooLate(Refused):
    """A verdict that cannot be undone any more."""


class NothingToConfirm(Refused):
    """No fact reads otherwise than it was approved."""


@transaction.atomic
def approve(*, submission: Submission, actor: User, now: datetime) -> Verdict:
    """Approve what was handed in. Raises AlreadyDecided, OwnWork, NotAllowed."""
    current = _to_decide(submission, actor, now)
    _refuse_own(current, actor)
    verdict = pass_verdict(current, Verdict.Decision.APPROVED, actor=actor, now=now)
    move_draft(current.draft, Act.APPROVE, actor=actor, now=now)
    tell_the_writer(verdict)
    return verdict


@transaction.atomic
def return_draft(*, submission: Submission, reason: str, actor: User, now: datetime) -> Verdict:
    """Hand it back, and say why. Raises ReasonMissing, AlreadyDecided, UnacceptableText, NotAllowed."""
    reason = accept("reason", reason).strip()
    if not reason:
        raise ReasonMissing("Say what is to be done: it goes back to its writer with your words.")
    current = _to_decide(submission, actor, now)
    verdict = pass_verdict(current, Verdict.Decision.RETURNED, actor=actor, now=now, reason=reason)
    move_draft(current.draft, Act.RETURN, actor=actor, now=now)
    tell_the_writer(verdict)
    return verdict


@transaction.atomic
def undo_verdict(*, verdict: Verdict, actor: User, now: datetime) -> Submission:
    """Take a verdict back while nothing followed from it: the submission waits again, since it was handed in.

    Raises TooLate, NotAllowed.
    """
    current = hold_submission(verdict.submission, actor, now)
    verdict = current.verdicts.get(pk=verdict.pk)
    if verdict.decided_by_id != actor.pk or verdict.decision not in (
        Verdict.Decision.APPROVED,
        Verdict.Decision.RETURNED,
    ):
        raise NotAllowed("Only who decided undoes it.")
    _refuse_late(verdict, current, now)
    current.verdicts.filter(pk=verdict.pk).update(undone_by=actor, undone_at=now)
    move_draft(current.draft, Act.UNDO, actor=actor, now=now, state_since=current.submitted_at)
    return current


@transaction.atomic
def confirm_changes(*, draft: Draft, revision: int, actor: User, now: datetime) -> Submission:
    """The word of who submitted a draft for the facts that others changed in it after its approval.

    Raises NothingToConfirm, StaleDraft, DraftClosed, OutOfState, NotAllowed.
    """
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, revision)
    refuse_move(current, Act.CONFIRM)
    approval = approval_of(current)
    if approval is None or approval.holds:
        raise NothingToConfirm("No fact was changed since it was approved.")
    if approval.submission.submitted_by_id != actor.pk:
        raise NotAllowed(f"{name_of(approval.submission.submitted_by)} submitted it, and confirms what was changed.")
    if approval.for_the_desk:
        raise NotAllowed("You changed facts yourself since it was approved: submit it again, and the desk looks anew.")
    confirmed = take_snapshot(current, actor=actor, now=now, confirms=approval.submission)
    move_draft(current, Act.CONFIRM, actor=actor, now=now)
    return confirmed


def hold_submission(submission: Submission, actor: User, now: datetime) -> Submission:
    """The submission and its draft as they are now, under its lock. Raises NotAllowed for who may not see it."""
    story = lock_story(submission.story)
    if not may_read(actor, story, now):
        raise NotAllowed("There is no such submission.")
    current = Submission.objects.select_related("draft", "submitted_by").get(pk=submission.pk)
    current.story = current.draft.story = story
    return current


def refuse_decided(submission: Submission) -> None:
    """Raise AlreadyDecided where a verdict stands."""
    standing = standing_verdict(submission)
    if standing:
        raise AlreadyDecided(standing)


def _to_decide(submission: Submission, actor: User, now: datetime) -> Submission:
    current = hold_submission(submission, actor, now)
    if current.confirms_id or not may_decide(actor, current.story):
        raise NotAllowed(f"The editors of the {current.story.desk.name} desk decide on this.")
    refuse_decided(current)
    return current


def _refuse_own(submission: Submission, actor: User) -> None:
    if is_own_work(actor, submission):
        raise OwnWork("This is your own work: on this desk somebody else approves it.")


def _refuse_late(verdict: Verdict, submission: Submission, now: datetime) -> None:
    if verdict.undone_at:
        raise TooLate("The verdict is undone already.")
    if submission.draft.closed_at or submission.draft.submissions.filter(number__gt=submission.number).exists():
        raise TooLate("Something followed from it already: it was filed, discarded or submitted anew.")
    if now - verdict.decided_at > UNDO_WITHIN:
        raise TooLate(f"It stands for more than {UNDO_WITHIN.seconds // 60} minutes: it is not undone any more.")
