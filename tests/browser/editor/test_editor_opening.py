"""Where the caret and the copy are when the editor opens, and that they stay where the person has them."""

import pytest
from playwright.sync_api import expect

from stories.models import Draft
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


def test_the_copy_stays_where_it_is_when_the_first_answer_comes(page, signed_in, draft):
    """What the changes call for and what holds of the typed line took their room above it then: 158 pixels here."""
    Draft.objects.filter(pk=draft.pk).update(
        headline="Tunnel open at last",
        attn="RECASTS headline; ADDS toll in para 7",
        body=f"{draft.body}\n\nIt is free.",
    )
    held = []
    page.route("**/draft/analysis/", lambda route: held.append(route))
    signed_in("reporter")
    editor = Editor(page, draft).open()
    expect(page.locator("[data-saved-attn]")).to_contain_text("From your changes")
    stood = editor.graf(1).bounding_box()["y"]
    for route in held:
        route.continue_()
    expect(page.locator("[data-suggested]")).to_contain_text("7th para")
    expect(page.locator("[data-saved-attn]")).to_have_count(0)
    assert abs(editor.graf(1).bounding_box()["y"] - stood) <= 4
