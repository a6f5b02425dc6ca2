"""Notes on the compare page and on their own, notifications and settings as people meet them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Note, Notification
from stories.services.noting import write_note
from tests.ferry import file_ferry


@pytest.fixture
def ferry(transactional_db, desk, reporter, now):
    story, _ = file_ferry(desk=desk, actor=reporter, now=now)
    return story


@pytest.fixture
def opened(page, live_server, signed_in, ferry):
    """The page of LEAD against 2nd LD, open before the desk editor."""
    signed_in("desk_editor")
    page.goto(reverse("compare", args=[ferry.pk, 3, 4]))
    return page


def test_c_writes_a_note_under_the_paragraph_it_stands_on(opened, reporter):
    opened.keyboard.press("j")
    opened.keyboard.press("c")
    opened.keyboard.type("@rim which harbor?")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    note = opened.locator("#p2 + .under .note")
    expect(note).to_contain_text("@rim which harbor?")
    expect(note).to_be_focused()
    assert Note.objects.get().graf == 1
    assert Notification.objects.get().person == reporter


def test_the_pencil_shows_on_hover_and_opens_there(opened):
    opened.locator("#p3").hover()
    opened.get_by_role("button", name="Note on paragraph 3").click()
    expect(opened.locator("#note-paragraph")).to_have_value("3")
    opened.keyboard.press("Escape")
    expect(opened.get_by_role("button", name="Note on paragraph 3")).to_be_focused()


def write_on(opened, number, words):
    opened.locator(f"#p{number}").hover()
    opened.get_by_role("button", name=f"Note on paragraph {number}").click()
    opened.keyboard.type(words)


def test_ctrl_enter_adds_the_note(opened):
    write_on(opened, 2, "Which harbor?")
    opened.keyboard.press("Control+Enter")
    expect(opened.locator("#p2 + .under .note")).to_contain_text("Which harbor?")
    assert Note.objects.get().graf == 1


def test_a_note_being_written_outlives_a_reload_and_is_gone_once_it_is_sent(opened):
    write_on(opened, 2, "Which harbor?")
    opened.reload()
    expect(opened.get_by_label("Note", exact=True)).to_have_value("Which harbor?")
    expect(opened.locator("#note-paragraph")).to_have_value("2")
    expect(opened.locator("#p2 + .placed")).to_contain_text("Typed before and not sent yet.")
    opened.get_by_role("button", name="Add note").click()
    expect(opened.locator("#p2 + .under .note")).to_contain_text("Which harbor?")
    opened.reload()
    expect(opened.locator("#note-remark")).to_have_value("")
    expect(opened.locator("#note-remark")).to_be_hidden()


def test_escape_and_cancel_keep_the_words_for_the_next_time(opened):
    write_on(opened, 2, "Which harbor?")
    opened.keyboard.press("Escape")
    expect(opened.locator("#note-remark")).to_be_hidden()
    write_on(opened, 3, "")
    expect(opened.locator("#note-remark")).to_have_value("Which harbor?")
    expect(opened.locator("#note-paragraph")).to_have_value("3")
    opened.get_by_role("button", name="Cancel").click()
    opened.reload()
    expect(opened.locator("#note-remark")).to_have_value("Which harbor?")


def test_an_answer_being_written_outlives_a_reload(opened, ferry, desk_editor, now):
    write_note(story=ferry, body="Which harbor?", version=ferry.current_version, graf=1, actor=desk_editor, now=now)
    opened.reload()
    opened.get_by_text("Reply", exact=True).first.click()
    opened.get_by_label("Reply to Ok Mi-rae").fill("The old one.")
    opened.reload()
    expect(opened.get_by_label("Reply to Ok Mi-rae")).to_have_value("The old one.")


def test_without_a_script_a_form_asks_for_the_paragraph(without_javascript, opened):
    opened.get_by_text("New note").click()
    opened.get_by_label("Paragraph", exact=True).fill("2")
    opened.get_by_label("Note", exact=True).fill("Which harbor?")
    opened.get_by_role("button", name="Add note").click()
    expect(opened.locator(".note")).to_contain_text("Which harbor?")
    assert "/compare/3/4/" in opened.url


def test_the_pages_read_well(page, screen, signed_in, ferry, reporter, desk_editor, now, axe, fits, screenshot):
    version = ferry.versions.get(sequence=4)
    given = {"story": ferry, "version": version, "actor": desk_editor, "now": now}
    write_note(body="@rim which harbor? It has two.", graf=1, **given)
    write_note(body="Good.", **given)
    signed_in("reporter")
    compare = reverse("compare", args=[ferry.pk, 3, 4])
    addresses = {"notes": reverse("notes", args=[ferry.pk]), "notifications": "/notifications/"}
    for name, address in (addresses | {"settings": "/settings/", "review-notes": compare}).items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        fits(page)
        axe(page)
        screenshot(page, name)


def test_the_bell_rings_without_a_new_page_and_a_followed_notification_is_read(
    page, signed_in, ferry, desk_editor, now
):
    page.clock.install()
    signed_in("reporter")
    page.goto("/settings/")
    expect(page.locator("[data-bell-count]")).to_be_hidden()
    write_note(story=ferry, body="@rim look", actor=desk_editor, now=now)
    page.clock.run_for(21_000)
    expect(page.locator("[data-bell-count]")).to_have_text("1")
    page.locator("[data-bell]").click()
    page.get_by_role("link", name="I am mentioned in a note").click()
    page.wait_for_url("**/notes/#note-*")
    expect(page.locator("[data-bell-count]")).to_be_hidden()


def test_the_bell_knows_of_a_followed_notification_however_slow_the_line(page, signed_in, ferry, desk_editor, now):
    write_note(story=ferry, body="@rim look", actor=desk_editor, now=now)
    signed_in("reporter")
    page.goto("/notifications/")
    expect(page.locator("[data-bell-count]")).to_have_text("1")

    def late(route):
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/notifications/read/", late)
    page.get_by_role("link", name="I am mentioned in a note").click()
    page.wait_for_url("**/notes/#note-*")
    expect(page.locator("[data-bell-count]")).to_be_hidden()


def test_a_followed_notification_is_gone_to_though_nobody_heard_of_it(
    page, signed_in, ferry, desk_editor, now, expected_complaints
):
    expected_complaints.append("net::ERR_FAILED")
    write_note(story=ferry, body="@rim look", actor=desk_editor, now=now)
    signed_in("reporter")
    page.goto("/notifications/")
    page.route("**/notifications/read/", lambda route: route.abort())
    page.get_by_role("link", name="I am mentioned in a note").click()
    page.wait_for_url("**/notes/#note-*")
    expect(page.locator("[data-bell-count]")).to_have_text("1")
