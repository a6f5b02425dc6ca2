"""What went out, or was saved, while somebody wrote: merged into the text, and asked about only where both touched."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from zeal import zeal_ignore

from stories.models import Draft, ParkedText, Version
from stories.services.drafting import open_draft, save_draft
from stories.services.filing import file_version

pytestmark = pytest.mark.django_db
Typed = Callable[..., dict[str, Any]]
TUNNEL = "The mayor of Harim opened the Daero tunnel on Monday."


@pytest.fixture
def overtaken(lead: Version, draft: Draft, other_reporter: User, now: datetime, text: Any) -> Draft:
    """The open draft, after somebody else filed a 2nd LD that changes the tunnel's cost and the headline."""
    body = lead.body.replace("41 billion", "43 billion")
    fresh = text(headline="Tunnel in Harim opens", body=body, attn="UPDATES with cost in para 2")
    file_version(story=lead.story, based_on=lead, text=fresh, actor=other_reporter, now=now)
    draft.story.refresh_from_db()
    return draft


@pytest.fixture
def bring_in(as_reporter: Client, typed: Typed) -> Callable[..., Any]:
    """Press the notice's button, with what stands in the form."""

    def press(draft: Draft, **changes: Any) -> Any:
        with zeal_ignore():  # a save and a merge in one step: each locks the story
            return as_reporter.post(
                reverse("draft", args=[draft.story_id]), typed(draft, then="merge", **changes), follow=True
            )

    return press


def test_a_draft_that_was_overtaken_says_so_and_offers_the_merge(as_reporter: Client, overtaken: Draft) -> None:
    words = as_reporter.get(reverse("draft", args=[overtaken.story_id])).content.decode()

    assert "2nd LD went out" in words
    assert "Merge it into this draft" in words


def test_a_clean_merge_goes_through_with_one_button_and_says_what_came_in(
    lead: Version, overtaken: Draft, bring_in: Callable[..., Any]
) -> None:
    page = bring_in(overtaken, body=lead.body.replace("Monday", "Tuesday"))
    words = page.content.decode()

    overtaken.refresh_from_db()
    assert "The 2nd LD is in your draft: headline and 1 paragraph." in words
    assert "2nd LD went out" not in words
    assert overtaken.body == lead.body.replace("Monday", "Tuesday").replace("41 billion", "43 billion")
    assert overtaken.headline == "Tunnel in Harim opens"
    assert overtaken.attn == ""
    assert overtaken.based_on_id == overtaken.story.current_version_id


def test_what_both_changed_is_asked_about_after_the_typed_text_is_saved(
    lead: Version, overtaken: Draft, bring_in: Callable[..., Any]
) -> None:
    page = bring_in(overtaken, body=lead.body.replace("41 billion", "44 billion"))
    words = page.content.decode()

    overtaken.refresh_from_db()
    assert page.redirect_chain == [(reverse("draft_merge", args=[overtaken.story_id]), 302)]
    assert "Para 2" in words
    assert "Seo Joon-ho filed 2nd LD" in words
    assert "44 billion" in overtaken.body
    assert overtaken.based_on_id != overtaken.story.current_version_id


@pytest.mark.parametrize(
    ("chosen", "kept"), [("theirs", "43 billion"), ("mine", "44 billion"), ("edited", "45 billion")]
)
def test_each_answer_of_the_merge_page_does_what_it_says(
    as_reporter: Client, lead: Version, overtaken: Draft, bring_in: Callable[..., Any], chosen: str, kept: str
) -> None:
    bring_in(overtaken, body=lead.body.replace("41 billion", "44 billion"))
    answer = {"revision": 2, "graf-0": chosen, "graf-0-text": "It cost 45 billion won."}

    with zeal_ignore():
        as_reporter.post(reverse("draft_merge", args=[overtaken.story_id]), answer)

    overtaken.refresh_from_db()
    assert kept in overtaken.body
    assert overtaken.based_on_id == overtaken.story.current_version_id


def test_a_merge_decided_over_an_older_save_is_asked_again_and_nothing_is_overwritten(
    as_reporter: Client,
    lead: Version,
    overtaken: Draft,
    bring_in: Callable[..., Any],
    other_reporter: User,
    now: datetime,
    text: Any,
) -> None:
    bring_in(overtaken, body=lead.body.replace("41 billion", "44 billion"))
    later = text(body=lead.body.replace("41 billion", "46 billion"))
    save_draft(draft=overtaken, revision=2, text=later, actor=other_reporter, now=now)

    with zeal_ignore():
        page = as_reporter.post(reverse("draft_merge", args=[overtaken.story_id]), {"revision": 2, "graf-0": "theirs"})

    overtaken.refresh_from_db()
    assert page.status_code == 409
    assert "The draft was saved again meanwhile." in page.content.decode()
    assert "46 billion" in overtaken.body


def test_a_text_that_waits_is_shown_on_the_draft_page_to_its_writer_alone(
    as_reporter: Client, as_other_reporter: Client, draft: Draft, reporter: User, now: datetime, payload: Any
) -> None:
    fields = payload(body=draft.body.replace("41", "43"), qualifiers=[], kind="")
    waiting = ParkedText.objects.create(draft=draft, writer=reporter, based_on_revision=1, fields=fields, parked_at=now)
    address = reverse("draft_parked", args=[draft.story_id, waiting.pk])
    page = reverse("draft", args=[draft.story_id])

    assert address in as_reporter.get(page).content.decode()
    assert address not in as_other_reporter.get(page).content.decode()

    ParkedText.objects.update(settled_at=now)
    assert address not in as_reporter.get(page).content.decode()


def test_filing_an_overtaken_draft_is_refused_and_leads_to_the_merge(as_reporter: Client, overtaken: Draft) -> None:
    given = {"draft": overtaken.pk, "revision": 1, "filing_key": "key"}

    with zeal_ignore():
        page = as_reporter.post(reverse("draft_file", args=[overtaken.story_id]), given)

    assert page.status_code == 409
    assert Version.objects.count() == 3
    assert reverse("draft", args=[overtaken.story_id]) in page.content.decode()


def test_filing_names_the_save_that_was_looked_at(
    as_reporter: Client, draft: Draft, other_reporter: User, now: datetime, text: Any
) -> None:
    save_draft(draft=draft, revision=1, text=text(headline="Saved since"), actor=other_reporter, now=now)

    with zeal_ignore():
        page = as_reporter.post(
            reverse("draft_file", args=[draft.story_id]), {"draft": draft.pk, "revision": 1, "filing_key": "key"}
        )

    assert page.status_code == 409
    assert "Seo Joon-ho saved this draft after you opened it" in page.content.decode()
    assert not Version.objects.filter(headline="Saved since").exists()


def test_a_discarded_draft_is_not_there_for_who_opens_the_next_one(
    as_reporter: Client, as_other_reporter: Client, draft: Draft, other_reporter: User, now: datetime, typed: Typed
) -> None:
    seen = {"draft": draft.pk, "revision": draft.revision}
    as_other_reporter.post(reverse("draft_discard", args=[draft.story_id]), seen)
    open_draft(story=draft.story, actor=other_reporter, now=now)

    page = as_reporter.post(reverse("draft", args=[draft.story_id]), typed(draft, body="An hour of work."))

    assert page.status_code == 409
    assert "An hour of work." in page.content.decode()
    assert not Draft.objects.filter(body="An hour of work.").exists()
