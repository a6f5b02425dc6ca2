"""The newsroom's pages in a real browser: sound on every screen, and all of the work done with no script."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Story, Version
from stories.services.drafting import open_draft, save_draft

COPY = """HAEDAM, South Korea, March 9 (Hanbit) -- The ferry to Haedam island stopped on Monday.

About 300 people waited at the pier.
"""
WIRE = f"""(URGENT) Haedam-ferry

(URGENT) Ferry to Haedam island stops for storm

{COPY}
(END)

A stray line.
"""


@pytest.fixture
def draft(first, reporter, now, text):
    """A 1st lead in the works on a story with something on the wire, with a query or two for the desk."""
    opened = open_draft(story=first.story, actor=reporter, now=now)
    body = f"{first.body}\n\nTolls start in in May."
    return save_draft(draft=opened, revision=1, text=text(body=body), actor=reporter, now=now)


@pytest.fixture
def addresses(live_server, draft):
    """Every page of the desk that is opened by its address alone."""
    of_the_story = ("story", "draft_preview", "draft_file")
    return [
        "/",
        "/?mine=1&state=killed&q=nothing+fits",
        reverse("story_new"),
        reverse("import"),
        *(reverse(name, args=[draft.story_id]) for name in of_the_story),
        reverse("version", args=[draft.story_id, 1]),
    ]


def test_every_page_is_sound_on_every_screen(page, screen, signed_in, axe, fits, screenshot, addresses):
    signed_in("reporter")
    for address in addresses:
        page.goto(address)
        axe(page)
        fits(page)
        assert page.locator("h1").count() == 1, address
        screenshot(page, address.strip("/").replace("/", "-").partition("?")[0] or "board")


def test_the_plain_editor_fits_every_screen(page, screen, signed_in, fits, screenshot, draft, without_javascript):
    signed_in("reporter")
    page.goto(reverse("draft", args=[draft.story_id]))
    fits(page)
    assert page.locator("h1").count() == 1
    screenshot(page, "draft-plain")


def test_the_paste_box_is_a_box_on_every_screen(page, screen, signed_in, fits, screenshot, desk):
    signed_in("reporter")
    page.goto(reverse("import"))
    screenshot(page, "import")
    fits(page)
    assert page.get_by_label("Paste a filed text").bounding_box()["height"] > 200


def test_what_was_brought_in_is_shown_soundly_on_every_screen(
    page, screen, signed_in, axe, fits, screenshot, addresses
):
    signed_in("reporter")
    page.goto(reverse("import"))
    page.get_by_label("Desk").select_option("Politics")
    page.get_by_label("Paste a filed text").fill(WIRE)
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("Change the text").click()
    axe(page)
    fits(page)
    screenshot(page, "import-plan")


@pytest.mark.parametrize("address", ["/stories/nothinghere/", "/photos/nothinghere/"])
def test_a_page_that_is_not_there_is_sound(page, screen, signed_in, axe, fits, address, expected_complaints):
    expected_complaints.append("404 (Not Found)")
    signed_in("reporter")
    page.goto(address)
    axe(page)
    fits(page)


def test_a_window_of_320_pixels_needs_no_moving_sideways(page, signed_in, fits, addresses):
    signed_in("reporter")
    page.set_viewport_size({"width": 320, "height": 640})
    for address in addresses:
        page.goto(address)
        fits(page)


def test_the_skip_link_is_first_and_leads_past_the_bar(page, signed_in, addresses):
    signed_in("reporter")
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the main part"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_with_no_script_a_story_is_started_filed_and_followed_by_a_lead(page, signed_in, desk, without_javascript):
    signed_in("reporter")
    page.goto("/")
    page.get_by_role("link", name="New story").first.click()
    page.get_by_label("Desk").select_option("Politics")
    page.get_by_label("Slugline").fill("Haedam-ferry")
    page.get_by_role("button", name="Start story").click()

    page.get_by_label("Headline").fill("Ferry to Haedam island stops")
    page.get_by_role("textbox", name="Copy").fill("The ferry stopped on Monday.\n\nAbout 300 people waited.")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_label("Wire text")).to_contain_text("The ferry stopped on Monday.")
    page.get_by_role("link", name="File").click()
    page.get_by_role("button", name="to the wire").click()
    page.wait_for_url("**/versions/1/")
    assert Version.objects.get().headline == "Ferry to Haedam island stops"

    page.get_by_role("link", name="Haedam-ferry").click()
    page.get_by_role("button", name="Write the LEAD").click()
    page.get_by_role("textbox", name="Copy").fill("The ferry stopped on Monday.\n\nAbout 450 people waited.")
    page.get_by_role("button", name="File (LEAD)").click()
    expect(page.get_by_text("±1 edited")).to_be_visible()
    page.get_by_role("button", name="File (LEAD) to the wire").click()
    page.wait_for_url("**/versions/2/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry to Haedam island stops")
    assert Version.objects.filter(lead_number=1, body__contains="450").exists()


def test_with_no_script_copy_is_brought_in(page, signed_in, desk, without_javascript):
    signed_in("desk_editor")
    page.goto(reverse("import"))
    page.get_by_label("Desk").select_option("Politics")
    page.get_by_label("Paste a filed text").fill(WIRE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("link", name="Line 11")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry to Haedam island stops for storm")
    assert Story.objects.get().slugline == "Haedam-ferry"


def test_the_theme_is_changed_and_stays(page, signed_in, desk):
    signed_in("reporter")
    page.goto("/")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_with_no_script_the_one_theme_button_is_the_one_that_changes_something(
    page, signed_in, desk, without_javascript
):
    signed_in("reporter")
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    expect(page.get_by_role("button", name="Dark")).not_to_be_visible()
    page.get_by_role("button", name="Light").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(page.get_by_role("button", name="Dark")).to_be_visible()


def test_a_slash_goes_to_the_search_but_not_from_a_field(page, signed_in, draft):
    signed_in("reporter")
    page.goto("/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "omni"
    page.keyboard.type("harim/")
    assert page.get_by_label("Search the archive").first.input_value() == "harim/"


def test_a_slash_goes_to_the_search_from_a_tick_box_and_nowhere_once_single_keys_are_off(page, signed_in, draft):
    signed_in("reporter")
    page.goto("/")
    search = page.locator("#omni")
    page.locator(".st-x input").first.focus()
    page.keyboard.press("/")
    expect(search).to_be_focused()
    page.locator(".st-h").first.focus()
    page.keyboard.press("Shift+Slash")
    page.keyboard.press("/")
    page.get_by_label("Single keys work in this browser").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(search).not_to_be_focused()
    expect(page.locator(".omni kbd")).to_be_hidden()


def test_the_wire_text_is_copied_as_it_was_filed(page, context, signed_in, first):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    signed_in("reporter")
    page.goto(reverse("version", args=[first.story_id, 1]))
    page.get_by_role("button", name="Copy wire text").click()
    page.get_by_role("button", name="Copied").wait_for()
    filed = page.request.get(reverse("version_text", args=[first.story_id, 1])).text()
    assert page.evaluate("navigator.clipboard.readText()") == filed
