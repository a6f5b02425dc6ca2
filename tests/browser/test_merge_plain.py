"""Two people on one draft, one of them with no script: the form merges as the editor does, and loses nothing."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Draft, ParkedText
from stories.services.drafting import open_draft, save_draft

COST, OPENED = "It cost 41 billion won.", "The mayor of Harim opened the Daero tunnel on Monday."


@pytest.fixture
def draft(first, reporter, now):
    return open_draft(story=first.story, actor=reporter, now=now)


@pytest.fixture
def seo_saves(draft, other_reporter, now, text):
    def save(**changes):
        fresh = text(**{"body": draft.body} | changes)
        at = now + timedelta(minutes=1)
        return save_draft(draft=draft, revision=1, text=fresh, actor=other_reporter, now=at)

    return save


@pytest.fixture
def form(page, without_javascript, signed_in, draft):
    signed_in("reporter")
    page.goto(reverse("draft", args=[draft.story_id]))
    return page


def copy_of(page):
    return page.get_by_role("textbox", name="Copy")


def saves(form):
    form.get_by_role("button", name="Save draft").last.click()
    expect(form.get_by_text("Saved.", exact=True)).to_be_visible()


def stored(draft):
    return Draft.objects.get(pk=draft.pk)


def test_changes_in_different_paragraphs_merge_by_themselves(form, draft, seo_saves):
    seo_saves(headline="Tunnel opens", body=draft.body.replace("41 billion", "43 billion"))
    copy_of(form).fill(draft.body.replace("Monday", "Tuesday"))
    form.get_by_role("button", name="Save draft").last.click()

    came = "Seo Joon-ho saved meanwhile. In your text now, beside your own changes: headline and 1 paragraph."
    expect(form.get_by_text(came)).to_be_visible()
    expect(copy_of(form)).to_have_value(stored(draft).body)
    assert stored(draft).body == draft.body.replace("Monday", "Tuesday").replace("41 billion", "43 billion")


def test_a_paragraph_that_both_changed_is_decided_in_plain_controls(form, draft, seo_saves):
    seo_saves(body=draft.body.replace("41 billion", "43 billion"))
    copy_of(form).fill(draft.body.replace("41 billion", "44 billion").replace("Monday", "Tuesday"))
    form.get_by_role("button", name="File (LEAD)").click()

    cost = form.get_by_role("group", name="Para 2")
    expect(cost.get_by_role("radio", name="Seo Joon-ho").locator("xpath=..")).to_contain_text("43 billion")
    cost.get_by_role("radio", name="Edited").check()
    cost.get_by_role("textbox").fill("It cost 43 billion or 44 billion won.")
    form.get_by_role("button", name="Use these and continue").click()

    expect(form.get_by_text("Merged and saved.")).to_be_visible()
    decided = draft.body.replace("Monday", "Tuesday").replace("41 billion", "43 billion or 44 billion")
    assert stored(draft).body == decided


def test_back_to_the_form_and_on_is_no_conflict_with_oneself(form, draft):
    copy_of(form).fill(draft.body.replace("41 billion", "43 billion"))
    saves(form)
    form.go_back()
    copy_of(form).fill(draft.body.replace("41 billion", "44 billion"))
    saves(form)

    assert stored(draft).body == draft.body.replace("41 billion", "44 billion")
    assert not ParkedText.objects.exists()


def test_what_is_sent_after_the_sign_in_ran_out_comes_in_after_the_next(
    form, draft, context, signed_in, expected_complaints
):
    expected_complaints.append("403 (Forbidden)")
    copy_of(form).fill("An hour of work.")
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    form.get_by_role("button", name="Save draft").last.click()
    expect(form.get_by_role("heading", name="You are signed out. What you typed is kept")).to_be_visible()

    signed_in("reporter")
    form.goto(reverse("draft", args=[draft.story_id]))
    form.get_by_role("link", name="Merge your text").click()
    form.get_by_role("button", name="Use these and continue").click()
    expect(copy_of(form)).to_have_value("An hour of work.")


def test_a_form_that_is_refused_keeps_all_of_it_and_can_be_put_right(form, draft, expected_complaints):
    expected_complaints.append("422 (Unprocessable")
    copy_of(form).fill("An hour of work.\x1b")
    form.get_by_label("Headline").fill("Typed first")
    form.get_by_role("button", name="Save draft").last.click()
    expect(form.get_by_text("control character U+001B").first).to_be_visible()
    expect(form.get_by_label("Headline")).to_have_value("Typed first")

    copy_of(form).fill("An hour of work.")
    saves(form)
    assert (stored(draft).headline, stored(draft).body) == ("Typed first", "An hour of work.")
