"""Two people at one draft: what touches nothing merges by itself, what touches is asked about, both are told."""

import re

from playwright.sync_api import expect

from stories.models import Draft, Version

GRAF_1 = "The mayor of Harim opened the Daero tunnel on Monday."
GRAF_2 = "It cost 41 billion won and took nine years to build."


def test_both_peoples_words_come_into_both_texts(editor, editor_of):
    other = editor_of("other_reporter")
    editor.write(" Mine.", number=1)
    editor.is_saved()
    other.write(" Theirs.", number=5)
    expect(other.page.locator("[data-notices]")).to_contain_text("in the text")
    assert other.typed()[0].endswith("Mine.")
    assert other.typed()[4].endswith("Theirs.")
    editor.write(" More.", number=2)
    expect(editor.graf(5)).to_contain_text("Theirs.")
    assert editor.typed()[1].endswith("More.")


def test_a_merge_keeps_the_caret_and_no_undo_cuts_the_others_words(editor, editor_of):
    other = editor_of("other_reporter")
    other.write(" Theirs.", number=1)
    other.is_saved()
    editor.write(" Mine.", number=6)
    expect(editor.graf(1)).to_contain_text("Theirs.")
    editor.page.keyboard.type(" Still here.")
    assert editor.typed()[5].endswith("Mine. Still here.")
    for _ in range(4):
        editor.page.keyboard.press("Control+KeyZ")
    assert editor.typed()[0] == f"{GRAF_1} Theirs."
    assert "Mine" not in editor.typed()[5]
    editor.is_saved()
    assert editor.stored()[0] == f"{GRAF_1} Theirs."


def test_words_typed_during_the_save_stay_beside_what_came_in(editor, editor_of):
    other = editor_of("other_reporter")
    other.write(" Theirs.", number=1)
    other.is_saved()

    def slow(route):
        editor.page.keyboard.type(" typed meanwhile.")
        route.continue_()

    editor.page.route("**/draft/autosave/", slow, times=1)
    editor.write(" Mine", number=6)
    expect(editor.graf(1)).to_contain_text("Theirs.")
    assert editor.typed()[5].endswith("Mine typed meanwhile.")


def test_one_figure_changed_by_two_while_a_save_is_under_way_is_asked_about(editor, editor_of, expected_complaints):
    """Letter by letter both went in: 41 made 45 there and 39 here was 359 in the draft, and nobody was told."""
    expected_complaints.append("409")
    other = editor_of("other_reporter")
    other.over(2)
    other.page.keyboard.type(GRAF_2.replace("41", "45"))
    other.is_saved()

    def slow(route):
        for key in ("Control+Home", "ArrowDown", "Home", *["ArrowRight"] * 8, "Delete", "Delete"):
            editor.page.keyboard.press(key)
        editor.page.keyboard.type("39")
        route.continue_()

    editor.page.route("**/draft/autosave/", slow, times=1)
    editor.write(" Mine.", number=6)
    expect(editor.page.get_by_role("link", name="Merge the two texts")).to_be_visible()
    assert editor.typed()[1] == GRAF_2.replace("41", "39")
    assert editor.stored()[1] == GRAF_2.replace("41", "45")
    assert editor.stored()[5].endswith("Mine.")


def test_the_same_place_changed_twice_is_asked_about_and_both_texts_are_whole(editor, editor_of, expected_complaints):
    expected_complaints.append("409")
    other = editor_of("other_reporter")
    other.over(4)
    other.page.keyboard.type("A red bus went through at one.")
    other.is_saved()
    editor.over(4)
    editor.page.keyboard.type("A green bus went through at two.")
    link = editor.page.get_by_role("link", name="Merge the two texts")
    expect(link).to_be_visible()
    expect(editor.graf(4)).to_have_text("A green bus went through at two.")
    editor.page.on("dialog", lambda dialog: dialog.accept())
    link.click()
    expect(editor.page.locator("main")).to_contain_text("red bus")
    expect(editor.page.locator("main")).to_contain_text("green bus")


def test_who_else_writes_is_said_to_both(editor, editor_of):
    other = editor_of("other_reporter")
    other.write(" Theirs.")
    other.is_saved()
    editor.page.reload()
    expect(editor.page.locator("[data-others]")).to_contain_text("is editing")
    expect(editor.page.locator("[data-notices]")).to_contain_text(
        re.compile(r"is editing this story too, since \d\d:\d\d\.")
    )


def test_who_takes_a_draft_over_is_named_to_both_and_nobody_is_locked_out(editor, editor_of):
    editor.write(" Mine.", number=1)
    editor.is_saved()
    other = editor_of("other_reporter")
    other.write(" Theirs.", number=6)
    other.is_saved()
    for one, name in ((editor, "Seo Joon-ho"), (other, "Rim Na-ra")):
        one.page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))")
        expect(one.page.locator("[data-notices]")).to_contain_text(f"{name} is editing this story too")
        expect(one.content).to_have_attribute("contenteditable", "true")
        expect(one.page.locator("[data-file]")).to_be_enabled()
    editor.write(" Still mine.", number=2)
    editor.is_saved()
    for one in (editor, other):
        expect(one.graf(1)).to_contain_text("Mine.")
        expect(one.graf(6)).to_contain_text("Theirs.")
    stored = editor.stored()
    assert (stored[0][-5:], stored[1][-11:], stored[5][-7:]) == ("Mine.", "Still mine.", "Theirs.")


def test_brackets_and_label_that_somebody_set_come_into_the_field_and_stay(editor, editor_of):
    other = editor_of("other_reporter")
    other.page.locator(".more-fields summary").click()
    other.page.locator("#id_qualifiers").fill("News Focus")
    other.is_saved()
    editor.write(" Mine.")
    expect(editor.page.locator("#id_qualifiers")).to_have_value("News Focus")
    editor.write(" More.")
    editor.is_saved()
    assert Draft.objects.get(pk=editor.draft.pk).qualifiers == ["News Focus"]


def test_ones_own_second_window_is_named_so(editor, context, signed_in):
    second = type(editor)(context.new_page(), editor.draft).open()
    second.write(" Second.", number=5)
    second.is_saved()
    editor.write(" First.", number=1)
    expect(editor.page.locator("[data-notices]")).to_contain_text("You saved meanwhile in another window.")


def test_a_draft_is_not_filed_under_the_name_of_who_signed_in_since(editor, signed_in, other_reporter):
    editor.write(" Last words.")
    editor.is_saved()
    signed_in(other_reporter)
    editor.page.keyboard.press("Control+Enter")
    expect(editor.page.locator("[data-filing-go]")).to_be_focused()
    editor.page.keyboard.press("Enter")
    expect(editor.page.get_by_text("Nothing was filed.")).to_be_visible()
    expect(editor.page.locator(".notice.error")).to_contain_text(
        f"{other_reporter.get_full_name()} is signed in here now"
    )
    assert Version.objects.count() == 1
