"""Handing a draft to the desk, and taking it back."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Draft, Notification, Photo, Story, Submission, Verdict
from stories.queries.reviews import standing_verdict, submission_copy, submissions_of, waiting_submission
from stories.services.deciding import AlreadyDecided, approve
from stories.services.drafting import DraftClosed, StaleDraft, discard_draft, open_draft, save_draft, text_of
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_draft
from stories.services.refusals import NotAllowed
from stories.services.submitting import NothingToSubmit, submit_draft, take_back
from stories.wire.states import DraftState

pytestmark = pytest.mark.django_db

Rewrite = Callable[..., Draft]


def state(draft: Draft) -> str:
    return Draft.objects.get(pk=draft.pk).state


def decision(submission: Submission) -> str | None:
    verdict = standing_verdict(submission)
    return verdict and verdict.decision


def test_a_submission_is_the_draft_word_for_word(strict: Desk, written: Draft, reporter: User, now: datetime) -> None:
    photo = Photo.objects.create(sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, added_at=now)
    uses = (PhotoUse(photo, "The tunnel.", "(Hanbit)"), PhotoUse(None, "The mayor."))
    draft = save_draft(draft=written, revision=2, text=text_of(written), photos=uses, actor=reporter, now=now)
    submission = submit_draft(draft=draft, revision=3, actor=reporter, now=now, message=" Checked twice. ")
    copy = submission_copy(Submission.objects.get(pk=submission.pk))
    assert (copy.headline, copy.grafs[0]) == (written.headline, written.body.split("\n\n")[0])
    assert [(caption.text, caption.credit, caption.photo) for caption in copy.captions] == [
        ("The tunnel.", "(Hanbit)", "a" * 64),
        ("The mayor.", "", ""),
    ]
    assert (submission.number, submission.revision, submission.message) == (1, 3, "Checked twice.")
    assert submission.based_on == written.based_on


def test_what_was_handed_in_stays_as_it_was_while_the_draft_goes_on(
    submitted: Submission, rewrite: Rewrite, reporter: User
) -> None:
    draft = rewrite(reporter, headline="Harim tunnel opens, at last")
    assert Submission.objects.get().headline == "Harim tunnel opens to traffic"
    assert draft.state == DraftState.SUBMITTED


def test_the_draft_moves_with_a_history_row(submitted: Submission, reporter: User, now: datetime) -> None:
    draft = Draft.objects.get()
    assert (draft.state, draft.state_since) == (DraftState.SUBMITTED, now)
    row = draft.history.first()
    assert (row.state, row.history_change_reason, row.history_user) == (DraftState.SUBMITTED, "submitted", reporter)


def test_the_same_save_handed_in_twice_is_one_submission(submitted: Submission, reporter: User, now: datetime) -> None:
    again = submit_draft(draft=submitted.draft, revision=2, actor=reporter, now=now, message="Mayor checked.")
    assert again == submitted
    assert Submission.objects.count() == 1


def test_a_newer_submission_overtakes_the_one_that_waits(
    submitted: Submission, rewrite: Rewrite, reporter: User, now: datetime
) -> None:
    draft = rewrite(reporter, headline="Harim tunnel opens, at last")
    newer = submit_draft(draft=draft, revision=3, actor=reporter, now=now)
    assert (newer.number, decision(submitted), decision(newer)) == (2, Verdict.Decision.OVERTAKEN, None)
    assert waiting_submission(Draft.objects.get()) == newer
    assert submissions_of(draft.story) == [submitted, newer]


def test_a_stale_revision_is_refused(written: Draft, rewrite: Rewrite, other_reporter: User, now: datetime) -> None:
    rewrite(other_reporter, headline="Theirs")
    with pytest.raises(StaleDraft):
        submit_draft(draft=written, revision=2, actor=other_reporter, now=now)
    assert not Submission.objects.exists()


def test_a_draft_without_a_headline_is_refused(story: Story, reporter: User, now: datetime) -> None:
    draft = open_draft(story=story, actor=reporter, now=now)
    with pytest.raises(NothingToSubmit):
        submit_draft(draft=draft, revision=1, actor=reporter, now=now)


def test_who_may_not_write_hands_nothing_in(written: Draft, outsider: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        submit_draft(draft=written, revision=2, actor=outsider, now=now)


def test_taking_back_makes_it_a_draft_again(submitted: Submission, reporter: User, now: datetime) -> None:
    take_back(submission=submitted, actor=reporter, now=now)
    assert (decision(submitted), state(submitted.draft)) == (Verdict.Decision.WITHDRAWN, DraftState.DRAFT)


def test_only_who_handed_it_in_takes_it_back(
    submitted: Submission, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    for person in (other_reporter, desk_editor):
        with pytest.raises(NotAllowed, match="Only who submitted"):
            take_back(submission=submitted, actor=person, now=now)


def test_what_is_decided_is_not_taken_back(
    submitted: Submission, reporter: User, desk_editor: User, now: datetime
) -> None:
    approve(submission=submitted, actor=desk_editor, now=now)
    with pytest.raises(AlreadyDecided, match="Ok Mi-rae approved it at 14:30"):
        take_back(submission=submitted, actor=reporter, now=now)
    assert state(submitted.draft) == DraftState.APPROVED


def test_discarding_the_draft_overtakes_what_waits(submitted: Submission, reporter: User, now: datetime) -> None:
    discard_draft(draft=submitted.draft, revision=2, actor=reporter, now=now)
    assert (decision(submitted), state(submitted.draft)) == (Verdict.Decision.OVERTAKEN, DraftState.DISCARDED)
    with pytest.raises(DraftClosed):
        submit_draft(draft=submitted.draft, revision=2, actor=reporter, now=now)


def test_filing_the_draft_overtakes_what_waits(submitted: Submission, desk_editor: User, now: datetime) -> None:
    version = file_draft(draft=submitted.draft, revision=2, actor=desk_editor, now=now + timedelta(minutes=1))
    assert (decision(submitted), state(submitted.draft)) == (Verdict.Decision.OVERTAKEN, DraftState.FILED)
    assert (version.approved_by, version.submission) == (None, None)


def test_a_second_hand_in_of_a_returned_draft_waits_again(
    submitted: Submission, rewrite: Rewrite, reporter: User, now: datetime
) -> None:
    take_back(submission=submitted, actor=reporter, now=now)
    draft = rewrite(reporter, headline="Harim tunnel opens, at last")
    assert draft.state == DraftState.DRAFT
    submit_draft(draft=draft, revision=3, actor=reporter, now=now)
    assert state(draft) == DraftState.SUBMITTED


def test_the_desk_is_told_once_and_who_handed_it_in_is_not(
    desk_editor: User, admin: User, submitted: Submission, reporter: User, now: datetime
) -> None:
    submit_draft(draft=submitted.draft, revision=2, actor=reporter, now=now, message="Mayor checked.")
    told = Notification.objects.filter(event=Notification.Event.SUBMITTED)
    assert {(one.person, one.words) for one in told} == {(desk_editor, "Mayor checked."), (admin, "Mayor checked.")}
