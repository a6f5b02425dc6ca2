"""Pasted text becomes paragraphs; copied text has a blank line between them."""

import pytest
from playwright.sync_api import expect

PASTE = """text => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector('.cm-content').dispatchEvent(event);
}"""
COPY = """() => {
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector('.cm-content').dispatchEvent(event);
  return data.getData('text/plain');
}"""
WRAPPED = "The governor of the province will visit the new\ntunnel on Tuesday with two ministers and the\nbuilders."


def pasted(editor, text):
    editor.at_end_of(6)
    editor.page.evaluate(PASTE, text)
    return editor.typed()[5:]


@pytest.mark.parametrize(
    ("text", "grafs"),
    [
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\n\n\n \nTwo.\n\n", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        (WRAPPED, [WRAPPED.replace("\n", " ")]),
        (f"{WRAPPED}\n\nTwo.", [WRAPPED.replace("\n", " "), "Two."]),
        ("    One goes\non here.\n    Two.", ["One goes on here.", "Two."]),
        ("No\u00a0break\u202fblanks.\nTwo.", ["No break blanks.", "Two."]),
        ("One.\n\nSeoul\t1,234\nBusan\t567\n\nTwo.", ["One.", "Seoul 1,234", "Busan 567", "Two."]),
        ("One.\n\n•\tFirst\npoint\n•\tSecond", ["One.", "• First point", "• Second"]),
        ("One\x07 two\x00.\x0bThree.\x0cFour\x9f.", ["One two.", "Three.", "Four."]),
    ],
    ids=[
        "crlf",
        "blank-lines",
        "a-line-each",
        "hard-wraps",
        "both",
        "indents",
        "nbsp",
        "table",
        "list",
        "control-characters",
    ],
)
def test_a_pasted_block_begins_a_paragraph_of_its_own(editor, text, grafs):
    assert pasted(editor, text) == ["A second tube is planned for 2031.", *grafs]


def test_a_pasted_word_stays_in_its_sentence(editor):
    assert pasted(editor, " Or\u00a0later.") == ["A second tube is planned for 2031. Or later."]


def test_a_block_replaces_what_is_selected(editor):
    editor.over(6)
    editor.page.evaluate(PASTE, "One.\n\nTwo.")
    assert editor.typed()[5:] == ["One.", "Two."]


def test_copied_paragraphs_are_parted_by_a_blank_line(editor):
    editor.graf(1).click()
    editor.page.keyboard.press("Control+Home")
    editor.page.keyboard.press("Shift+ArrowDown")
    editor.page.keyboard.press("Shift+End")
    assert editor.page.evaluate(COPY) == (
        "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won and took nine years to build."
    )


def test_pasting_is_one_step_of_undo(editor):
    start = editor.typed()
    pasted(editor, "One.\n\nTwo.")
    editor.page.keyboard.press("Control+KeyZ")
    assert editor.typed() == start


def test_what_a_paste_holds_stays_text(editor):
    pasted(editor, "<b>Bold</b> & <script>alert(1)</script>\n\nTwo.")
    expect(editor.graf(7)).to_have_text("<b>Bold</b> & <script>alert(1)</script>")


def test_what_nobody_sees_stays_out_of_the_plain_fields_too(editor):
    editor.page.locator("#id_headline").fill("")
    editor.page.locator("#id_headline").focus()
    editor.page.keyboard.insert_text("Harim\x07 tunnel\x0bopen")
    assert editor.page.locator("#id_headline").input_value() == "Harim tunnel open"
    editor.page.evaluate("void localStorage.setItem('writethru.editor', 'plain')")
    editor.is_saved()
    editor.open()
    editor.page.locator("#id_body").press("Control+Home")
    editor.page.keyboard.insert_text("\x07Now: ")
    editor.page.keyboard.type("yes. ")
    assert editor.typed()[0].startswith("Now: yes. The mayor")
