"""A form without scripts over what others did meanwhile: merged, asked about, or given back; nothing is lost."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from zeal import zeal_ignore

from stories.models import Draft, ParkedText
from stories.services.drafting import discard_draft, open_draft, save_draft
from stories.services.filing import file_draft

pytestmark = pytest.mark.django_db
Typed = Callable[..., dict[str, Any]]
Send = Callable[..., Any]


@pytest.fixture
def mark(as_reporter: Client, draft: Draft) -> str:
    """The mark of the page that the reporter has open."""
    return as_reporter.get(reverse("draft", args=[draft.story_id])).context["mark"]


@pytest.fixture
def send(as_reporter: Client, draft: Draft, typed: Typed, mark: str) -> Send:
    """Press a button of the form that was opened at the draft's first revision."""

    def press(**changes: Any) -> Any:
        form = typed(draft, revision=1, page=mark) | {"body": draft.body} | changes
        with zeal_ignore():  # a save and what follows it in one step: each locks the story
            return as_reporter.post(reverse("draft", args=[draft.story_id]), form, follow=True)

    return press


@pytest.fixture
def seo_saves(draft: Draft, other_reporter: User, now: datetime, text: Any) -> Callable[..., Draft]:
    """Somebody else saves the draft over its latest revision."""

    def save(**changes: Any) -> Draft:
        current = Draft.objects.get(pk=draft.pk)
        fresh = text(**{"headline": current.headline, "body": current.body} | changes)
        return save_draft(draft=current, revision=current.revision, text=fresh, actor=other_reporter, now=now)

    return save


def stored(draft: Draft) -> Draft:
    return Draft.objects.get(pk=draft.pk)


def test_what_two_people_changed_in_different_paragraphs_merges_by_itself_and_says_what_came_in(
    draft: Draft, send: Send, seo_saves: Any
) -> None:
    seo_saves(headline="Tunnel opens", body=draft.body.replace("41 billion", "43 billion"))

    page = send(body=draft.body.replace("Monday", "Tuesday"))
    words = page.content.decode()

    assert page.redirect_chain == [(reverse("draft", args=[draft.story_id]), 302)]
    assert "Seo Joon-ho saved meanwhile. In your text now, beside your own changes: headline and 1 paragraph." in words
    assert stored(draft).body == draft.body.replace("Monday", "Tuesday").replace("41 billion", "43 billion")
    assert stored(draft).headline == "Tunnel opens"
    assert stored(draft).history.latest("revision").history_change_reason == "merged"


@pytest.mark.parametrize(("then", "name"), [("preview", "draft_preview"), ("file", "draft_file")])
def test_each_button_goes_on_with_the_merged_text_and_says_so(
    draft: Draft, send: Send, seo_saves: Any, then: str, name: str
) -> None:
    seo_saves(headline="Tunnel opens")

    page = send(body=draft.body.replace("Monday", "Tuesday"), then=then)

    assert page.redirect_chain[-1][0] == reverse(name, args=[draft.story_id])
    assert "In your text now, beside your own changes: headline." in page.content.decode()


def test_a_paragraph_that_both_changed_is_asked_about_and_all_that_was_typed_waits(
    draft: Draft, send: Send, seo_saves: Any
) -> None:
    seo_saves(body=draft.body.replace("41 billion", "43 billion"))

    page = send(body=draft.body.replace("41 billion", "44 billion").replace("Monday", "Tuesday"), then="file")
    waiting = ParkedText.objects.get()

    assert page.redirect_chain == [(reverse("draft_parked", args=[draft.story_id, waiting.pk]), 302)]
    assert [(one.title, one.edited) for one in page.context["questions"]] == [("Para 2", "It cost 44 billion won.")]
    assert "43 billion" in stored(draft).body
    assert "Tuesday" in waiting.fields["body"]


@pytest.mark.parametrize(("chosen", "cost"), [("mine", "44"), ("theirs", "43"), ("edited", "43 or 44")])
def test_each_answer_keeps_the_clean_changes_of_both(
    as_reporter: Client, draft: Draft, send: Send, seo_saves: Any, chosen: str, cost: str
) -> None:
    seo_saves(headline="Tunnel opens", body=draft.body.replace("41 billion", "43 billion"))
    page = send(body=draft.body.replace("41 billion", "44 billion").replace("Monday", "Tuesday"))

    answer = {"revision": 2, "graf-0": chosen, "graf-0-text": "It cost 43 or 44 billion won."}
    with zeal_ignore():
        as_reporter.post(page.redirect_chain[0][0], answer)

    assert stored(draft).body == draft.body.replace("Monday", "Tuesday").replace("41 billion", f"{cost} billion")
    assert stored(draft).headline == "Tunnel opens"
    assert ParkedText.objects.get().settled_at is not None


