"""A story's own page by key: its next lead, the comparison, the correction; and the bar that holds them in one row."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Draft, Preferences
from stories.services.drafting import text_of
from stories.services.filing import file_version

KOREAN = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅈ', code: 'KeyW', bubbles: true }))"


@pytest.fixture
def lead(first, reporter, now, text):
    """The story's second filing, LEAD."""
    at, fresh = now + timedelta(minutes=9), text(headline="Harim tunnel opens early", attn="CHANGES headline")
    version = file_version(story=first.story, based_on=first, text=fresh, actor=reporter, now=at)
    version.story.refresh_from_db()
    return version


@pytest.fixture
def opened(page, live_server, signed_in, lead):
    """The page of a story with two filings, before a reporter."""
    signed_in("reporter")
    page.goto(reverse("story", args=[lead.story_id]))
    expect(page.locator("[data-keys-open]")).to_be_visible()
    return page


def test_the_next_lead_is_one_key_away(opened, lead):
    expect(opened.get_by_role("button", name="Write the 2nd LD").locator("kbd")).to_have_text("W")
    opened.keyboard.press("w")
    expect(opened).to_have_url(re.compile("/draft/$"))
    assert Draft.objects.get(story=lead.story).closed_at is None
    opened.goto(reverse("version", args=[lead.story_id, 2]))
    opened.keyboard.press("w")
    expect(opened).to_have_url(re.compile("/draft/$"))
    assert Draft.objects.count() == 1


def test_it_goes_by_the_place_of_the_key(opened):
    opened.evaluate(KOREAN)
    expect(opened).to_have_url(re.compile("/draft/$"))


def test_compare_and_correct_have_theirs(opened, lead):
    opened.keyboard.press("c")
    expect(opened).to_have_url(re.compile("/compare/1/2/$"))
    opened.goto(reverse("story", args=[lead.story_id]))
    opened.keyboard.press("x")
    expect(opened).to_have_url(re.compile("/correction/$"))


def test_no_draft_is_begun_by_a_letter_of_a_word(opened):
    opened.keyboard.type("how")
    expect(opened.get_by_text("It came amid other letters")).to_be_visible()
    assert not Draft.objects.exists()


def test_they_are_listed_and_turned_off_there(opened, axe):
    opened.keyboard.press("Shift+Slash")
    listed = opened.get_by_role("dialog", name="Keys")
    expect(listed).to_contain_text("The next lead, or on with the draft")
    axe(opened)
    listed.get_by_role("checkbox").uncheck()
    opened.keyboard.press("Escape")
    expect(opened.locator(".story-act kbd").first).to_be_hidden()
    opened.keyboard.press("w")
    opened.wait_for_timeout(300)
    assert not Draft.objects.exists()


def test_they_are_off_for_who_turned_them_off_in_the_settings(opened, reporter):
    Preferences.objects.update_or_create(person=reporter, defaults={"single_keys": False})
    opened.reload()
    expect(opened.locator(".story-act kbd").first).to_be_hidden()
    opened.keyboard.press("w")
    opened.wait_for_timeout(300)
    assert not Draft.objects.exists()


def test_the_bar_stays_one_row_however_many_leads_there_are(page, screen, signed_in, lead, reporter, fits, screenshot):
    before = lead
    for number in range(3, 9):
        lead.story.refresh_from_db()
        text = replace(text_of(before), headline=f"Filing {number}", attn="CHANGES headline")
        at = before.filed_at + timedelta(minutes=7)
        before = file_version(story=lead.story, based_on=before, text=text, actor=reporter, now=at)
    signed_in("reporter")
    for name in ("story", "draft"):
        page.goto(reverse("story", args=[lead.story_id]))
        if name == "draft":
            page.get_by_role("button", name="Write the").click()
            expect(page.locator("[data-copy], #id_body").first).to_be_attached()
        boxes = [chip.bounding_box() for chip in page.locator(".leads li").all()]
        middles = [box["y"] + box["height"] / 2 for box in boxes]
        assert max(middles) - min(middles) < 4
        expect(page.locator(".leads .now").first).to_be_in_viewport()
        if screen.width > 1000:
            assert page.locator(".story-bar").bounding_box()["height"] <= 52
        fits(page)
        screenshot(page, f"bar-{name}")
