"""The board by keyboard: the cursor, ticks, the pane beside the rows."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Preferences, SeenStory, Story


@pytest.fixture
def opened(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.goto("/")
    return page


def at(page):
    return page.locator(".st.on .slug").inner_text()


def ticked(page):
    return page.locator(".st:has([name=story]:checked) .slug").all_inner_texts()


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_j_and_k_walk_through_the_rows_and_stop_at_the_ends(opened):
    press(opened, "j")
    assert at(opened) == "Quake"
    seen = []
    for key in "jjjjk":
        press(opened, key)
        seen.append(at(opened))
    assert seen == ["Bridge", "Ferry", "Market", "Market", "Ferry"]
    assert opened.evaluate("document.activeElement.textContent").endswith("Ferry stays open")


def test_enter_opens_the_story_at_the_cursor(opened, afternoon):
    press(opened, "j", "j", "j", "Enter")
    opened.wait_for_url(f"**{reverse('story', args=[afternoon['Ferry'].pk])}")
    assert SeenStory.objects.filter(story=afternoon["Ferry"]).exists()


def test_enter_opens_the_first_row_before_any_key(opened, afternoon):
    """It waits for the desk, and the pane beside it says "Review"."""
    press(opened, "Enter")
    expect(opened.locator("[data-approve]")).to_be_visible()
    assert afternoon["Quake"].pk in opened.url


def test_what_the_filter_asks_for_is_worked_through_like_a_queue(page, afternoon, signed_in):
    """From the row by Enter, to the next that waits in it after the desk's word, and back to the list."""
    signed_in("desk_editor")
    page.goto("/?state=review")
    press(page, "j", "j", "Enter")
    expect(page.locator("[data-note-here]")).to_be_visible()
    assert afternoon["Bridge"].pk in page.url
    press(page, "a")
    page.locator("[data-approve-anyway]").click()
    page.wait_for_url(f"**/stories/{afternoon['Quake'].pk}/**")
    expect(page.locator("[data-approve]")).to_be_visible()
    press(page, "q")
    page.wait_for_url("**/?state=review")
    expect(page.locator(".st .slug")).to_have_text("Quake")


def test_the_keys_go_by_place_and_leave_composing_and_fields_alone(opened):
    send = "event => document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, ...event}))"
    opened.evaluate(send, {"key": "ㅌ", "code": "KeyX"})
    assert ticked(opened) == ["Quake"]
    for held in ("isComposing", "ctrlKey", "altKey", "metaKey"):
        opened.evaluate(send, {"key": "x", "code": "KeyX", held: True})
    opened.locator("#omni").press_sequentially("xjn")
    assert (ticked(opened), at(opened)) == (["Quake"], "Quake")


def test_x_ticks_shift_x_ticks_a_range_and_nothing_moves(opened):
    place = opened.locator(".st").first.bounding_box()
    press(opened, "j", "x", "j", "j", "Shift+X")
    assert ticked(opened) == ["Quake", "Bridge", "Ferry"]
    assert opened.locator("[data-ticked]").inner_text() == "3 selected"
    assert opened.locator(".st").first.bounding_box() == place
    press(opened, "x")
    assert ticked(opened) == ["Quake", "Bridge"]
    opened.get_by_role("button", name="Clear").click()
    assert ticked(opened) == []
    expect(opened.get_by_role("button", name="Mark read")).to_be_hidden()


def test_a_click_with_shift_ticks_a_range(opened):
    boxes = opened.locator("[name=story]")
    boxes.nth(0).click()
    boxes.nth(3).click(modifiers=["Shift"])
    assert len(ticked(opened)) == 4
    boxes.nth(1).click(modifiers=["Shift"])
    assert ticked(opened) == ["Quake"]


def test_stories_are_given_to_another_desk_together(opened):
    press(opened, "x", "j", "j", "x")
    opened.get_by_text("Assign desk").click()
    opened.get_by_role("button", name="Economy").click()
    opened.get_by_text("2 stories are now with the Economy desk.").wait_for()
    assert set(Story.objects.filter(desk__code="eco").values_list("slugline", flat=True)) == {"Quake", "Bridge"}


def test_the_pane_follows_the_cursor(opened):
    pane = opened.get_by_label("Preview")
    expect(pane.locator("h2")).to_have_text("Quake strikes off Harim")
    place = opened.locator(".st").first.bounding_box()
    press(opened, "j", "j")
    expect(pane.locator("h2")).to_have_text("Bridge stays shut")
    expect(pane.locator(".pane-counts")).to_contain_text("vs first filing")
    expect(pane.get_by_role("link", name="Review")).to_be_visible()
    assert opened.locator(".st").first.bounding_box() == place


def test_a_narrow_window_has_no_pane_and_asks_for_none(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.set_viewport_size({"width": 1100, "height": 800})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    press(page, "j", "j")
    page.wait_for_timeout(400)
    assert not page.get_by_label("Preview").is_visible()
    assert not [url for url in asked if "/glance/" in url]


def test_n_starts_a_story_and_a_question_mark_lists_the_keys(opened):
    press(opened, "Shift+Slash")
    assert opened.get_by_role("dialog").is_visible()
    press(opened, "n", "Escape")
    assert opened.url.endswith("/")
    press(opened, "n")
    opened.wait_for_url("**/stories/new/")


def test_single_keys_turned_off_in_the_preferences_stay_off(page, afternoon, signed_in, desk_editor):
    Preferences.objects.create(person=desk_editor, single_keys=False)
    signed_in("desk_editor")
    page.goto("/")
    press(page, "x", "j", "j")
    assert (ticked(page), at(page)) == ([], "Quake")
