"""A draft's state, moved as the table of `stories.wire.states` allows; and the verdicts that move it.

The caller holds the story's lock.
"""

from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Draft, Story, Submission, Verdict
from stories.queries.reviews import waiting_submission
from stories.wire.states import Act, DraftState, move_of

from .history import save_signed
from .refusals import Refused
from .telling import settle_asking

# The reasons that history rows of moves give; `filed as version n` says which.
REASONS = {
    Act.SUBMIT: "submitted",
    Act.TAKE_BACK: "taken back",
    Act.RETURN: "returned",
    Act.APPROVE: "approved",
    Act.UNDO: "verdict undone",
    Act.CONFIRM: "desk's changes confirmed",
    Act.DISCARD: "discarded",
}
NAMES = {
    DraftState.DRAFT: "is not submitted",
    DraftState.SUBMITTED: "waits for the desk",
    DraftState.RETURNED: "was returned",
    DraftState.APPROVED: "is approved",
    DraftState.FILED: "is filed",
    DraftState.DISCARDED: "is discarded",
}


class OutOfState(Refused):
    """The draft stands where the act leads nowhere."""


def refuse_move(draft: Draft, act: Act) -> None:
    """Raise OutOfState unless the act leads on from where the draft stands."""
    if move_of(draft.state, act) is None:
        raise OutOfState(f"The draft {NAMES[DraftState(draft.state)]}: there is nothing to {act}.")


def move_draft(draft: Draft, act: Act, *, actor: User, now: datetime, reason: str = "", **columns: object) -> None:
    """Take the draft where the act leads, with a history row. Raises OutOfState.

    It stands there since now, unless `columns`, which are set with it, say since when.
    """
    refuse_move(draft, act)
    move = move_of(draft.state, act)
    assert move is not None
    columns = {"state": move.new.value, "state_since": now} | columns
    for name, value in columns.items():
        setattr(draft, name, value)
    save_signed(draft, actor=actor, now=now, reason=reason or REASONS[act], fields=columns)
    if move.new is not DraftState.FILED:  # a filing settles its story itself, by the time it went out
        Story.objects.filter(pk=draft.story_id).update(moved_at=now)


def pass_verdict(submission: Submission, decision: str, *, actor: User, now: datetime, reason: str = "") -> Verdict:
    """The verdict that stands on the submission from now on."""
    verdict = Verdict.objects.create(
        submission=submission, decision=decision, reason=reason, decided_by=actor, decided_at=now
    )
    settle_asking(verdict)
    return verdict


def overtake_waiting(draft: Draft, *, actor: User, now: datetime, reason: str) -> None:
    """Let what waits for the desk be overtaken; `reason` says by what: "submitted a newer text"."""
    waiting = waiting_submission(draft)
    if waiting:
        pass_verdict(waiting, Verdict.Decision.OVERTAKEN, actor=actor, now=now, reason=reason)
