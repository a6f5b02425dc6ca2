"""Going through the changes by key, by button and by link; the leads rail; ticks."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import FactCheck
from tests.ferry import file_ferry


@pytest.fixture
def opened(page, live_server, signed_in, desk, reporter, now):
    """The page of LEAD against 2nd LD, open before the desk editor."""
    ferry, _ = file_ferry(desk=desk, actor=reporter, now=now)
    signed_in("desk_editor")
    page.goto(reverse("compare", args=[ferry.pk, 3, 4]))
    return page


def current(page):
    return page.locator(".graf.current").get_attribute("id")


def test_the_page_opens_on_its_first_change_and_says_so(opened):
    assert current(opened) == "p1"
    assert opened.locator("[data-at]").inner_text() == "1 of 7 Edited paragraph 1"
    assert opened.locator(".changes [aria-current]").get_attribute("href") == "#p1"


def test_j_and_k_walk_through_the_changes_and_stop_at_the_ends(opened):
    opened.keyboard.press("k")
    assert current(opened) == "p1"
    seen = []
    for _ in range(8):
        opened.keyboard.press("j")
        seen.append(current(opened))
    assert seen == ["p2", "p3", "p4", "p6", "p8", "old11", "old11", "old11"]
    assert opened.evaluate("document.activeElement.id") == "old11"
    opened.keyboard.press("k")
    assert current(opened) == "p8"
    assert opened.locator("[data-at]").inner_text() == "6 of 7 Merged paragraph 8"


def test_opening_the_page_leaves_the_facts_in_sight_and_a_step_brings_its_line(opened):
    opened.set_viewport_size({"width": 1440, "height": 440})
    opened.reload()
    panel = opened.locator(".review-panel")
    assert current(opened) == "p1"
    assert panel.evaluate("(column) => column.scrollTop") == 0
    for _ in range(5):
        opened.keyboard.press("j")
    assert panel.evaluate("(column) => column.scrollTop") > 0
    expect(opened.locator(".changes [aria-current]")).to_be_in_viewport()


def test_the_keys_go_by_place_so_a_korean_layout_works(opened):
    opened.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅓ', code: 'KeyJ', bubbles: true }))"
    )
    assert current(opened) == "p2"


@pytest.mark.parametrize("held", ["isComposing: true", "ctrlKey: true", "altKey: true", "metaKey: true"])
def test_composing_or_a_held_key_is_left_alone(opened, held):
    event = f"new KeyboardEvent('keydown', {{ key: 'j', code: 'KeyJ', bubbles: true, {held} }})"
    opened.evaluate(f"document.body.dispatchEvent({event})")
    assert current(opened) == "p1"


def test_typing_in_a_field_is_left_alone(opened):
    opened.get_by_label("Search the archive").press_sequentially("jk")
    assert current(opened) == "p1"
    assert opened.get_by_label("Search the archive").input_value() == "jk"


def test_the_help_lists_the_keys_and_turns_them_off_in_this_browser(opened):
    opened.keyboard.press("Shift+Slash")
    dialog = opened.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    opened.keyboard.press("j")
    assert current(opened) == "p1"
    dialog.get_by_label("Single keys work in this browser").uncheck()
    dialog.get_by_role("button", name="Close").click()
    opened.keyboard.press("j")
    assert current(opened) == "p1"
    opened.reload()
    opened.keyboard.press("j")
    assert current(opened) == "p1"
    opened.get_by_role("button", name="Next change").click()
    assert current(opened) == "p2"
    opened.get_by_role("button", name="Keys").click()
    opened.get_by_label("Single keys work in this browser").check()
    opened.keyboard.press("Escape")
    opened.keyboard.press("j")
    assert current(opened) == "p3"


def test_u_opens_and_closes_what_is_unchanged(opened):
    assert not opened.locator("#p10").is_visible()
    opened.keyboard.press("u")
    assert opened.locator("#p10").is_visible()
    opened.keyboard.press("u")
    assert not opened.locator("#p10").is_visible()


def test_l_copies_the_address_of_the_paragraph(opened, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.keyboard.press("j")
    opened.keyboard.press("l")
    opened.get_by_text("link copied").wait_for()
    assert opened.evaluate("navigator.clipboard.readText()").endswith("/compare/3/4/#p2")


def test_copy_link_copies_the_pages_address(opened, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.get_by_role("button", name="Copy link").click()
    opened.get_by_role("button", name="Copied").wait_for()
    assert opened.evaluate("navigator.clipboard.readText()").endswith("/compare/3/4/")


def test_a_link_into_a_fold_opens_it(opened):
    opened.evaluate("window.location.hash = 'p10'")
    opened.locator("#p10").wait_for(state="visible")


def test_a_link_in_the_list_makes_its_change_the_current_one(opened):
    opened.locator(".changes a[href='#p8']").click()
    expect(opened.locator(".graf.current")).to_have_id("p8")


def test_the_moved_paragraph_and_its_stub_lead_to_each_other(opened):
    opened.locator("#p3 .tag a").click()
    opened.wait_for_url("**/#old10")
    opened.locator("#old10 .tag a").click()
    expect(opened.locator(".graf.current")).to_have_id("p3")


def test_a_click_on_a_lead_compares_at_once(opened):
    opened.get_by_label("From first filing").click()
    opened.wait_for_url("**/compare/2/4/")


def test_arrow_keys_on_the_rail_wait_for_the_button(opened):
    opened.get_by_label("From LEAD").focus()
    opened.keyboard.press("ArrowDown")
    button = opened.get_by_role("button", name="Compare")
    assert button.is_visible()
    assert "/compare/3/4/" in opened.url
    button.click()
    opened.wait_for_url("**/compare/2/4/")


def test_a_tick_is_kept_without_leaving_the_page(opened):
    opened.evaluate("window.stayed = true")
    tick = opened.get_by_role("checkbox").first
    tick.click()
    expect(opened.locator("[data-checked]")).to_have_text("1")
    assert tick.get_attribute("aria-checked") == "true"
    assert FactCheck.objects.count() == 1
    tick.press("Space")
    expect(opened.locator("[data-checked]")).to_have_text("0")
    assert not FactCheck.objects.exists()
    assert opened.evaluate("window.stayed")


def test_the_line_of_a_paragraph_lights_up_under_the_pointer(opened):
    bar = opened.locator(".flow a rect.bar-s").first
    bar.hover()
    assert opened.locator(".flow svg.lit").count() == 1
    assert opened.locator(".flow .ribbon.on").count() >= 2
