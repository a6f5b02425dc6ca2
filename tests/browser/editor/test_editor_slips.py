"""What tired people do: keys held or pressed twice, far too much pasted, away in the middle of a save, two windows."""

import re

from playwright.sync_api import expect

from stories.models import Draft, ParkedText, Version

PASTE = """([target, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.querySelector(target).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""


def question(editor):
    return editor.page.get_by_role("dialog", name=re.compile("File as"))


def test_the_keys_that_open_the_last_look_file_nothing_when_held_or_pressed_twice(editor):
    editor.write(" Not yet.")
    keyboard = editor.page.keyboard
    keyboard.down("Control")
    keyboard.down("Enter")
    expect(question(editor)).to_be_visible()
    expect(editor.page.locator("[data-filing-go]")).to_be_focused()
    keyboard.up("Control")
    keyboard.down("Enter")  # as a key that is still down repeats itself
    keyboard.up("Enter")
    keyboard.press("Control+Enter")
    editor.page.wait_for_timeout(500)
    assert Version.objects.count() == 1

    keyboard.press("Enter")
    editor.page.wait_for_url("**/versions/2/")
    assert Version.objects.count() == 2


def test_a_whole_book_in_the_clipboard_is_refused_and_goes_out_by_one_undo(editor, expected_complaints):
    expected_complaints.append("422 (Unprocessable")
    editor.write(" Kept.")
    editor.is_saved()
    editor.page.evaluate(PASTE, [".cm-content", "\n\n".join(f"Chapter {number}. " * 40 for number in range(2500))])
    expect(editor.page.locator("[data-notices]")).to_contain_text("The copy can have at most 400000 characters")
    expect(editor.state).to_contain_text("kept on this device")
    editor.page.keyboard.press("Control+KeyZ")
    editor.is_saved()
    assert editor.stored()[0].endswith("Kept.")


def test_a_page_left_in_the_middle_of_a_save_comes_back_whole_and_asks_nothing(editor):
    held = []
    editor.page.route("**/draft/autosave/", lambda route: held.append(route))
    editor.write(" Under way.", number=2)
    editor.page.keyboard.press("Control+KeyS")
    expect(editor.state).to_contain_text("Saving")
    editor.page.keyboard.type(" And on.")
    editor.page.goto("/")
    editor.page.unroute("**/draft/autosave/")
    editor.page.go_back()
    editor.is_ready()
    restore = editor.page.get_by_role("button", name="Restore")
    expect(restore.or_(editor.graf(2).get_by_text("Under way. And on."))).to_be_visible()
    if restore.is_visible():
        restore.click()
    expect(editor.graf(2)).to_contain_text("Under way. And on.")
    expect(editor.state).to_contain_text("Saved")
    assert editor.stored()[1].count("Under way. And on.") == 1
    assert not ParkedText.objects.exists()


def test_undo_in_one_of_two_windows_takes_ones_words_of_that_window_alone(editor):
    elsewhere = type(editor)(editor.page.context.new_page(), editor.draft).open()
    elsewhere.write(" In the other.", number=5)
    elsewhere.is_saved()
    editor.write(" In this one.", number=2)
    expect(editor.graf(5)).to_contain_text("In the other.")
    editor.page.keyboard.press("Control+KeyZ")
    editor.page.keyboard.press("Control+KeyZ")
    expect(editor.graf(2)).not_to_contain_text("In this one.")
    editor.is_saved()
    body = Draft.objects.get().body
    assert [words in body for words in ("In the other.", "In this one.")] == [True, False]


def test_a_page_loaded_anew_while_one_types_has_the_last_words_and_speaks_of_no_other_window(editor):
    editor.page.on("dialog", lambda dialog: dialog.accept())
    editor.write(" Last words.", number=2)
    editor.page.reload()
    editor.is_ready()
    expect(editor.graf(2)).to_contain_text("Last words.")
    expect(editor.page.locator("[data-notices] > *")).to_have_count(0)
    editor.write(" And on.", number=3)
    editor.is_saved()
    assert [editor.stored()[1][-11:], editor.stored()[2][-7:]] == ["Last words.", "And on."]
    expect(editor.page.locator("[data-notices] > *")).to_have_count(0)
