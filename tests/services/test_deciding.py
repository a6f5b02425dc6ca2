"""What the desk decides: one verdict stands, on its own submission, and four eyes are two people's."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Draft, Notification, Story, Submission, Verdict
from stories.queries.reviews import last_verdict_by, standing_verdict, waiting_submission
from stories.services.deciding import (
    UNDO_WITHIN,
    AlreadyDecided,
    NothingToConfirm,
    OwnWork,
    ReasonMissing,
    TooLate,
    approve,
    confirm_changes,
    return_draft,
    undo_verdict,
)
from stories.services.filing import Blocked, file_draft
from stories.services.refusals import NotAllowed
from stories.services.submitting import submit_draft
from stories.wire.states import DraftState

pytestmark = pytest.mark.django_db

Rewrite = Callable[..., Draft]
COST = "It cost 41 billion won."
OPENING = "The mayor of Harim opened the Daero tunnel on Monday."
TYPO = f"{OPENING[:-1]}.\n\nIt cost some 41 billion won."
FACT = f"{OPENING}\n\nIt cost 47 billion won."


def state(submission: Submission) -> str:
    return Draft.objects.get(pk=submission.draft_id).state


def file_it(submission: Submission, person: User, now: datetime):
    draft = Draft.objects.get(pk=submission.draft_id)
    return file_draft(draft=draft, revision=draft.revision, actor=person, now=now)


def codes(refusal: pytest.ExceptionInfo[Blocked]) -> list[str]:
    return [blocker.code for blocker in refusal.value.blockers]


def test_an_approval_lets_the_reporter_file_and_stands_with_the_version(
    submitted: Submission, reporter: User, desk_editor: User, now: datetime
) -> None:
    later = now + timedelta(minutes=3)
    approve(submission=submitted, actor=desk_editor, now=later)
    assert state(submitted) == DraftState.APPROVED
    version = file_it(submitted, reporter, later)
    assert (version.approved_by, version.approved_at, version.submission) == (desk_editor, later, submitted)
    assert state(submitted) == DraftState.FILED


def test_a_return_says_why_and_lets_nothing_out(
    submitted: Submission, reporter: User, desk_editor: User, now: datetime
) -> None:
    return_draft(submission=submitted, reason=" Who counted the cars? ", actor=desk_editor, now=now)
    assert (state(submitted), standing_verdict(submitted).reason) == (DraftState.RETURNED, "Who counted the cars?")
    with pytest.raises(Blocked, match="Ok Mi-rae returned it: “Who counted the cars") as refusal:
        file_it(submitted, reporter, now)
    assert codes(refusal) == ["returned"]


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_return_without_a_reason_is_refused(
    submitted: Submission, desk_editor: User, now: datetime, reason: str
) -> None:
    with pytest.raises(ReasonMissing):
        return_draft(submission=submitted, reason=reason, actor=desk_editor, now=now)
    assert state(submitted) == DraftState.SUBMITTED


def test_the_second_decision_is_told_the_first(
    submitted: Submission, desk_editor: User, admin: User, now: datetime
) -> None:
    return_draft(submission=submitted, reason="Cut.", actor=admin, now=now)
    with pytest.raises(AlreadyDecided, match=r"^Ahn Do-yun returned it at 14:30\.") as refusal:
        approve(submission=submitted, actor=desk_editor, now=now)
    assert refusal.value.verdict.decided_by == admin
    assert Verdict.objects.count() == 1


def test_a_verdict_on_an_overtaken_submission_is_refused_and_says_so(
    submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
) -> None:
    draft = rewrite(reporter, headline="Newer")
    submit_draft(draft=draft, revision=3, actor=reporter, now=now)
    with pytest.raises(AlreadyDecided, match="Rim Na-ra submitted a newer text at 14:30"):
        approve(submission=submitted, actor=desk_editor, now=now)


def test_a_returned_draft_that_is_written_on_stays_returned_until_it_is_handed_in(
    submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
) -> None:
    return_draft(submission=submitted, reason="Cut.", actor=desk_editor, now=now)
    assert rewrite(reporter, headline="Shorter").state == DraftState.RETURNED
    submit_draft(draft=submitted.draft, revision=3, actor=reporter, now=now)
    assert state(submitted) == DraftState.SUBMITTED


def test_reporters_and_the_editors_of_other_desks_decide_nothing(
    submitted: Submission,
    strict: Desk,
    reporter: User,
    other_reporter: User,
    desk_editor: User,
    admin: User,
    now: datetime,
) -> None:
    strict.editors.add(admin)
    for person in (reporter, other_reporter, desk_editor):
        with pytest.raises(NotAllowed, match="editors of the Politics desk"):
            approve(submission=submitted, actor=person, now=now)
    approve(submission=submitted, actor=admin, now=now)


def test_a_killed_story_takes_no_verdict(submitted: Submission, desk_editor: User, now: datetime) -> None:
    Story.objects.update(status=Story.Status.KILLED)
    with pytest.raises(NotAllowed):
        approve(submission=submitted, actor=desk_editor, now=now)


class TestFourEyes:
    @pytest.fixture(autouse=True)
    def four_eyes(self, strict: Desk) -> None:
        strict.four_eyes = True
        strict.save()

    def test_nobody_approves_what_they_handed_in(self, written: Draft, desk_editor: User, now: datetime) -> None:
        submission = submit_draft(draft=written, revision=2, actor=desk_editor, now=now)
        with pytest.raises(OwnWork):
            approve(submission=submission, actor=desk_editor, now=now)
        assert state(submission) == DraftState.SUBMITTED

    def test_nobody_approves_what_they_wrote_on(
        self, written: Draft, rewrite: Rewrite, reporter: User, desk_editor: User, admin: User, now: datetime
    ) -> None:
        rewrite(desk_editor, headline="Rewritten by the desk")
        draft = rewrite(reporter, headline="And again")
        submission = submit_draft(draft=draft, revision=4, actor=reporter, now=now)
        with pytest.raises(OwnWork):
            approve(submission=submission, actor=desk_editor, now=now)
        approve(submission=submission, actor=admin, now=now)

    def test_what_an_editor_saved_after_the_hand_in_is_not_in_it(
        self, submitted: Submission, rewrite: Rewrite, desk_editor: User, now: datetime
    ) -> None:
        rewrite(desk_editor, headline="Afterwards")
        approve(submission=submitted, actor=desk_editor, now=now)
        assert state(submitted) == DraftState.APPROVED

    def test_an_editor_files_others_work_at_once_and_not_their_own(
        self, written: Draft, rewrite: Rewrite, desk_editor: User, admin: User, now: datetime
    ) -> None:
        draft = rewrite(desk_editor, headline="Rewritten by the desk")
        with pytest.raises(Blocked, match="somebody else approves it") as refusal:
            file_draft(draft=draft, revision=3, actor=desk_editor, now=now)
        assert codes(refusal) == ["unapproved"]
        assert file_draft(draft=draft, revision=3, actor=admin, now=now).filed_by == admin

    def test_returning_ones_own_is_no_approval(self, written: Draft, desk_editor: User, now: datetime) -> None:
        submission = submit_draft(draft=written, revision=2, actor=desk_editor, now=now)
        return_draft(submission=submission, reason="Not yet.", actor=desk_editor, now=now)


class TestUndoing:
    @pytest.fixture
    def verdict(self, submitted: Submission, desk_editor: User, now: datetime) -> Verdict:
        return approve(submission=submitted, actor=desk_editor, now=now)

    def test_an_undone_verdict_lets_the_submission_wait_again(
        self, verdict: Verdict, submitted: Submission, desk_editor: User, now: datetime
    ) -> None:
        undo_verdict(verdict=verdict, actor=desk_editor, now=now + UNDO_WITHIN)
        verdict.refresh_from_db()
        assert (verdict.undone_by, state(submitted)) == (desk_editor, DraftState.SUBMITTED)
        assert waiting_submission(Draft.objects.get()) == submitted
        assert last_verdict_by(desk_editor, submitted.draft) is None
        return_draft(submission=submitted, reason="Cut.", actor=desk_editor, now=now)
        assert Verdict.objects.count() == 2

    def test_only_who_decided_undoes_it(self, verdict: Verdict, admin: User, reporter: User, now: datetime) -> None:
        for person in (admin, reporter):
            with pytest.raises(NotAllowed):
                undo_verdict(verdict=verdict, actor=person, now=now)

    def test_it_stands_after_a_few_minutes(self, verdict: Verdict, desk_editor: User, now: datetime) -> None:
        with pytest.raises(TooLate, match="5 minutes"):
            undo_verdict(verdict=verdict, actor=desk_editor, now=now + UNDO_WITHIN + timedelta(seconds=1))

    def test_it_stands_once_the_draft_is_filed(
        self, verdict: Verdict, submitted: Submission, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        file_it(submitted, reporter, now)
        with pytest.raises(TooLate, match="followed"):
            undo_verdict(verdict=verdict, actor=desk_editor, now=now)

    def test_it_stands_once_a_newer_text_is_handed_in(
        self, verdict: Verdict, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        submit_draft(draft=rewrite(reporter, body=FACT), revision=3, actor=reporter, now=now)
        with pytest.raises(TooLate, match="followed"):
            undo_verdict(verdict=verdict, actor=desk_editor, now=now)

    def test_it_is_undone_once(self, verdict: Verdict, desk_editor: User, now: datetime) -> None:
        undo_verdict(verdict=verdict, actor=desk_editor, now=now)
        with pytest.raises(TooLate, match="undone already"):
            undo_verdict(verdict=verdict, actor=desk_editor, now=now)


class TestEditsAfterTheApproval:
    @pytest.fixture(autouse=True)
    def approved(self, submitted: Submission, desk_editor: User, now: datetime) -> None:
        approve(submission=submitted, actor=desk_editor, now=now)

    def test_words_flow_through_with_the_approval(
        self, submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        rewrite(desk_editor, body=TYPO)
        version = file_it(submitted, reporter, now)
        assert ("some 41 billion" in version.body, version.approved_by) == (True, desk_editor)

    def test_a_fact_the_desk_changed_waits_for_who_submitted_it(
        self, submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        rewrite(desk_editor, body=FACT)
        for person in (desk_editor, reporter):
            with pytest.raises(Blocked, match="Rim Na-ra confirms") as refusal:
                file_it(submitted, person, now)
            assert codes(refusal) == ["confirm"]
        confirmed = confirm_changes(draft=submitted.draft, revision=3, actor=reporter, now=now)
        assert (confirmed.confirms, confirmed.number, state(submitted)) == (submitted, 2, DraftState.APPROVED)
        version = file_it(submitted, desk_editor, now)
        assert (version.submission, version.approved_by) == (submitted, desk_editor)

    def test_a_fact_changed_again_is_confirmed_again(
        self, submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        rewrite(desk_editor, body=FACT)
        confirm_changes(draft=submitted.draft, revision=3, actor=reporter, now=now)
        rewrite(desk_editor, body=FACT.replace("47", "48"))
        with pytest.raises(Blocked, match="47 billion won → 48 billion won"):
            file_it(submitted, desk_editor, now)

    def test_only_who_submitted_it_confirms(
        self, submitted: Submission, rewrite: Rewrite, other_reporter: User, desk_editor: User, now: datetime
    ) -> None:
        rewrite(desk_editor, body=FACT)
        for person in (other_reporter, desk_editor):
            with pytest.raises(NotAllowed, match="Rim Na-ra submitted it"):
                confirm_changes(draft=submitted.draft, revision=3, actor=person, now=now)

    def test_where_no_fact_changed_there_is_nothing_to_confirm(
        self, submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        rewrite(desk_editor, body=TYPO)
        with pytest.raises(NothingToConfirm):
            confirm_changes(draft=submitted.draft, revision=3, actor=reporter, now=now)

    @pytest.mark.parametrize("desk_too", [False, True])
    def test_a_fact_the_reporter_changed_waits_for_the_desk(
        self, submitted: Submission, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime, desk_too: bool
    ) -> None:
        if desk_too:
            rewrite(desk_editor, body=FACT, headline="On May 5, Harim tunnel opens")
        draft = rewrite(reporter, body=FACT.replace("47", "48"))
        with pytest.raises(Blocked, match="approves it anew") as refusal:
            file_it(submitted, reporter, now)
        assert codes(refusal) == ["anew"]
        with pytest.raises(NotAllowed, match="submit it again"):
            confirm_changes(draft=draft, revision=draft.revision, actor=reporter, now=now)
        again = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
        approve(submission=again, actor=desk_editor, now=now)
        assert file_it(submitted, reporter, now).submission == again

    def test_a_desk_that_asks_no_approval_is_not_held_up_and_claims_none(
        self, submitted: Submission, strict: Desk, rewrite: Rewrite, reporter: User, desk_editor: User, now: datetime
    ) -> None:
        Desk.objects.update(approval=Desk.Approval.NONE)
        rewrite(desk_editor, body=FACT)
        assert file_it(submitted, desk_editor, now).approved_by is None


@pytest.mark.parametrize(("decide", "event"), [(approve, "approved"), (return_draft, "returned")])
def test_who_handed_it_in_is_told_what_was_decided(
    submitted: Submission,
    reporter: User,
    desk_editor: User,
    now: datetime,
    decide: Callable[..., Verdict],
    event: str,
) -> None:
    reason = {"reason": "Cut."} if event == "returned" else {}
    decide(submission=submitted, actor=desk_editor, now=now, **reason)
    [told] = Notification.objects.filter(person=reporter)
    assert (told.event, told.actor, told.words) == (event, desk_editor, reason.get("reason", submitted.headline))
