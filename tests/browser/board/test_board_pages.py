"""The board and the queue as pages: sound on every screen, in order, and useful with no script."""

import pytest
from playwright.sync_api import expect

from stories.models import SavedFilter, Story


def test_the_board_and_the_queue_are_sound_on_every_screen(page, screen, signed_in, axe, fits, screenshot, afternoon):
    signed_in("desk_editor")
    for address, name in (("/", "desk-board"), ("/?state=review&label=lead", "desk-filter"), ("/desk/", "desk-queue")):
        page.goto(address)
        if screen.width > 1180 and page.locator(".st").count():
            expect(page.get_by_label("Preview").locator("h2")).to_be_visible()
        axe(page)
        fits(page)
        assert page.locator("h1").count() == 1
        screenshot(page, name, full_page=False)


def test_with_stories_ticked_the_page_is_sound_too(page, signed_in, axe, afternoon, screenshot):
    signed_in("desk_editor")
    page.goto("/")
    page.keyboard.press("x")
    page.get_by_text("Assign desk").click()
    axe(page)
    screenshot(page, "desk-board-ticked", full_page=False)


def test_the_queue_shows_who_waits_longest_first_and_says_who_is_late(page, signed_in, afternoon):
    signed_in("desk_editor")
    page.goto("/desk/")
    rows = page.locator(".st")
    assert rows.locator(".slug").all_inner_texts() == ["Bridge", "Quake"]
    said = [" ".join(words.split()) for words in rows.locator(".wait").all_inner_texts()]
    assert said == [f"late: waiting for {n} minutes waiting {n} min late" for n in (9, 3)]
    assert rows.nth(0).locator(".wait [aria-hidden]").all_inner_texts() == ["waiting 9 min", "late"]
    assert "1 fact changed" in rows.nth(0).locator(".st-d").inner_text()
    assert page.locator(".nav [data-queue-count]").inner_text() == "2"


def test_enter_in_the_queue_opens_the_review(page, signed_in, afternoon):
    signed_in("desk_editor")
    page.goto("/desk/pol/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert afternoon["Quake"].pk in page.url


def test_with_no_script_stories_are_ticked_read_assigned_and_exported(page, signed_in, afternoon, without_javascript):
    signed_in("desk_editor")
    page.goto("/")
    expect(page.get_by_role("button", name="Mark read")).to_be_hidden()
    page.get_by_label("Tick Ferry").check()
    page.get_by_label("Tick Market").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export wire text").click()
    text = download.value.path().read_text()
    assert text.index("Ferry stays open") < text.index("Market stays open")

    page.get_by_text("Assign desk").click()
    page.get_by_role("button", name="Economy").click()
    expect(page.get_by_text("2 stories are now with the Economy desk.")).to_be_visible()
    assert Story.objects.filter(desk__code="eco").count() == 2


def test_with_no_script_a_filter_is_a_link_that_can_be_kept(page, signed_in, afternoon, without_javascript):
    signed_in("desk_editor")
    page.goto("/")
    page.get_by_text("State: any").click()
    page.get_by_role("link", name="In review", exact=True).click()
    expect(page.locator(".st .slug")).to_have_text(["Quake", "Bridge"])
    page.locator("summary", has_text="Keep").click()
    page.get_by_label("Keep this filter at the side as").fill("To decide")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_role("link", name="To decide")).to_be_visible()
    assert SavedFilter.objects.get().query == "state=review"
    page.goto("/")
    page.get_by_role("link", name="To decide").click()
    expect(page.locator(".st")).to_have_count(2)


def test_a_rows_time_takes_one_line_however_old_the_story_is(page, screen, signed_in, live_server, tell):
    """After midnight every story of yesterday's took two."""
    a_day = 24 * 60
    for minutes in (5, a_day - 5, a_day + 5, 30 * a_day, 300 * a_day, 400 * a_day):
        tell(f"Ferry-{minutes}", minutes)
    signed_in("reporter")
    page.goto("/")
    times = page.locator(".st-t time")
    expect(times).to_have_count(6)
    boxes = times.evaluate_all(
        "all => all.map((time) => [time.getClientRects().length, time.offsetWidth - time.parentElement.offsetWidth])"
    )
    assert [(lines, sticks_out > 0) for lines, sticks_out in boxes] == [(1, False)] * 6, boxes


@pytest.mark.parametrize("width", [1440, 1024, 820, 390])
def test_a_long_wait_stays_in_its_column(page, signed_in, afternoon, tell, hand_in, width):
    """From an hour on it ran over the number of words."""
    hand_in(tell("Ferry-2", 900), 765, headline="Ferry turns back", body="It cost 57 billion won. " * 40)
    signed_in("desk_editor")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/desk/")
    wait = page.locator(".st .wait").first
    expect(wait.locator("[aria-hidden]").first).to_have_text("waiting 12 h 45 min")
    mine = wait.bounding_box()
    others = [cell.bounding_box() for cell in page.locator(".st").first.locator("> :visible:not(.wait)").all()]
    assert [
        other
        for other in others
        if other["x"] + other["width"] > mine["x"] + 0.5
        and other["y"] < mine["y"] + mine["height"]
        and mine["y"] < other["y"] + other["height"]
    ] == []
