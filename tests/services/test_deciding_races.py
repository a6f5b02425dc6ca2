"""Two desks at one submission in the same moment, on real connections of the engine in use."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Draft, Submission, Verdict, Version
from stories.services.deciding import AlreadyDecided, approve, return_draft
from stories.services.filing import Blocked, file_draft
from stories.services.submitting import submit_draft, take_back
from stories.wire.states import DraftState
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_decide_at_once_one_stands_and_the_other_is_told(
    submitted: Submission, desk_editor: User, admin: User, now: datetime
) -> None:
    def decide(number: int) -> Verdict:
        if number % 2:
            return approve(submission=submitted, actor=admin, now=now)
        return return_draft(submission=submitted, reason="Cut.", actor=desk_editor, now=now)

    done = at_once(decide, 12)
    [stands] = [result for result in done if isinstance(result, Verdict)]
    refusals = [result for result in done if isinstance(result, AlreadyDecided)]
    assert (len(refusals), {refusal.verdict.pk for refusal in refusals}) == (11, {stands.pk})
    assert Verdict.objects.get() == stands
    expected = DraftState.APPROVED if stands.decision == Verdict.Decision.APPROVED else DraftState.RETURNED
    assert Draft.objects.get().state == expected


def test_a_draft_handed_in_twenty_times_at_once_waits_once(
    strict: Desk, written: Draft, reporter: User, now: datetime
) -> None:
    done = at_once(lambda number: submit_draft(draft=written, revision=2, actor=reporter, now=now), 20)
    assert {submission.pk for submission in done} == {Submission.objects.get().pk}


def test_taking_back_and_approving_at_once_leave_one_verdict_and_the_state_that_goes_with_it(
    submitted: Submission, reporter: User, desk_editor: User, now: datetime
) -> None:
    def work(number: int) -> Verdict:
        if number % 2:
            return approve(submission=submitted, actor=desk_editor, now=now)
        return take_back(submission=submitted, actor=reporter, now=now)

    at_once(work, 8)
    approved = Verdict.objects.get().decision == Verdict.Decision.APPROVED
    assert Draft.objects.get().state == (DraftState.APPROVED if approved else DraftState.DRAFT)


def test_filing_and_returning_at_once_never_files_what_was_returned(
    submitted: Submission, reporter: User, desk_editor: User, admin: User, now: datetime
) -> None:
    def work(number: int) -> Version | Verdict:
        if number % 2:
            return return_draft(submission=submitted, reason="Cut.", actor=desk_editor, now=now)
        return file_draft(draft=submitted.draft, revision=2, actor=reporter, now=now)

    done = at_once(work, 8)
    assert sum(isinstance(result, Blocked) for result in done) == 4
    assert Draft.objects.get().state == DraftState.RETURNED
    assert not Version.objects.filter(sequence=2).exists()
