"""Leaving the page by its own links and forms: what is typed goes along, and the browser need not ask."""

import re

import pytest
from playwright.sync_api import expect

from stories.models import Draft

WORDS = " Last words."


@pytest.fixture
def asked(editor):
    """What the browser asked on the way out."""
    heard = []
    editor.page.on("dialog", lambda dialog: (heard.append(dialog.type), dialog.accept()))
    return heard


def test_a_link_takes_the_last_words_along(editor, asked):
    editor.write(WORDS)
    editor.page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(editor.page).to_have_url(re.compile("/compare/"))
    expect(editor.page.locator("main")).to_contain_text("Last words.")
    assert asked == []


def test_a_form_waits_for_the_last_words(editor, asked):
    editor.write(WORDS)
    editor.page.locator("[name=q]").fill("tunnel")
    editor.page.locator("[name=q]").press("Enter")
    expect(editor.page).to_have_url(re.compile("/search/"))
    assert editor.stored()[0].endswith(WORDS)
    assert asked == []


def test_where_they_cannot_be_saved_the_browser_asks(editor, asked, context, expected_complaints):
    expected_complaints.append("500")
    editor.page.route("**/draft/autosave/", lambda route: route.fulfill(status=500, body="broken"))
    editor.write(WORDS)
    editor.page.locator("a.slug").click()
    expect(editor.page).to_have_url(re.compile("/stories/[a-z0-9]+/$"))
    assert asked == ["beforeunload"]


def test_a_discarded_draft_is_taken_up_again_from_where_it_is_said(editor, expected_complaints):
    expected_complaints.append("404")  # the last look at the text may come after the discard
    editor.write(WORDS)
    editor.page.locator("#tab-leads").click()
    editor.page.get_by_text("Discard this draft").click()
    editor.page.get_by_role("button", name="Discard the draft").click()
    editor.page.get_by_role("button", name="Undo").click()
    editor.is_ready()
    assert editor.typed()[0].endswith(WORDS)
    assert Draft.objects.filter(closed_at=None).get().pk != editor.draft.pk


def test_a_discard_that_is_undone_too_late_says_where_its_text_is(editor, expected_complaints):
    expected_complaints.append("404")  # the last look at the text may come after the discard
    editor.page.clock.install()
    editor.page.locator("#tab-leads").click()
    editor.page.get_by_text("Discard this draft").click()
    editor.page.get_by_role("button", name="Discard the draft").click()
    expect(editor.page.locator("[data-toast]")).to_be_visible()
    editor.page.clock.fast_forward(9000)
    expect(editor.page.locator("[data-toast]")).to_have_count(0)
    editor.page.keyboard.press("z")
    expect(editor.page.get_by_text("the story's page may still offer the text")).to_be_visible()
