"""Signing in, the look a person chose, and forms that went stale."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Draft, ParkedText

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"  # the cast's


def test_signing_in_opens_the_page_that_was_asked_for(client: Client, reporter: User) -> None:
    wanted = reverse("story_new")

    answer = client.post(reverse("sign_in"), {"username": reporter.username, "password": PASSWORD, "next": wanted})

    assert answer.headers["Location"] == wanted


ELSEWHERE = ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", "///elsewhere.example"]
NO_PATHS = ["javascript:alert(1)", "board", "a:b", "\t//elsewhere.example/"]


@pytest.mark.parametrize("wanted", [*ELSEWHERE, *NO_PATHS])
def test_signing_in_never_leads_to_another_site(client: Client, reporter: User, wanted: str) -> None:
    """And what is no path at all leads to the board: it broke the page after the sign-in."""
    form = {"username": reporter.username, "password": PASSWORD, "next": wanted}

    assert client.post(reverse("sign_in"), form).headers["Location"] == reverse("board")
    assert client.get(reverse("sign_in"), {"next": wanted}).headers["Location"] == reverse("board")


def test_a_wrong_password_is_said_without_saying_which_part_was_wrong(client: Client, reporter: User) -> None:
    page = client.post(reverse("sign_in"), {"username": reporter.username, "password": "not this one"})

    assert "Please enter a correct username and password" in page.content.decode()


def test_signed_out_one_is_led_to_sign_in_and_back(client: Client) -> None:
    assert client.get("/?desk=pol").headers["Location"] == "/sign-in/?next=/%3Fdesk%3Dpol"


def test_signing_out_is_a_post(as_reporter: Client) -> None:
    assert as_reporter.get(reverse("sign_out")).status_code == 405

    as_reporter.post(reverse("sign_out"))

    assert as_reporter.get("/").status_code == 302


def test_the_chosen_theme_arrives_with_the_page(client: Client) -> None:
    client.post(reverse("theme"), {"theme": "dark"})

    assert '<html lang="en" data-theme="dark">' in client.get(reverse("sign_in")).content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_changing_the_theme_never_leads_to_another_site(client: Client, back: str) -> None:
    assert client.post(reverse("theme"), {"theme": "dark", "next": back}).headers["Location"] == "/"


def test_a_theme_nobody_knows_is_not_kept(client: Client) -> None:
    assert "theme" not in client.post(reverse("theme"), {"theme": '"><script>'}).cookies


def test_a_stale_form_gives_back_what_was_typed(reporter: User, draft: Draft, typed: Any) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(reporter)

    page = strict.post(reverse("draft", args=[draft.story_id]), typed(draft, body="<b>An hour's work.</b>"))

    assert page.status_code == 403
    assert "this form has gone stale" in page.content.decode()
    assert "&lt;b&gt;An hour&#x27;s work.&lt;/b&gt;" in page.content.decode()


def test_who_was_signed_out_while_writing_gets_the_text_back(client: Client, draft: Draft, typed: Any) -> None:
    page = client.post(reverse("draft", args=[draft.story_id]), typed(draft, body="An hour of work."))

    assert page.status_code == 403
    assert "You are signed out, so nothing was saved" in page.content.decode()
    assert "An hour of work." in page.content.decode()


@pytest.fixture
def opened_form(as_reporter: Client, draft: Draft, typed: Any) -> dict[str, Any]:
    """What the reporter's page of the draft posts, after an hour of work."""
    mark = as_reporter.get(reverse("draft", args=[draft.story_id])).context["mark"]
    return typed(draft, body="An hour of work.", page=mark, photo_caption=["One.", "Two."])


def merged_after_sign_in(client: Client, reporter: User, draft: Draft) -> str:
    client.force_login(reporter)
    address = reverse("draft", args=[draft.story_id])
    waits = client.get(address).context["waiting"]
    client.post(reverse("draft_parked", args=[draft.story_id, waits.pk]), {"revision": 1})
    return Draft.objects.get(pk=draft.pk).body


def test_a_drafts_text_sent_while_signed_out_is_kept_for_its_writer_and_comes_in_after_the_sign_in(
    client: Client, reporter: User, draft: Draft, opened_form: dict[str, Any]
) -> None:
    page = client.post(reverse("draft", args=[draft.story_id]), opened_form)
    words = page.content.decode()

    assert page.status_code == 403
    assert "You are signed out. What you typed is kept" in words
    assert "Sign in as Rim Na-ra" in words
    assert ["One." in words, "Two." in words, opened_form["page"] in words] == [True, True, False]
    assert merged_after_sign_in(client, reporter, draft) == "An hour of work."


def test_a_drafts_form_gone_stale_keeps_its_text_for_its_writer(
    reporter: User, draft: Draft, opened_form: dict[str, Any]
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(reporter)

    page = strict.post(reverse("draft", args=[draft.story_id]), opened_form)

    assert page.status_code == 403
    assert "This form has gone stale. What you typed is kept" in page.content.decode()
    assert merged_after_sign_in(Client(), reporter, draft) == "An hour of work."


@pytest.mark.parametrize("mark", ["", "WzEsMSwiZm9ybSJd:1tXXXX:forged", "x" * 5000])
def test_a_form_with_no_mark_of_this_newsroom_is_kept_for_nobody(
    client: Client, draft: Draft, opened_form: dict[str, Any], mark: str
) -> None:
    page = client.post(reverse("draft", args=[draft.story_id]), opened_form | {"page": mark})

    assert "You are signed out, so nothing was saved" in page.content.decode()
    assert not ParkedText.objects.exists()


def test_a_mark_keeps_no_text_on_another_draft_than_its_own(
    client: Client, draft: Draft, opened_form: dict[str, Any]
) -> None:
    client.post(reverse("draft", args=[draft.story_id]), opened_form | {"draft": draft.pk + 1})

    assert not ParkedText.objects.exists()


def test_a_refused_sign_in_form_shows_no_password(reporter: User) -> None:
    strict = Client(enforce_csrf_checks=True)

    page = strict.post(reverse("sign_in"), {"username": reporter.username, "password": PASSWORD})

    assert PASSWORD not in page.content.decode()


def test_a_missing_page_stands_in_the_newsrooms_own_shell(as_reporter: Client) -> None:
    page = as_reporter.get("/stories/nothinghere/")

    assert page.status_code == 404
    assert "There is no such page" in page.content.decode()
    assert 'href="/?mine=1"' in page.content.decode()
