"""What another saved comes into a text that is being written: no word of either is cut, glued or put elsewhere."""

import re

import pytest
from playwright.sync_api import expect

from stories.models import ParkedText

SAVES = "**/draft/autosave/"
BEHIND_MORNING = """(field) => {
    const at = field.value.indexOf("early morning.") + "early morning.".length;
    field.focus();
    field.setSelectionRange(at, at);
}"""


@pytest.fixture
def other(editor, editor_of):
    """Somebody else whose words in the first and the last paragraph are saved, and not yet in the reporter's page."""
    other = editor_of("other_reporter")
    other.write(" Theirs.", number=1)
    other.write(" Theirs too.", number=6)
    other.is_saved()
    return other


def typing(page, words):
    """A save that takes its time: `words` are typed before it goes on."""

    def go_on(route):
        page.keyboard.type(words)
        route.continue_()

    return go_on


def lost(route):
    """The server keeps it, and the answer never comes."""
    route.fetch()
    route.abort()


def test_a_blank_behind_the_last_word_that_was_sent_is_not_cut(editor, other):
    editor.page.route(SAVES, typing(editor.page, "typed meanwhile."), times=1)
    editor.write(" Mine ", number=3)
    expect(editor.graf(1)).to_contain_text("Theirs.")
    editor.is_saved()
    assert editor.typed()[2].endswith("Mine typed meanwhile.")
    assert editor.stored()[2].endswith("Mine typed meanwhile.")


def test_a_paragraph_begun_while_the_save_was_under_way_stays_the_writer_s_own(editor, other):
    editor.page.route(SAVES, typing(editor.page, "A new one."), times=1)
    editor.write(" Mine.\n", number=3)
    expect(editor.graf(1)).to_contain_text("Theirs.")
    editor.is_saved()
    assert editor.stored()[3] == "A new one."
    assert editor.stored()[6].endswith("Theirs too.")


def test_a_merged_save_whose_answer_is_lost_makes_no_conflict_of_ones_own_words(editor, other, expected_complaints):
    expected_complaints.append("net::ERR_FAILED")
    editor.page.route(SAVES, lost, times=1)
    editor.write(" Mine.", number=3)
    expect(editor.state).to_have_text("Offline — kept on this device")
    editor.page.keyboard.type(" And more.")
    editor.is_saved()
    for text in (editor.typed(), editor.stored()):
        assert [text[0][-7:], text[2][-15:], text[5][-11:]] == ["Theirs.", "Mine. And more.", "Theirs too."]
    assert not ParkedText.objects.exists()


def test_the_plain_field_takes_changes_in_on_both_sides_of_the_caret(editor, other):
    page = editor.page
    page.evaluate("localStorage.setItem('writethru.editor', 'plain')")
    editor.open()
    plain = page.locator("#id_body")
    other.write(" Again.", number=1)
    other.write(" Again too.", number=6)
    other.is_saved()
    page.route(SAVES, typing(page, "meanwhile."), times=1)
    plain.evaluate(BEHIND_MORNING)
    page.keyboard.type(" Mine ")
    expect(plain).to_have_value(re.compile("Again too"))
    page.keyboard.type(" Still here.")
    editor.is_saved()
    assert editor.stored()[2].endswith("early morning. Mine meanwhile. Still here.")
    assert [editor.stored()[0][-6:], editor.stored()[5][-10:]] == ["Again.", "Again too."]


def test_what_came_in_waits_for_a_composition_and_is_not_cut_by_a_save_meanwhile(editor, other):
    page = editor.page
    cdp = page.context.new_cdp_session(page)
    editor.write(" ", number=3)
    for text in ("ㅎ", "하", "한"):
        cdp.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    page.wait_for_timeout(2600)  # a save in the middle of the syllable, and the time of another one
    cdp.send("Input.insertText", {"text": "한"})
    expect(editor.graf(1)).to_contain_text("Theirs.")
    editor.is_saved()
    stored = editor.stored()
    assert [stored[0][-7:], stored[2][-1:], stored[5][-11:]] == ["Theirs.", "한", "Theirs too."]
