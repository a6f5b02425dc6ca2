"""The slugline, the strips of the leads, and a discard that came too late."""

import re

from playwright.sync_api import expect

from stories.models import Draft, Story
from stories.services.opening import open_story


def test_the_slugline_is_changed_in_the_bar_and_a_namesake_is_said_while_it_is_typed(editor, desk, reporter, axe):
    open_story(actor=reporter, now=editor.draft.opened_at, desk=desk, slugline="Port-fire")
    editor.page.get_by_text("Rename", exact=True).first.click()
    field = editor.page.get_by_label("Slugline of the filings to come")
    field.fill("port-fire")
    expect(editor.page.locator("[data-slugline-hint]")).to_contain_text("Running already: Port-fire")
    axe(editor.page)
    field.fill("Daero-tunnel")
    expect(editor.page.locator("[data-slugline-hint]")).to_contain_text("Free")
    field.press("Enter")
    expect(editor.page.locator(".slug")).to_have_text("Daero-tunnel")
    assert Story.objects.filter(slugline="Daero-tunnel").exists()


def test_the_draft_among_the_leads_follows_the_typing(editor):
    editor.page.get_by_role("tab", name="Leads").click()
    rung = editor.page.locator("[data-rung]")
    strip = rung.locator(".strip")
    expect(strip).to_have_attribute("aria-label", "6 paragraphs: 6 unchanged")
    editor.write(" More words here.", number=2)
    expect(strip).to_have_attribute("aria-label", "6 paragraphs: 1 edited, 5 unchanged")
    expect(rung.locator(".rung-f")).to_contain_text(re.compile(r"^\s*\d+ words \+3"))
    editor.page.locator("#id_headline").fill("Tunnel open at last")
    expect(rung.locator(".rung-h")).to_have_text("Tunnel open at last")


def test_a_discard_from_an_older_page_leaves_the_others_text(editor, editor_of, expected_complaints):
    expected_complaints.append("net::ERR_FAILED")
    other = editor_of("other_reporter")
    editor.page.route("**/presence/", lambda route: route.abort())  # this page has not heard of the save
    other.write(" Theirs.", number=1)
    other.is_saved()
    editor.page.evaluate("document.querySelector('.discard form').submit()")
    expect(editor.page.get_by_text(re.compile("^Not discarded: Seo Joon-ho"))).to_be_visible()
    assert Draft.objects.get().closed_at is None
