"""A text too large for one form: the desk's own page says so, and Back has the text."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

LONG = "The tunnel is open to traffic again. " * 200
TOLD = "This is more than the desk takes at once"


@pytest.fixture(autouse=True)
def refused(expected_complaints):
    expected_complaints.append("413")


def test_without_a_script_a_text_too_large_is_told_by_how_much_and_back_has_it(
    page, without_javascript, signed_in, draft, settings
):
    signed_in("reporter")
    page.goto(reverse("draft", args=[draft.story_id]))
    copy = page.get_by_label("Copy", exact=True)
    copy.fill(LONG)
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 4096

    page.get_by_role("button", name="Save draft").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(TOLD)
    expect(page.get_by_text("in the field “copy”. The desk takes 4.0")).to_be_visible()
    page.go_back()
    expect(copy).to_have_value(LONG)


def test_the_page_that_says_so_reads_well_on_every_screen(page, screen, signed_in, settings, axe, fits, screenshot):
    signed_in("reporter")
    page.goto(reverse("story_new"))
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 4096

    page.get_by_label("Slugline").evaluate("(field, text) => (field.value = text, field.form.submit())", LONG)

    expect(page.get_by_role("heading", level=1)).to_have_text(TOLD)
    axe(page)
    fits(page)
    screenshot(page, "too-large")