def test_what_ones_own_page_saved_before_is_no_conflict_with_what_it_sends_next(draft: Draft, send: Send) -> None:
    """Back to the form after a save, or a second press while the first one is under way."""
    send(body=draft.body.replace("41 billion", "43 billion"))
    page = send(body=draft.body.replace("41 billion", "44 billion"))

    assert not ParkedText.objects.exists()
    assert "saved meanwhile" not in page.content.decode()
    assert stored(draft).body == draft.body.replace("41 billion", "44 billion")


def test_ones_own_other_page_is_another_writer(as_reporter: Client, draft: Draft, send: Send) -> None:
    other = as_reporter.get(reverse("draft", args=[draft.story_id])).context["mark"]
    send(body=draft.body.replace("41 billion", "43 billion"))
    page = send(body=draft.body.replace("41 billion", "44 billion"), page=other)

    assert [question.title for question in page.context["questions"]] == ["Para 2"]
    assert "43 billion" in stored(draft).body


def test_a_second_conflict_of_one_page_takes_the_place_of_its_first_and_another_pages_waits_beside_it(
    as_reporter: Client, draft: Draft, send: Send, seo_saves: Any
) -> None:
    other = as_reporter.get(reverse("draft", args=[draft.story_id])).context["mark"]
    seo_saves(body=draft.body.replace("41 billion", "43 billion"))
    for cost, page in (("44", {}), ("45", {}), ("46", {"page": other})):
        send(body=draft.body.replace("41 billion", f"{cost} billion"), **page)

    waiting = ParkedText.objects.filter(settled_at=None).values_list("fields__body", flat=True)
    assert sorted("".join(filter(str.isdigit, body)) for body in waiting) == ["45", "46"]


def test_the_proposed_line_is_put_in_though_somebody_saved_meanwhile(draft: Draft, send: Send, seo_saves: Any) -> None:
    seo_saves(headline="Tunnel opens")
    page = send(body=draft.body + "\n\nBuses run from April.", then="use-attn")

    assert "Saved, with the proposed ATTN." in page.content.decode()
    assert stored(draft).attn
    assert stored(draft).headline == "Tunnel opens"


def test_a_save_from_a_revision_that_never_was_is_refused_and_both_texts_are_shown(
    draft: Draft, send: Send, seo_saves: Any
) -> None:
    seo_saves(headline="Their headline", body="Their copy.")

    page = send(revision=77, headline="My headline", body="My copy.")
    words = page.content.decode()

    assert page.status_code == 409
    assert "Seo Joon-ho saved this draft after you opened it." in words
    assert page.context["form"]["body"].value() == "My copy."
    assert "Their copy." in words
    assert stored(draft).body == "Their copy."

    shown = page.context["form"]
    send(revision=shown["revision"].value(), headline="My headline", body="My copy.")
    assert (stored(draft).headline, stored(draft).revision) == ("My headline", 3)


@pytest.fixture
def filed_meanwhile(draft: Draft, mark: str, other_reporter: User, now: datetime, seo_saves: Any) -> Draft:
    """Somebody else changes the cost and the headline, and files."""
    saved = seo_saves(headline="Their lead", body=draft.body.replace("41 billion", "43 billion"))
    file_draft(draft=saved, revision=2, actor=other_reporter, now=now)
    return draft


def test_what_was_typed_while_the_draft_was_filed_is_shown_and_merged_into_the_next_lead(
    filed_meanwhile: Draft, as_reporter: Client, send: Send, typed: Typed, mark: str
) -> None:
    body = filed_meanwhile.body.replace("Monday", "Tuesday")
    refused = send(body=body)
    words, form = refused.content.decode(), refused.context["form"]

    assert refused.status_code == 409
    assert "This draft was filed or discarded meanwhile." in words
    assert "Their lead" in words
    assert "3rd LD" in words
    assert form["body"].value() == body

    again = send(draft="", closed=form["closed"].value(), revision=form["revision"].value(), body=body)

    fresh = Draft.objects.get(closed_at=None)
    assert "The draft you wrote on was filed meanwhile; yours is in the one open now." in again.content.decode()
    assert fresh.body == body.replace("41 billion", "43 billion")
    assert (fresh.headline, fresh.based_on.headline) == ("Their lead", "Their lead")


