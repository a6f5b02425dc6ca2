"""The first filing of a story: an empty page says what goes where, and the label follows the choice."""

import re

import pytest
from playwright.sync_api import expect

from stories.models import Draft, Version
from stories.services.drafting import open_draft
from stories.services.opening import open_story

from .conftest import FILED, Editor


@pytest.fixture
def draft(transactional_db, desk, reporter) -> Draft:
    """Nothing is written, nothing of the story on the wire."""
    story = open_story(actor=reporter, now=FILED, desk=desk, slugline="Harim-quake", category="National")
    return open_draft(story=story, actor=reporter, now=FILED)


def goes_out_as(editor: Editor, name: str) -> None:
    editor.page.get_by_role("radio", name=name).check()


def test_the_label_follows_the_choice_in_every_place(editor):
    page = editor.page
    goes_out_as(editor, "URGENT")
    expect(page.locator(".ed-head .labels")).to_have_text("URGENT")
    expect(page.locator(".ladder .chip")).to_have_text("URGENT")
    expect(page.locator("[data-file]")).to_contain_text("File (URGENT)")
    expect(page.locator("h1")).to_have_text("URGENT of Harim-quake")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog", name=re.compile("File as URGENT"))).to_be_visible()
    expect(page.locator("[data-filing-go]")).to_have_text("File (URGENT) to the wire")
    page.get_by_role("button", name="Keep editing").click()
    goes_out_as(editor, "First filing")
    expect(page.locator(".ed-head .labels")).to_have_text("first filing")
    expect(page.locator("[data-file]")).not_to_contain_text("URGENT")


def test_without_a_script_the_label_follows_the_saved_choice(without_javascript, page, signed_in, draft):
    signed_in("reporter")
    Draft.objects.filter(pk=draft.pk).update(headline="Quake hits Harim", body="It shook.")
    editor = Editor(page, draft)
    page.goto(editor.address)
    goes_out_as(editor, "URGENT")
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".ed-head .labels")).to_have_text("URGENT")
    page.get_by_role("button", name="File (URGENT)").click()
    expect(page.locator("h1")).to_have_text(re.compile(r"File as\s+URGENT"))
    page.get_by_role("button", name="File (URGENT) to the wire").click()
    page.wait_for_url("**/versions/1/")
    assert Version.objects.get().kind == "urgent"


def test_an_empty_page_says_what_goes_where_and_begins_with_the_headline(editor):
    expect(editor.page.get_by_placeholder("Headline", exact=True)).to_be_focused()
    expect(editor.page.get_by_placeholder("(Hanbit) --")).to_be_visible()
    expect(editor.page.get_by_text("A first filing needs none.")).to_be_visible()


def test_nothing_to_compare_with_leaves_no_marks_to_choose(editor):
    expect(editor.page.get_by_role("button", name="Find")).to_be_visible()
    expect(editor.page.get_by_role("radio", name="Marks")).to_be_hidden()
    expect(editor.page.get_by_role("button", name="Next change")).to_be_hidden()


def test_the_figures_count_one_and_none_rightly(editor):
    figures = editor.page.locator("[data-figures]")
    expect(figures).to_contain_text("0 words 0 paragraphs")
    expect(figures).to_contain_text("reads in 0 min")
    editor.content.click()
    editor.page.keyboard.type("Quake")
    expect(figures).to_contain_text("1 word 1 paragraph avg")


def test_the_dialog_names_each_open_check_and_goes_there(editor):
    editor.page.keyboard.type("Quake hits Harim")
    editor.content.click()
    editor.page.keyboard.type("The ground shook.")
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator("[data-filing-go]")).to_be_enabled()
    editor.page.locator("[data-filing]").get_by_role("button", name="The dateline is missing.").click()
    expect(editor.page.locator("[data-filing]")).to_be_hidden()
    expect(editor.page.locator("#id_dateline")).to_be_focused()


@pytest.mark.parametrize(
    ("headline", "copy", "lacks"),
    [("", "", "no headline and no copy"), ("Quake", "", "no copy"), ("", "It shook.", "no headline")],
)
def test_nothing_goes_out_without_a_headline_and_copy(editor, headline, copy, lacks):
    editor.page.keyboard.type(headline)
    editor.content.click()
    editor.page.keyboard.type(copy)
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator("[data-filing]")).to_contain_text(f"There is {lacks} yet, so it cannot be filed.")
    expect(editor.page.locator("[data-filing-go]")).to_be_disabled()


def test_an_urgent_may_be_its_headline_alone(editor):
    editor.page.get_by_label("URGENT").check()
    editor.page.locator("#id_headline").fill("Quake hits Harim")
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator("[data-filing-go]")).to_be_enabled()


def test_an_empty_editor_is_sound(editor, screen, axe, fits, screenshot):
    axe(editor.page)
    fits(editor.page)
    screenshot(editor.page, "editor-first", full_page=False)
    editor.page.locator("[data-file]").click()
    expect(editor.page.locator("[data-filing]")).to_be_visible()
    axe(editor.page)
    screenshot(editor.page, "editor-first-file", full_page=False)
