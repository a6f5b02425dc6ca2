"""Where the caret is when the editor opens, and that it stays where the person put it meanwhile."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor.conftest import Editor


@pytest.fixture
def late(page, signed_in, draft):
    """The page before its text surface has come up; `late.come()` lets that come."""
    held, may_come = [], []
    page.route("**/writethru-editor*.js", lambda route: route.continue_() if may_come else held.append(route))
    signed_in("reporter")
    editor = Editor(page, draft)
    page.goto(editor.address, wait_until="commit")
    expect(page.locator("[data-byline-add]")).to_be_visible()

    def come():
        may_come.append(True)
        for route in held:
            route.continue_()
        editor.is_ready()

    editor.come = come
    return editor


def test_a_lead_opens_with_the_caret_in_its_copy(late):
    late.come()
    expect(late.content).to_be_focused()


def test_the_caret_is_not_taken_from_where_the_person_is(late):
    late.page.locator("[data-byline-add]").click()
    late.page.keyboard.type("노은")
    late.come()
    expect(late.page.locator("[data-byline-input]")).to_be_focused()
    expect(late.page.locator("[data-byline-input]")).to_have_value("노은")


def test_nor_from_a_page_that_the_person_has_begun_with(late):
    late.page.locator("[data-byline-add]").click()
    late.page.keyboard.press("Escape")
    late.page.evaluate("document.activeElement.blur()")
    late.come()
    assert late.page.evaluate("document.activeElement === document.body")
