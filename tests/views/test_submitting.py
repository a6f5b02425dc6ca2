"""Handing a lead to the desk without a script: the page, the way back, and what the editor says of it."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Desk, Draft, DraftPhoto, Photo, Submission, Verdict, Version
from stories.services.deciding import approve, return_draft
from stories.services.drafting import save_draft, text_of
from stories.wire.states import DraftState
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(draft: Draft) -> Draft:
    """A written draft of a desk that approves first."""
    Desk.objects.update(approval=Desk.Approval.DESK)
    text = text_of(draft)
    changed = type(text)(headline="Harim tunnel opens", body=text.body, attn="CHANGES headline", byline=text.byline)
    return save_draft(draft=draft, revision=1, text=changed, actor=draft.opened_by, now=draft.opened_at)


def hand_in(client: Client, draft: Draft, **changes: object) -> object:
    posted = {"draft": draft.pk, "revision": draft.revision, "message": "Mayor checked."} | changes
    return client.post(reverse("draft_submit", args=[draft.story_id]), posted)


def page(client: Client, name: str, draft: Draft) -> str:
    return client.get(reverse(name, args=[draft.story_id])).content.decode()


def test_the_editor_offers_to_submit_where_the_desk_approves_first(as_reporter: Client, strict: Draft) -> None:
    shown = page(as_reporter, "draft", strict)
    assert "data-file hidden" in shown
    assert "data-submit hidden" not in shown
    Desk.objects.update(approval=Desk.Approval.NONE)
    shown = page(as_reporter, "draft", strict)
    assert "data-submit hidden" in shown
    assert "data-file hidden" not in shown


def test_a_photo_that_may_not_run_is_named_before_it_goes_to_the_desk(as_reporter: Client, strict: Draft) -> None:
    said = "Photo 1 says nothing of its rights."
    assert said not in page(as_reporter, "draft_submit", strict)
    size = {"width": 900, "height": 600, "bytes": 9}
    photo = Photo.objects.create(sha256="ab" * 32, file="a.jpg", added_at=strict.saved_at, **size)
    DraftPhoto.objects.create(draft=strict, photo=photo, position=1, caption="The tunnel.", credit="(Hanbit)")
    shown = page(as_reporter, "draft_submit", strict)
    assert said in shown
    assert "#photo-1" in shown


def test_nothing_is_handed_in_under_the_name_of_who_signed_in_since(
    as_reporter: Client, strict: Draft, reporter: User, other_reporter: User
) -> None:
    hand_in(as_reporter, strict, writer=other_reporter.pk)
    assert not Submission.objects.exists()
    assert "is signed in here now" in page(as_reporter, "draft_submit", strict)
    hand_in(as_reporter, strict, writer=reporter.pk)
    assert Submission.objects.count() == 1


def test_saving_goes_on_to_the_page_that_submits(as_reporter: Client, strict: Draft, typed) -> None:
    posted = typed(strict, headline="Harim tunnel is open") | {"then": "submit"}
    answer = as_reporter.post(reverse("draft", args=[strict.story_id]), posted)
    assert answer["Location"] == reverse("draft_submit", args=[strict.story_id])
    assert "Harim tunnel is open" in page(as_reporter, "draft_submit", strict)


def test_a_draft_is_handed_in_and_the_editor_says_so(as_reporter: Client, strict: Draft) -> None:
    answer = hand_in(as_reporter, strict)
    assert answer["Location"] == reverse("draft", args=[strict.story_id])
    assert Submission.objects.get().message == "Mayor checked."
    shown = page(as_reporter, "draft", strict)
    assert '<span class="badge review">In review</span>' in shown
    assert "Mayor checked." in shown


def test_a_stale_hand_in_keeps_the_message(as_reporter: Client, strict: Draft) -> None:
    answer = hand_in(as_reporter, strict, revision=1)
    assert answer.status_code == 409
    assert "Mayor checked.</textarea>" in answer.content.decode()
    assert not Submission.objects.exists()


def test_what_waits_is_taken_back(as_reporter: Client, strict: Draft) -> None:
    hand_in(as_reporter, strict)
    assert "Take it back" in page(as_reporter, "draft", strict)
    as_reporter.post(reverse("draft_take_back", args=[strict.story_id]))
    assert Draft.objects.get(pk=strict.pk).state == DraftState.DRAFT


def test_a_returned_draft_shows_the_reason(
    as_reporter: Client, strict: Draft, desk_editor: User, now: datetime
) -> None:
    hand_in(as_reporter, strict)
    return_draft(submission=Submission.objects.get(), reason="Who <counted>?", actor=desk_editor, now=now)
    for name in ("draft", "draft_submit", "draft_file"):
        shown = page(as_reporter, name, strict)
        assert "Ok Mi-rae returned it" in shown
        assert "Who &lt;counted&gt;?" in shown


def test_the_page_before_filing_lists_what_keeps_it_back_and_offers_no_filing(
    as_reporter: Client, strict: Draft
) -> None:
    shown = page(as_reporter, "draft_file", strict)
    assert "1 thing to cure before it goes out" in shown
    assert "The Politics desk approves it before it goes out." in shown
    assert "to the wire</button>" not in shown
    assert reverse("draft_submit", args=[strict.story_id]) in shown


def test_a_filing_that_is_blocked_is_refused_with_the_list(as_reporter: Client, strict: Draft) -> None:
    posted = {"draft": strict.pk, "revision": strict.revision, "filing_key": "key"}
    answer = as_reporter.post(reverse("draft_file", args=[strict.story_id]), posted)
    assert answer.status_code == 409
    assert "It cannot go out yet." in answer.content.decode()
    assert Version.objects.count() == 2


def test_the_reporter_confirms_what_the_desk_changed_and_files(
    as_reporter: Client, strict: Draft, desk_editor: User, now: datetime
) -> None:
    hand_in(as_reporter, strict)
    approve(submission=Submission.objects.get(), actor=desk_editor, now=now)
    text = text_of(Draft.objects.get(pk=strict.pk))
    changed = type(text)(headline="Harim tunnel opens after 9 years", body=text.body, byline=text.byline)
    draft = save_draft(draft=strict, revision=2, text=changed, actor=desk_editor, now=now)
    shown = page(as_reporter, "draft_file", draft)
    assert "Figure: new: 9 years" in shown
    assert "Confirm these changes" in shown
    desk = Client()
    desk.login(username=desk_editor.username, password=PASSWORD)
    assert "Confirm these changes" not in page(desk, "draft_file", draft)

    posted = {"draft": draft.pk, "revision": draft.revision}
    as_reporter.post(reverse("draft_confirm", args=[draft.story_id]), posted)
    as_reporter.post(reverse("draft_file", args=[draft.story_id]), posted | {"filing_key": "key"})

    filed = Version.objects.latest("sequence")
    assert (filed.headline, filed.approved_by) == ("Harim tunnel opens after 9 years", desk_editor)
    assert Verdict.objects.count() == 1


def test_the_scripts_answer_has_the_list_and_the_persons_next_step(as_reporter: Client, strict: Draft, typed) -> None:
    address = reverse("draft_analysis", args=[strict.story_id])
    answer = as_reporter.post(address, typed(strict, headline="")).json()
    assert [one["code"] for one in answer["blockers"]] == ["no-headline", "unapproved"]
    assert answer["submits"] is True
    Desk.objects.update(approval=Desk.Approval.NONE)
    assert as_reporter.post(address, typed(strict, headline="New words")).json()["blockers"] == []
    assert Draft.objects.get(pk=strict.pk).headline == "Harim tunnel opens"


def test_a_message_typed_under_a_draft_that_was_closed_is_given_back(
    as_reporter: Client, strict: Draft, now: datetime
) -> None:
    Draft.objects.update(closed_at=now)
    answer = hand_in(as_reporter, strict, message="The mayor's office called <twice>.")
    assert answer["Location"] == reverse("story", args=[strict.story_id])
    shown = as_reporter.get(answer["Location"]).content.decode()
    assert "nothing was submitted. Your message to the desk was: The mayor&#x27;s office called &lt;twice&gt;." in shown
    assert not Submission.objects.exists()
    assert as_reporter.get(reverse("draft_submit", args=[strict.story_id])).status_code == 404