def test_where_the_filing_changed_the_same_the_merge_page_asks_before_the_next_lead_has_it(
    filed_meanwhile: Draft, as_reporter: Client, send: Send
) -> None:
    body = filed_meanwhile.body.replace("41 billion", "44 billion").replace("Monday", "Tuesday")
    page = send(draft="", closed=filed_meanwhile.pk, body=body)

    assert [question.title for question in page.context["questions"]] == ["Para 2"]
    assert "The draft you typed it for was filed" in page.content.decode()
    with zeal_ignore():
        as_reporter.post(page.redirect_chain[0][0], {"revision": 1, "graf-0": "mine"})
    assert Draft.objects.get(closed_at=None).body == body


def test_the_second_press_of_who_filed_themselves_finds_it_all_in_the_filing(
    draft: Draft, reporter: User, send: Send, now: datetime
) -> None:
    send(body=draft.body + "\n\nBuses run from April.")
    file_draft(draft=stored(draft), revision=2, actor=reporter, now=now)

    page = send(body=draft.body + "\n\nBuses run from April.")

    assert page.redirect_chain == [(reverse("story", args=[draft.story_id]), 302)]
    assert "All that you typed is in it." in page.content.decode()


def test_what_was_typed_on_a_draft_that_was_discarded_goes_on_whole(
    draft: Draft, other_reporter: User, send: Send, now: datetime
) -> None:
    send(body=draft.body + "\n\nBuses run from April.")
    discard_draft(draft=stored(draft), revision=2, actor=other_reporter, now=now)
    body = draft.body + "\n\nBuses run from April.\n\nTrams follow."

    refused = send(body=body, revision=2)
    send(draft="", closed=refused.context["form"]["closed"].value(), revision=2, body=body)

    assert Draft.objects.get(closed_at=None).body == body


def test_a_text_that_waited_while_its_draft_was_filed_waits_at_the_next_lead(
    as_reporter: Client, as_other_reporter: Client, draft: Draft, send: Send, seo_saves: Any, other_reporter: User,
    now: datetime,
) -> None:  # fmt: skip
    seo_saves(body=draft.body.replace("41 billion", "43 billion"))
    send(body=draft.body.replace("41 billion", "44 billion"))
    file_draft(draft=stored(draft), revision=2, actor=other_reporter, now=now)
    page = reverse("draft", args=[draft.story_id])
    waits = reverse("draft_parked", args=[draft.story_id, ParkedText.objects.get().pk])

    assert "A text you typed for it is kept" in as_reporter.get(page, follow=True).content.decode()
    open_draft(story=stored(draft).story, actor=other_reporter, now=now + timedelta(minutes=1))
    assert waits in as_reporter.get(page).content.decode()
    assert waits not in as_other_reporter.get(page).content.decode()
    assert as_other_reporter.get(waits).status_code == 404
    with zeal_ignore():
        as_reporter.post(waits, {"revision": 1, "graf-0": "mine"})
    assert "44 billion" in Draft.objects.get(closed_at=None).body


def test_going_on_after_a_discarded_draft_never_overwrites_a_new_one(
    as_reporter: Client, draft: Draft, typed: Typed
) -> None:
    with zeal_ignore():
        page = as_reporter.post(reverse("draft", args=[draft.story_id]), typed(None, headline="Mine"))

    assert page.status_code == 409
    assert stored(draft).headline != "Mine"


def test_a_form_that_names_no_draft_begins_one_where_none_is_open(
    filed_meanwhile: Draft, as_reporter: Client, typed: Typed
) -> None:
    with zeal_ignore():
        as_reporter.post(reverse("draft", args=[filed_meanwhile.story_id]), typed(None, headline="Mine", body="Rain."))

    fresh = Draft.objects.get(closed_at=None)
    assert (fresh.headline, fresh.body, fresh.based_on.headline) == ("Mine", "Rain.", "Their lead")
