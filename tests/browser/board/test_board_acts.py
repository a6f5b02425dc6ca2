"""What is done to ticked stories is done in place and said; the queue's waiting times go on by themselves."""

from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Desk, Story


def sluglines(page):
    return page.locator(".st .slug").all_inner_texts()


def at_cursor(page):
    return page.evaluate("document.activeElement.closest('[data-row]')?.querySelector('.slug').textContent")


def test_marked_read_is_said_and_the_cursor_stays_where_it_was(page, afternoon, signed_in, axe):
    signed_in("desk_editor")
    page.goto("/")
    before, place = sluglines(page), page.locator(".st").first.bounding_box()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.get_by_role("button", name="Mark read").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".toast.said")).to_have_text("1 story marked read.")
    axe(page)
    assert (sluglines(page), at_cursor(page)) == (before, before[1])
    assert page.locator(".st").first.bounding_box() == place, "nothing moves under the eye"
    assert page.locator(".st.unread").count() == 3
    expect(page.locator("[data-ticked]")).to_have_text("0 selected")
    page.reload()
    assert page.locator(".st.unread").count() == 3


def test_a_desk_is_given_by_key_and_the_cursor_stays(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.goto("/?label=first")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.locator("summary", has_text="Assign desk").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Economy").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".toast.said")).to_have_text("1 story is now with the Economy desk.")
    expect(page.locator(".st").first).to_contain_text("Economy")
    assert page.url.endswith("/?label=first")
    assert at_cursor(page) == sluglines(page)[0]
    expect(page.locator(".assign[open]")).to_have_count(0)
    assert Story.objects.get(desk=Desk.objects.get(code="eco")).slugline == sluglines(page)[0]


def test_where_the_answer_is_lost_the_form_goes_the_long_way(page, afternoon, signed_in, expected_complaints):
    expected_complaints.append("ERR_FAILED")
    signed_in("desk_editor")
    page.goto("/")
    page.route(
        "**/board/bulk/", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.get_by_role("button", name="Mark read").click()
    expect(page.locator(".notices")).to_contain_text("1 story marked read.")


def test_a_queue_that_stands_open_goes_on_telling_how_long_each_waits(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.clock.install()
    page.goto("/desk/")
    bridge, quake = page.locator("[data-row]").all()
    expect(bridge).to_contain_text("waiting 9 min")
    expect(quake).to_contain_text("waiting 3 min")
    expect(page.locator("[data-count]")).to_have_text("2 waiting, 2 late")
    page.clock.fast_forward(60 * 61_000)
    expect(bridge).to_contain_text("waiting 1 h 10 min")
    expect(quake).to_contain_text("late: waiting for 1 hour 4 minutes")


def test_what_becomes_late_while_the_queue_stands_open_is_marked(page, afternoon, signed_in, desk):
    desk.wait_minutes, desk.urgent_wait_minutes = 30, 10
    desk.save()
    signed_in("desk_editor")
    page.clock.install()
    page.goto("/desk/")
    expect(page.locator(".st.late")).to_have_count(0)
    expect(page.locator("[data-count]")).to_have_text("2 waiting")
    page.clock.fast_forward(8 * 60_000)
    expect(page.locator(".st.late")).to_have_count(1)
    expect(page.locator(".st.late")).to_contain_text("Quake")
    expect(page.locator("[data-count]")).to_have_text("2 waiting, 1 late")


def test_an_age_goes_on_while_the_page_stands_open(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.clock.install()
    page.goto(reverse("review", args=[afternoon["Bridge"].pk]))
    handed_in = page.locator(".review-what time")
    expect(handed_in).to_have_text("9 min ago")
    page.clock.fast_forward(5 * 60_000)
    expect(handed_in).to_have_text("14 min ago")
    page.clock.fast_forward(60 * 60_000)
    expect(handed_in).to_have_text("1 h ago")


def test_who_comes_back_undecided_stands_where_they_left(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.goto("/desk/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("[data-note-here]")).to_be_visible()
    page.keyboard.press("q")
    page.wait_for_url("**/desk/")
    expect(page.locator(".st.on .slug")).to_have_text("Quake")
    page.keyboard.press("j")
    assert at_cursor(page) == "Quake"


def test_every_act_on_several_stories_has_a_key(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.goto("/")
    page.keyboard.press("j")
    page.keyboard.press("m")  # with none ticked it is for the story at the cursor
    expect(page.locator(".toast.said")).to_have_text("1 story marked read.")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("d")
    expect(page.get_by_role("button", name="Economy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".toast.said")).to_have_text("2 stories are now with the Economy desk.")
    with page.expect_download() as exported:
        page.keyboard.press("e")
    assert exported.value.suggested_filename.startswith("wire-")


def test_s_shows_what_is_newer(page, afternoon, signed_in, tell):
    signed_in("desk_editor")
    page.goto("/")
    tell("Storm", 0)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("button", name="1 newer story. Show")).to_be_visible()
    page.keyboard.press("s")
    expect(page.locator(".st")).to_have_count(5)
    assert sluglines(page)[0] == "Storm"
