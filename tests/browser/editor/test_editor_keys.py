"""From the first word to the wire without a mouse, under any keyboard layout."""

import re

from playwright.sync_api import expect

from stories.models import Version


def press(editor, code, key, **held):
    """A key as another layout sends it: the place of one letter, the sign of another."""
    init = {"code": code, "key": key, "bubbles": True, "cancelable": True, **held}
    editor.page.evaluate("init => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init))", init)


def test_a_lead_is_written_and_filed_with_keys_alone(editor):
    keyboard = editor.page.keyboard
    editor.page.locator("body").press("Tab")
    for _ in range(60):
        if editor.page.evaluate("document.activeElement.matches('.cm-content')"):
            break
        keyboard.press("Tab")
    keyboard.press("Control+End")
    keyboard.press("Enter")
    keyboard.type("The governor will visit on Tuesday.")
    keyboard.press("Control+Enter")
    dialog = editor.page.get_by_role("dialog", name=re.compile("File as"))
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("1 new against first filing")
    expect(editor.page.locator("[data-filing-go]")).to_be_focused()
    keyboard.press("Enter")
    editor.page.wait_for_url("**/versions/2/")
    assert Version.objects.get(sequence=2).body.endswith("The governor will visit on Tuesday.")
    assert editor.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('writethru.text'))") == []


def test_keep_editing_goes_back_to_the_copy_and_files_nothing(editor):
    editor.write(" Not yet.")
    editor.page.keyboard.press("Control+Enter")
    editor.page.get_by_role("button", name="Keep editing").click()
    expect(editor.content).to_be_focused()
    assert Version.objects.count() == 1


def test_a_question_that_closes_leaves_the_caret_in_the_field_it_came_over(editor):
    headline = editor.page.locator("#id_headline")
    headline.click()
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator("[data-filing]")).to_be_visible()
    editor.page.keyboard.press("Escape")
    expect(editor.page.locator("[data-filing]")).to_be_hidden()
    editor.page.wait_for_timeout(100)
    expect(headline).to_be_focused()


def test_nothing_is_filed_that_could_not_be_saved(editor, expected_complaints):
    expected_complaints.append("net::ERR_FAILED")
    editor.page.route("**/draft/autosave/", lambda route: route.abort())
    editor.write(" Lost on the way.")
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator("[data-filing-unsaved]")).to_be_visible()
    expect(editor.page.locator("[data-filing-go]")).to_be_disabled()


def test_the_keys_are_listed(editor):
    editor.graf(1).click()
    editor.page.keyboard.press("Control+Slash")
    expect(editor.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    editor.page.keyboard.press("Escape")
    expect(editor.page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_keys_go_by_their_place_under_a_korean_layout(editor):
    editor.answered(lambda: editor.write(" Edited.", number=3))
    press(editor, "KeyD", "ㅇ", altKey=True)
    expect(editor.page.locator("[data-change]")).to_be_visible()


def test_no_key_acts_while_text_is_composed(editor):
    editor.answered(lambda: editor.write(" Edited.", number=3))
    press(editor, "KeyD", "ㅇ", altKey=True, isComposing=True)
    press(editor, "Enter", "Enter", ctrlKey=True, isComposing=True)
    expect(editor.page.locator("[data-change]")).to_be_hidden()
    expect(editor.page.locator("[data-filing]")).to_be_hidden()


def test_enter_parts_a_paragraph_and_leaves_no_blank_at_the_second_one(editor):
    editor.graf(4).click()
    editor.page.keyboard.press("Home")
    for _ in range(len("A first bus")):
        editor.page.keyboard.press("ArrowRight")
    editor.page.keyboard.press("Enter")
    assert [editor.graf(number).inner_text() for number in (4, 5)] == ["A first bus", "went through at noon."]
    editor.page.keyboard.press("Backspace")
    assert editor.graf(4).inner_text() == "A first buswent through at noon."


def test_alt_with_an_arrow_goes_by_words_and_does_not_leave_the_page(editor):
    editor.at_end_of(4)
    editor.page.keyboard.press("Alt+ArrowLeft")
    editor.page.keyboard.press("Alt+ArrowLeft")
    editor.page.keyboard.type("about ")
    assert editor.graf(4).inner_text() == "A first bus went through at about noon."
    assert editor.page.url.endswith(editor.address)


def test_find_opens_in_the_copy_and_replaces(editor):
    editor.graf(1).click()
    editor.page.keyboard.press("Control+KeyF")
    editor.page.get_by_placeholder("Find").fill("tunnel")
    editor.page.get_by_placeholder("Replace").fill("tube")
    editor.page.get_by_role("button", name="replace all").click()
    assert editor.typed()[0] == "The mayor of Harim opened the Daero tube on Monday."


def test_tab_leaves_the_copy(editor):
    editor.graf(1).click()
    editor.page.keyboard.press("Tab")
    expect(editor.content).not_to_be_focused()


def test_undo_goes_all_the_way_back_and_redo_forward(editor):
    start = editor.typed()
    editor.write(" One.", number=1)
    editor.write(" Two.", number=3)
    for _ in range(12):
        editor.page.keyboard.press("Control+KeyZ")
    assert editor.typed() == start
    for _ in range(12):
        editor.page.keyboard.press("Control+KeyY")
    assert editor.typed()[2].endswith("Two.")


def test_enter_in_a_line_goes_on_to_the_next_field_and_opens_nothing(editor):
    for name in ("attn", "dateline", "headline"):
        editor.page.locator(f"#id_{name}").focus()
        editor.page.keyboard.press("Enter")
        expect(editor.page.locator("#id_dateline" if name == "attn" else ".cm-content")).to_be_focused()
    editor.page.locator(".more-fields summary").click()
    editor.page.locator("#id_email").focus()
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_timeout(300)
    expect(editor.page.locator("dialog[open]")).to_have_count(0)
    expect(editor.page).to_have_url(re.compile("/draft/$"))


def test_a_lead_opens_with_the_caret_in_its_copy_and_takes_the_proposal_by_key(editor):
    expect(editor.content).to_be_focused()
    editor.page.keyboard.press("Control+End")
    editor.answered(lambda: editor.page.keyboard.type(' "It is open at last," he said.'))
    editor.page.keyboard.press("Alt+KeyA")
    expect(editor.page.locator("#id_attn")).to_have_value(re.compile("remarks"))
    expect(editor.content).to_be_focused()
