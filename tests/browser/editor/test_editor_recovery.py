"""Text that never reached the server is offered on return, with what it would change; never put in by itself."""

import pytest
from playwright.sync_api import expect

WORDS = " Words only this device has."


@pytest.fixture
def lost(editor, expected_complaints):
    """The page comes back after its saves and its last beacon got lost."""
    expected_complaints.append("net::ERR_FAILED")
    editor.page.route("**/draft/autosave/", lambda route: route.abort())
    editor.write(WORDS)
    expect(editor.state).to_have_text("Offline — kept on this device")
    editor.page.on("dialog", lambda dialog: dialog.accept())
    editor.page.evaluate("void (navigator.sendBeacon = () => false)")
    editor.open()
    editor.page.unroute("**/draft/autosave/")
    return editor


def test_it_is_offered_and_not_put_in(lost):
    expect(lost.page.locator("[data-notices]")).to_contain_text("was found on this device")
    assert not lost.typed()[0].endswith(WORDS)


def test_it_is_compared_word_by_word_and_restored(lost):
    lost.page.get_by_role("button", name="Compare", exact=True).click()
    expect(lost.page.locator("[data-recovery-text] ins")).to_have_text(WORDS)
    lost.page.locator("[data-recovery-restore]").click()
    lost.is_saved()
    assert lost.stored()[0].endswith(WORDS)
    lost.open()
    expect(lost.page.locator("[data-notices]")).to_be_empty()


def test_what_another_person_saved_since_stays_in_the_text(lost, editor_of):
    other = editor_of("other_reporter")
    other.write(" Theirs.", number=5)
    other.is_saved()
    lost.open()
    lost.page.get_by_role("button", name="Restore", exact=True).click()
    expect(lost.graf(1)).to_contain_text(WORDS.strip())
    lost.is_saved()
    assert (lost.typed()[4][-7:], lost.stored()[4][-7:]) == ("Theirs.", "Theirs.")
    assert lost.stored()[0].endswith(WORDS)


def test_restoring_is_one_step_of_undo(lost):
    lost.page.get_by_role("button", name="Restore", exact=True).click()
    expect(lost.graf(1)).to_contain_text(WORDS.strip())
    lost.content.press("Control+KeyZ")
    expect(lost.graf(1)).not_to_contain_text(WORDS.strip())


def test_it_is_discarded_for_good(lost):
    lost.page.get_by_role("button", name="Compare", exact=True).click()
    lost.page.get_by_role("button", name="Discard it").click()
    lost.open()
    expect(lost.page.locator("[data-notices]")).to_be_empty()


def test_another_person_at_this_device_is_not_offered_it(lost, signed_in):
    signed_in("other_reporter")
    lost.open()
    expect(lost.page.locator("[data-notices]")).not_to_contain_text("was found on this device")


def test_words_that_arrive_after_all_are_brought_in_and_no_longer_offered(editor):
    editor.write(WORDS)
    editor.page.wait_for_timeout(400)
    editor.page.on("dialog", lambda dialog: dialog.accept())
    editor.open()
    expect(editor.graf(1)).to_contain_text(WORDS.strip(), timeout=20_000)
    expect(editor.page.locator("[data-notices]")).not_to_contain_text("was found on this device")


def test_a_saved_text_leaves_nothing_on_the_device(editor):
    editor.write(WORDS)
    editor.is_saved()
    assert editor.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('writethru.text'))") == []
