"""The copy shows what changed since the last filing, as the server tells it, and every change can be taken back."""

from playwright.sync_api import expect

COST = "It cost 41 billion won and took nine years to build."


def edit_cost(editor):
    """41 becomes 43."""
    editor.graf(2).click()
    editor.page.keyboard.press("Home")
    for _ in range(3):
        editor.page.keyboard.press("Control+ArrowRight")
    editor.page.keyboard.press("Backspace")
    editor.page.keyboard.type("3")


def cut(editor, number):
    editor.over(number)
    editor.page.keyboard.press("Backspace")
    editor.page.keyboard.press("Backspace")


def sign_of(editor, text):
    return editor.page.locator(".wt-signs .wt-sign", has_text=text)


def test_a_changed_word_is_marked_and_the_old_one_leaves_a_tick(editor):
    editor.answered(lambda: edit_cost(editor))
    expect(editor.graf(2).locator(".wt-add")).to_have_text("43 billion")
    expect(editor.graf(2).locator(".wt-tick")).to_have_attribute("title", "Deleted: 41 billion")
    expect(editor.page.locator("[data-counts]")).to_have_text("±1 edited")


def test_full_shows_the_struck_word_and_clean_shows_none(editor):
    editor.answered(lambda: edit_cost(editor))
    editor.page.get_by_text("Full", exact=True).click()
    expect(editor.graf(2).locator("del")).to_contain_text("41 billion")
    editor.page.get_by_text("Clean", exact=True).click()
    expect(editor.graf(2).locator(".wt-add, .wt-tick, del")).to_have_count(0)
    assert editor.typed()[1] == COST.replace("41", "43")


def test_a_new_paragraph_is_signed_and_counted(editor):
    editor.at_end_of(1)
    editor.page.keyboard.press("Enter")
    editor.answered(lambda: editor.page.keyboard.type("Two ministers cut a ribbon beside the northern portal."))
    expect(sign_of(editor, "+")).to_be_visible()
    expect(editor.page.locator("[data-counts]")).to_have_text("+1 new")
    assert len(editor.typed()) == 7


def test_a_removed_paragraph_is_restored_once_by_its_strip(editor):
    cut(editor, 3)
    strip = editor.page.locator(".wt-strip")
    expect(strip).to_contain_text("Drivers waited at both ends")
    strip.get_by_role("button", name="Restore removed paragraph 3").click()
    expect(strip).to_have_count(0)
    assert editor.typed()[2] == "Drivers waited at both ends from early morning."
    assert len(editor.typed()) == 6
    editor.content.press("Control+KeyZ")
    assert len(editor.typed()) == 5


def test_a_moved_paragraph_says_where_it_was(editor):
    editor.graf(2).click()
    for _ in range(3):
        editor.page.keyboard.press("Alt+ArrowDown")
    expect(sign_of(editor, "⇅")).to_be_visible()
    sign_of(editor, "⇅").click()
    expect(editor.page.locator("[data-change-title]")).to_have_text("¶5 moved here from ¶2, text unchanged")
    expect(editor.page.locator("[data-change-revert]")).to_be_hidden()


def test_the_key_tells_of_a_paragraph_and_takes_it_back(editor):
    editor.answered(lambda: edit_cost(editor))
    editor.page.keyboard.press("Alt+KeyD")
    expect(editor.page.locator("[data-change-title]")).to_have_text("¶2 was ¶2 in the first filing")
    expect(editor.page.locator("[data-change-words] del")).to_contain_text("41 billion")
    editor.page.keyboard.press("Enter")
    expect(editor.graf(2)).to_have_text(COST)
    assert editor.typed()[1] == COST


def test_reverting_is_undone_like_typing(editor):
    edit_cost(editor)
    expect(editor.graf(2).locator(".wt-add")).to_be_visible()
    editor.page.keyboard.press("Alt+KeyR")
    assert editor.typed()[1] == COST
    editor.page.keyboard.press("Control+KeyZ")
    assert editor.typed()[1] == COST.replace("41", "43")


def test_a_split_goes_back_with_both_its_halves(editor):
    editor.graf(2).click()
    editor.page.keyboard.press("Home")
    for _ in range(5):
        editor.page.keyboard.press("Control+ArrowRight")
    editor.answered(lambda: editor.page.keyboard.press("Enter"))
    assert len(editor.typed()) == 7
    expect(sign_of(editor, "÷").first).to_be_visible()
    editor.page.keyboard.press("Alt+KeyR")
    assert editor.typed()[1] == COST
    assert len(editor.typed()) == 6


def test_marks_follow_the_typing_until_the_next_answer(editor):
    editor.answered(lambda: edit_cost(editor))
    expect(editor.graf(2).locator(".wt-add")).to_have_text("43 billion")
    editor.page.route("**/draft/analysis/", lambda route: None)
    editor.at_end_of(1)
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type("A paragraph above.")
    expect(editor.graf(3).locator(".wt-add")).to_have_text("43 billion")


def test_an_answer_to_an_older_text_lands_where_its_paragraphs_are_now(editor):
    held = []
    editor.page.route("**/draft/analysis/", lambda route: held.append(route), times=1)
    edit_cost(editor)
    editor.page.wait_for_timeout(400)
    editor.page.evaluate("document.querySelector('.cm-content').focus()")
    editor.page.keyboard.press("Control+Home")
    editor.page.keyboard.insert_text("Above.\n")
    held[0].continue_()
    expect(editor.graf(3).locator(".wt-add")).to_have_text("43 billion")


def test_f8_goes_from_change_to_change_and_round(editor):
    editor.write(" And more.", number=1)
    editor.answered(lambda: editor.write(" And last.", number=6))
    caret = editor.page.locator("[data-figure=caret]")
    for expected in ("¶1", "¶6", "¶1"):
        editor.page.keyboard.press("F8")
        expect(caret).to_have_text(expected)
    editor.page.keyboard.press("Shift+F8")
    expect(caret).to_have_text("¶6")


def test_a_long_paragraph_is_named_beside_it(editor):
    editor.write(" word" * 34, number=1)
    expect(editor.page.locator(".wt-lengths .wt-long")).to_have_text("44")
    editor.page.keyboard.type(" word" * 20)
    expect(editor.page.locator(".wt-lengths .wt-very-long")).to_have_text("64")


def test_a_reverted_paragraph_is_said_and_comes_back_from_the_toast(editor):
    editor.answered(lambda: editor.write(" By bus.", number=2))
    editor.page.keyboard.press("Alt+KeyR")
    expect(editor.page.locator(".toast")).to_contain_text("Paragraph reverted")
    assert editor.typed()[1] == COST
    editor.page.get_by_role("button", name="Undo").click()
    assert editor.typed()[1].endswith("By bus.")
    expect(editor.content).to_be_focused()
    editor.answered(lambda: editor.page.keyboard.press("Alt+KeyR"))
    editor.page.keyboard.type("x")
    expect(editor.page.locator(".toast")).to_have_count(0)
