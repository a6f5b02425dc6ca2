"""Notes in the editor, by keyboard."""

import pytest
from playwright.sync_api import expect

from stories.models import Note, Notification
from stories.services.noting import write_note
from tests.browser.editor.conftest import FILED, GRAFS


@pytest.fixture
def note(draft, desk_editor):
    return write_note(story=draft.story, draft=draft, body="Which year?", actor=desk_editor, now=FILED, graf=1)


def shown(editor):
    return editor.page.locator("#panel-notes .note")


def test_a_note_is_written_on_chosen_words_with_keys_alone(editor, desk_editor):
    keyboard = editor.page.keyboard
    editor.at_end_of(2)
    for _ in range(3):
        keyboard.press("Control+Shift+ArrowLeft")
    keyboard.press("Alt+c")
    expect(editor.page.locator("[name=remark]:focus")).to_be_visible()
    keyboard.type("@ok")
    expect(editor.page.get_by_role("option")).to_contain_text("Ok Mi-rae")
    keyboard.press("Enter")
    keyboard.type("is this so?")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(shown(editor)).to_contain_text("@Ok Mi-rae is this so?")
    expect(editor.content).to_be_focused()
    note = Note.objects.get()
    assert (note.graf, note.body) == (1, "@Ok Mi-rae is this so?")
    assert GRAFS[1].endswith(note.quoted)
    assert GRAFS[1][note.start : note.end] == note.quoted
    assert Notification.objects.get().person == desk_editor


def test_what_was_typed_and_not_saved_yet_is_saved_before_the_note(editor):
    editor.write(" It rained.", number=2)
    editor.page.keyboard.press("Alt+c")
    editor.page.keyboard.type("When?")
    editor.page.keyboard.press("Tab")
    editor.page.keyboard.press("Enter")
    expect(shown(editor)).to_contain_text("When?")
    assert Note.objects.get().quoted == f"{GRAFS[1]} It rained."


def test_ctrl_enter_in_a_note_adds_it_and_files_nothing(editor):
    editor.at_end_of(2)
    editor.page.keyboard.press("Alt+c")
    editor.page.keyboard.type("When?")
    editor.page.keyboard.press("Control+Enter")
    expect(shown(editor)).to_contain_text("When?")
    expect(editor.page.get_by_role("dialog")).to_have_count(0)
    expect(editor.content).to_be_focused()


def test_a_note_being_written_is_there_after_escape_and_after_a_reload(editor):
    remark = editor.page.locator("#note-remark")
    editor.at_end_of(2)
    editor.page.keyboard.press("Alt+c")
    editor.page.keyboard.type("When?")
    editor.page.keyboard.press("Escape")
    expect(remark).to_be_hidden()
    editor.page.reload()
    editor.page.locator("#tab-notes").click()
    expect(remark).to_be_visible()
    expect(remark).to_have_value("When?")


def test_a_note_s_mark_stands_beside_its_paragraph_and_leads_to_it(note, editor):
    mark = editor.page.locator(".wt-note")
    expect(mark).to_have_text("✎")
    expect(editor.page.locator("[data-notes-count]").first).to_have_text("1")
    mark.click()
    expect(shown(editor)).to_be_visible()
    editor.page.locator("[data-note-jump]").click()
    expect(editor.content).to_be_focused()


def test_a_note_follows_its_paragraph_while_one_types(note, editor):
    editor.graf(1).click(position={"x": 2, "y": 10})
    editor.page.keyboard.press("Control+Home")
    editor.page.keyboard.type("A new lede.")
    editor.page.keyboard.press("Enter")
    editor.is_saved()
    editor.page.locator("#tab-notes").click()
    expect(shown(editor).locator("[data-note-jump]")).to_contain_text("¶3")


def test_a_reply_stays_open_with_the_caret_in_it_when_the_notes_are_drawn_anew(note, editor):
    page = editor.page
    page.locator("#tab-notes").click()
    shown(editor).get_by_text("Reply", exact=True).first.click()
    reply = page.get_by_label("Reply to Ok Mi-rae")
    reply.evaluate("field => { field.focus(); field.dataset.wasHere = ''; window.dispatchEvent(new Event('focus')); }")
    expect(page.locator("[data-was-here]")).to_have_count(0)
    expect(reply).to_be_focused()


def test_a_note_is_answered_and_settled_in_the_panel(note, editor):
    editor.page.locator("#tab-notes").click()
    shown(editor).get_by_text("Reply", exact=True).first.click()
    editor.page.get_by_label("Reply to Ok Mi-rae").fill("2017.")
    editor.page.get_by_role("button", name="Reply").click()
    expect(shown(editor)).to_contain_text("2017.")
    editor.page.get_by_role("button", name="Resolve").click()
    expect(shown(editor)).to_contain_text("Resolved by")
    expect(editor.page.locator(".wt-note")).to_have_count(0)


def test_a_note_that_is_not_kept_stays_in_its_field(editor, expected_complaints):
    expected_complaints.append("net::ERR_FAILED")
    editor.page.route("**/notes/", lambda route: route.abort())
    editor.at_end_of(1)
    editor.page.keyboard.press("Alt+c")
    editor.page.keyboard.type("Keep me.")
    editor.page.get_by_role("button", name="Add note").click()
    expect(editor.page.get_by_role("alert").filter(has_text="not kept")).to_be_visible()
    assert editor.page.locator("#note-remark").input_value() == "Keep me."


def test_the_notes_panel_passes_axe(note, editor, axe):
    editor.page.locator("#tab-notes").click()
    expect(shown(editor)).to_be_visible()
    editor.page.keyboard.press("Alt+c")
    axe(editor.page)
