"""What is newer is told and shown when somebody says so; a lost line is said too."""

from django.utils import timezone
from playwright.sync_api import expect

from stories.services.attending import attend

ASK = "document.dispatchEvent(new Event('visibilitychange'))"  # as when a tab comes to the front


def sluglines(page):
    return page.locator(".st .slug").all_inner_texts()


def test_a_newer_story_waits_until_it_is_asked_for(page, afternoon, signed_in, tell):
    signed_in("desk_editor")
    page.goto("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    before, place = sluglines(page), page.locator(".st").first.bounding_box()
    tell("Storm", 0)
    page.evaluate(ASK)
    show = page.get_by_role("button", name="1 newer story. Show")
    expect(show).to_be_visible()
    assert (sluglines(page), page.locator(".st").first.bounding_box()) == (before, place)

    show.click()
    expect(page.locator(".st")).to_have_count(5)
    expect(show).to_have_count(0)
    assert sluglines(page)[0] == "Storm"
    assert page.locator(".st.on .slug").inner_text() == "Bridge"
    assert page.locator(".st:has([name=story]:checked) .slug").all_inner_texts() == ["Bridge"]
    assert page.evaluate("document.activeElement.textContent").endswith("Bridge stays shut")
    assert page.locator("[data-ticked]").inner_text() == "1 selected"


def test_who_begins_to_edit_is_named_where_the_story_stands(page, afternoon, signed_in, reporter):
    signed_in("desk_editor")
    page.goto("/")
    attend(story=afternoon["Ferry"], person=reporter, session="a", doing="editing", now=timezone.now())
    page.evaluate(ASK)
    expect(page.locator(".st").filter(has_text="Ferry stays open")).to_contain_text("● Rim Na-ra is editing")


def test_a_lost_line_is_said_and_asking_goes_on(page, afternoon, signed_in, expected_complaints):
    expected_complaints.append("ERR_FAILED")
    signed_in("desk_editor")
    page.goto("/")
    live = page.locator("[data-live]")
    expect(live).to_contain_text("Live, updated")
    page.route("**/board/pulse/**", lambda route: route.abort())
    page.evaluate(ASK)
    expect(live).to_contain_text("Not live since")
    page.unroute("**/board/pulse/**")
    page.evaluate(ASK)
    expect(live).to_contain_text("Live, updated")


def test_a_hidden_page_asks_nothing(page, afternoon, signed_in):
    signed_in("desk_editor")
    page.goto("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    page.evaluate(ASK)
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/pulse/" in url and "/board/" in url]
