"""What is typed reaches the server, whatever comes between."""

import pytest
from playwright.sync_api import expect

from stories.models import Draft

OFFLINE = "net::ERR_"
FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') })"


def test_typed_words_are_saved_by_themselves_and_there_after_a_reload(editor):
    editor.write(" Traffic was heavy.")
    expect(editor.state).to_have_text("Unsaved changes")
    editor.is_saved()
    assert editor.stored()[0].endswith("Traffic was heavy.")
    editor.open()
    assert editor.typed()[0].endswith("on Monday. Traffic was heavy.")


def test_one_save_is_under_way_at_a_time(editor):
    under_way, most = [0], [0]

    def count(by):
        under_way[0] += by
        most[0] = max(most)
        most.append(under_way[0])

    saves = lambda request: "autosave" in request.url  # noqa: E731
    editor.page.on("request", lambda request: count(1) if saves(request) else None)
    editor.page.on("requestfinished", lambda request: count(-1) if saves(request) else None)
    for words in (" One.", " Two.", " Three."):
        editor.write(words)
        editor.page.keyboard.press("Control+KeyS")
        editor.page.keyboard.press("Control+KeyS")
    editor.is_saved()
    assert max(most) == 1
    assert editor.stored()[0].endswith("One. Two. Three.")


def test_offline_keeps_the_text_and_says_so_and_sends_it_when_back(editor, context, expected_complaints):
    expected_complaints.append(OFFLINE)
    context.set_offline(True)
    editor.write(" Offline words.")
    expect(editor.state).to_have_text("Offline — kept on this device")
    expect(editor.page.locator("[data-notices]")).to_contain_text("will be saved when you are back")
    context.set_offline(False)
    editor.is_saved()
    assert editor.stored()[0].endswith("Offline words.")
    expect(editor.page.locator("[data-notices]")).to_be_empty()


def test_a_broken_server_is_asked_again(editor, expected_complaints):
    expected_complaints.append("500")
    editor.page.route("**/draft/autosave/", lambda route: route.fulfill(status=500, body="broken"), times=1)
    editor.write(" After the break.")
    expect(editor.state).to_have_text("Not saved — kept on this device")
    editor.is_saved()
    assert editor.stored()[0].endswith("After the break.")


def test_an_expired_sign_in_keeps_the_text_until_signed_in_again(editor, context, signed_in, expected_complaints):
    expected_complaints.append("403")
    context.clear_cookies()
    editor.write(" Signed-out words.")
    expect(editor.page.get_by_role("link", name="Sign in in a new window")).to_be_visible()
    assert not editor.stored()[0].endswith("Signed-out words.")
    signed_in("reporter")
    editor.is_saved()
    assert editor.stored()[0].endswith("Signed-out words.")


def test_a_full_disk_is_told_and_the_text_is_still_sent(editor, context, expected_complaints):
    expected_complaints.append(OFFLINE)
    editor.page.evaluate(FULL)
    context.set_offline(True)
    editor.write(" No room.")
    expect(editor.state).to_have_text("Offline — keep this page open")
    context.set_offline(False)
    editor.is_saved()
    assert editor.stored()[0].endswith("No room.")


def test_closing_the_window_sends_the_last_words(editor, context):
    another = context.new_page()
    editor.write(" Last words.")
    editor.page.close()
    for _ in range(50):
        if editor.stored()[0].endswith("Last words."):
            return
        another.wait_for_timeout(100)
    pytest.fail("the last words were not sent")


@pytest.mark.parametrize("unsaved", [True, False])
def test_leaving_is_asked_about_only_with_unsaved_words(editor, unsaved):
    if unsaved:
        editor.write(" Not yet saved.")
    asked = editor.page.evaluate("!dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    assert asked is unsaved


def test_ctrl_s_saves_at_once_by_the_place_of_the_key(editor):
    editor.write(" Now.")
    with editor.page.expect_response("**/draft/autosave/", timeout=1000):
        editor.page.keyboard.press("Control+KeyS")


def test_every_field_is_saved_not_the_copy_alone(editor):
    editor.page.locator("#id_headline").fill("Harim tunnel open at last")
    editor.page.locator("#id_dateline").fill("HARIM, South Korea, March 10 (Hanbit) --")
    editor.is_saved()
    draft = Draft.objects.get(pk=editor.draft.pk)
    assert draft.headline == "Harim tunnel open at last"
    assert "March 10" in draft.dateline


def test_nothing_is_sent_while_nothing_is_typed(editor):
    sent = []
    editor.page.on("request", lambda request: sent.append(request.url) if "autosave" in request.url else None)
    editor.page.get_by_text("Full", exact=True).click()
    editor.graf(2).click()
    editor.page.locator("#id_headline").focus()
    editor.page.wait_for_timeout(1600)
    assert sent == []


def test_words_typed_before_another_signs_in_wait_for_their_writer(editor, signed_in, expected_complaints):
    expected_complaints.append("403")
    signed_in("other_reporter")
    editor.write(" Mine alone.")
    expect(editor.page.locator("[data-notices]")).to_contain_text("Seo Joon-ho is signed in here now")
    expect(editor.state).to_have_text("Not saved — kept on this device")
    assert not editor.stored()[0].endswith("Mine alone.")
    signed_in("reporter")
    editor.is_saved()
    assert Draft.objects.get(pk=editor.draft.pk).saved_by.username == "rim"
