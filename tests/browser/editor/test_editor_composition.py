"""Korean is composed in place, through Chromium's own path, at every kind of caret place."""

import pytest
from playwright.sync_api import expect

STEPS = ("ㅎ", "하", "한", "한ㄱ", "한그", "한글")
PLACES = ("start", "middle", "end", "beside a cut word", "inside a new word", "after a removed paragraph")


def compose(page, steps=STEPS):
    """Each step as an input method sends it, then the text it ends with."""
    cdp = page.context.new_cdp_session(page)
    for text in steps:
        cdp.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(60)
    cdp.send("Input.insertText", {"text": steps[-1]})


@pytest.fixture
def changed(editor):
    """ "41" is now "43 and a half", the fourth paragraph is gone, and the marks say so."""
    page = editor.page
    editor.graf(2).click()
    page.keyboard.press("Home")
    for _ in range(3):
        page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Backspace")
    page.keyboard.type("3 and a half")
    editor.over(4)
    page.keyboard.press("Backspace")
    editor.answered(lambda: page.keyboard.press("Backspace"))
    expect(editor.graf(2).locator(".wt-tick")).to_have_count(1)
    expect(page.locator(".wt-strip")).to_have_count(1)
    editor.is_saved()
    return editor


def put_caret(editor, place):
    """Where the composed text is to stand: (paragraph from 1, offset in its text)."""
    text = editor.typed()
    number, offset = {
        "start": (3, 0),
        "middle": (3, 12),
        "end": (3, len(text[2])),
        "beside a cut word": (2, text[1].index("43")),
        "inside a new word": (2, text[1].index("half") + 2),
        "after a removed paragraph": (4, 0),
    }[place]
    editor.graf(number).click()
    editor.page.keyboard.press("Home")
    for _ in range(offset):
        editor.page.keyboard.press("ArrowRight")
    return number, offset


@pytest.mark.parametrize("mode", ["Marks", "Full"])
def test_a_composed_syllable_stands_where_the_caret_was_and_is_undone(changed, mode):
    """One place after the other in one page: each begins with the text that the undoing before it left."""
    page = changed.page
    page.get_by_text(mode, exact=True).click()
    before = changed.typed()
    for place in PLACES:
        number, offset = put_caret(changed, place)
        compose(page)
        page.wait_for_timeout(700)
        line = before[number - 1]
        assert changed.typed()[number - 1] == line[:offset] + "한글" + line[offset:], place
        page.keyboard.press("Control+KeyZ")
        assert changed.typed() == before, place


def test_no_mark_is_drawn_into_a_composition_and_it_is_drawn_after(editor):
    editor.graf(2).click()
    editor.page.keyboard.press("End")
    cdp = editor.page.context.new_cdp_session(editor.page)
    with editor.page.expect_response("**/draft/analysis/"):
        cdp.send("Input.imeSetComposition", {"text": "하", "selectionStart": 1, "selectionEnd": 1})
    editor.page.wait_for_timeout(300)
    expect(editor.graf(2).locator(".wt-add")).to_have_count(0)
    cdp.send("Input.insertText", {"text": "한"})
    expect(editor.graf(2).locator(".wt-add")).to_have_count(1)
    assert editor.typed()[1].endswith("build.한")


def test_composition_in_the_headline_does_not_leave_it(editor):
    editor.page.locator("#id_headline").focus()
    editor.page.keyboard.press("End")
    compose(editor.page)
    expect(editor.page.locator("#id_headline")).to_be_focused()
    assert editor.page.locator("#id_headline").input_value().endswith("한글")
