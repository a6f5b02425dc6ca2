"""Preview, the last look, and sending to the wire."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from stories.models import Draft, Version
from stories.services.drafting import DraftText, discard_draft, save_draft, text_of
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(draft: Draft, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Draft:
    """The draft with a paragraph more and an ATTN line: ready to go out as the 2nd LD."""
    body = f"{draft.body}\n\nBuses cross it free of charge."
    fresh = text(attn="ADDS buses in para 4", body=body)
    return save_draft(draft=draft, revision=draft.revision, text=fresh, actor=reporter, now=now)


def slip(client: Client, draft: Draft) -> dict[str, Any]:
    """What the confirmation page posts."""
    form = client.get(reverse("draft_file", args=[draft.story_id])).context["form"]
    return {name: form[name].value() for name in ("draft", "revision", "filing_key")}


def file(client: Client, draft: Draft, form: dict[str, Any]) -> Any:
    return client.post(reverse("draft_file", args=[draft.story_id]), form)


def test_the_preview_is_the_wire_text_of_what_was_saved(as_reporter: Client, written: Draft) -> None:
    page = as_reporter.get(reverse("draft_preview", args=[written.story_id])).content.decode()

    assert "(2nd LD) Harim-tunnel" in page
    assert "(ATTN: ADDS buses in para 4)" in page
    assert "Nothing here is on the wire." in page


def test_what_a_desk_would_query_is_asked_before_it_goes_out(
    as_reporter: Client, written: Draft, reporter: User, now: datetime, text: Any
) -> None:
    save_draft(draft=written, revision=2, text=text(dateline=""), actor=reporter, now=now)

    for name in ("draft", "draft_preview", "draft_file"):
        page = as_reporter.get(reverse(name, args=[written.story_id])).content.decode()
        assert "The dateline is missing." in page
        assert "A lead without an ATTN line" in page


def test_the_last_look_says_label_changes_and_attn(as_reporter: Client, written: Draft) -> None:
    page = as_reporter.get(reverse("draft_file", args=[written.story_id])).content.decode()

    assert "File (2nd LD) to the wire" in page
    assert "+1 new" in page
    assert "(ATTN: ADDS buses in para 4)" in page
    assert reverse("compare", args=[written.story_id, 2, "draft"]) in page


def test_filing_sends_the_draft_and_leads_to_the_version(as_reporter: Client, written: Draft) -> None:
    answer = file(as_reporter, written, slip(as_reporter, written))

    version = Version.objects.get(sequence=3)
    assert answer.headers["Location"] == reverse("version", args=[written.story_id, 3])
    assert (version.lead_number, version.attn) == (2, "ADDS buses in para 4")
    written.refresh_from_db()
    assert written.closed_at is not None


def test_a_second_click_files_nothing_and_leads_to_the_same_version(as_reporter: Client, written: Draft) -> None:
    form = slip(as_reporter, written)

    answers = [file(as_reporter, written, form) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {reverse("version", args=[written.story_id, 3])}
    assert Version.objects.count() == 3


def test_what_one_person_opened_does_not_go_out_under_the_name_of_who_signed_in_since(
    as_reporter: Client, written: Draft, reporter: User, other_reporter: User
) -> None:
    form = slip(as_reporter, written)
    refused = as_reporter.post(
        reverse("draft_file", args=[written.story_id]), form | {"writer": other_reporter.pk}, follow=True
    )
    assert f"{reporter.get_full_name()} is signed in here now" in refused.content.decode()
    assert "Nothing was filed." in refused.content.decode()
    assert Version.objects.count() == 2
    file(as_reporter, written, form | {"writer": reporter.pk})
    assert Version.objects.count() == 3


def test_what_was_saved_after_the_last_look_is_not_sent_unseen(
    as_reporter: Client, written: Draft, other_reporter: User, now: datetime, text: Any
) -> None:
    form = slip(as_reporter, written)
    save_draft(draft=written, revision=2, text=text(headline="Not what was seen"), actor=other_reporter, now=now)

    page = file(as_reporter, written, form)

    assert page.status_code == 409
    assert "saved this draft after you opened it" in page.content.decode()
    assert "Not what was seen" in page.content.decode()
    assert Version.objects.count() == 2


def test_a_draft_begun_before_another_lead_is_refused_and_kept(
    as_reporter: Client, written: Draft, lead: Version, other_reporter: User, now: datetime, text: Any
) -> None:
    form = slip(as_reporter, written)
    file_version(story=lead.story, based_on=lead, text=text(headline="Went first"), actor=other_reporter, now=now)

    page = file(as_reporter, written, form)
    words = page.content.decode()

    assert page.status_code == 409
    assert "The 2nd LD went out while you were writing." in words
    assert "to the wire</button>" not in words
    written.refresh_from_db()
    assert written.closed_at is None
    assert "Buses cross it free of charge." in written.body


def test_a_draft_that_changes_nothing_is_not_filed(as_reporter: Client, draft: Draft) -> None:
    page = file(as_reporter, draft, slip(as_reporter, draft))

    assert page.status_code == 409
    assert "Nothing has changed since the version on the wire." in page.content.decode()


def test_a_draft_discarded_meanwhile_is_said_on_the_story(
    as_reporter: Client, written: Draft, reporter: User, now: datetime
) -> None:
    form = slip(as_reporter, written)
    discard_draft(draft=written, revision=written.revision, actor=reporter, now=now)

    page = as_reporter.post(reverse("draft_file", args=[written.story_id]), form, follow=True)

    assert "Nothing was filed." in page.content.decode()
    assert Version.objects.count() == 2


def test_a_form_without_its_token_is_shown_again(as_reporter: Client, written: Draft) -> None:
    page = file(as_reporter, written, slip(as_reporter, written) | {"filing_key": ""})

    assert page.status_code == 422
    assert Version.objects.count() == 2


def test_what_was_filed_is_read_for_whoever_compares_it_first(
    as_reporter: Client, written: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr("stories.views.filing.keep_readings", read.append)

    file(as_reporter, written, slip(as_reporter, written))

    assert read == [Version.objects.get(sequence=3)]


def test_who_files_does_not_wait_for_what_is_read_of_it_afterwards(
    as_reporter: Client, written: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []

    def fails(version: Version) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("stories.views.filing.keep_readings", fails)
    # Not by caplog: how loud a process logs depends on the tests that ran in it before.
    monkeypatch.setattr("stories.views.afterwards.log.exception", said.append)

    answer = file(as_reporter, written, slip(as_reporter, written))

    assert answer.status_code == 302
    assert Version.objects.count() == 3
    assert said == ["What follows an answer failed."]


def test_a_lead_without_photos_is_filed_in_fourteen_queries(
    as_reporter: Client, written: Draft, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    form = slip(as_reporter, written)

    with django_assert_num_queries(14 + 2):  # and a savepoint, for the test stands in a transaction
        file(as_reporter, written, form)


def test_the_photos_of_a_draft_go_out_with_it(
    as_reporter: Client, written: Draft, reporter: User, now: datetime
) -> None:
    uses = [PhotoUse(None, "The tunnel."), PhotoUse(None, "The mayor.")]
    save_draft(draft=written, revision=2, text=text_of(written), photos=uses, actor=reporter, now=now)

    file(as_reporter, written, slip(as_reporter, written))

    ran = Version.objects.get(story=written.story_id, lead_number=2).photos.order_by("position")
    assert [use.caption for use in ran] == ["The tunnel.", "The mayor."]
