"""The demo's desk at work: it approves first since a while ago, and has decided on some of what it was handed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from stories.demo.chains import Newsroom, PlannedText, PlannedVerdict
from stories.models import Desk, Draft, Submission, Verdict

from .deciding import approve, return_draft
from .history import save_signed
from .submitting import submit_draft

# After the last filing of a desk that approves first, so that what is on the wire went out by the rules of its hour.
APPROVES_SINCE = timedelta(hours=2)


def ask_approval(*, plan: Newsroom, desks: Mapping[str, Desk], actor: User, now: datetime) -> None:
    """Let the desks that are planned so approve first, and with four eyes."""
    for planned in plan.desks:
        if planned.approval:
            desk = desks[planned.code]
            desk.approval, desk.four_eyes = planned.approval, planned.four_eyes
            save_signed(desk, actor=actor, now=now - APPROVES_SINCE, reason="approves first")


def hand_in(*, draft: Draft, planned: PlannedText, people: Mapping[str, User], now: datetime) -> None:
    """Hand the draft to its desk where that is planned, and decide on it as planned."""
    if planned.submitted is None:
        return
    submission = submit_draft(
        draft=draft,
        revision=draft.revision,
        actor=people[planned.by],
        now=now - timedelta(minutes=planned.submitted.minutes_ago),
        message=planned.submitted.message,
    )
    if planned.submitted.verdict:
        decide(submission=submission, planned=planned.submitted.verdict, people=people, now=now)


def decide(*, submission: Submission, planned: PlannedVerdict, people: Mapping[str, User], now: datetime) -> Verdict:
    """The planned verdict."""
    actor, at = people[planned.by], now - timedelta(minutes=planned.minutes_ago)
    if planned.decision == Verdict.Decision.APPROVED:
        return approve(submission=submission, actor=actor, now=at)
    return return_draft(submission=submission, reason=planned.reason, actor=actor, now=at)
