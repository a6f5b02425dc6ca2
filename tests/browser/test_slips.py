"""A slip decides nothing: letters in a row, a key pressed twice or held down, a key before the page is there."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from stories.models import Verdict
from stories.services.drafting import open_draft, save_draft
from stories.services.opening import open_story
from stories.services.submitting import submit_draft

SCRIPTS = "**/js/**"
FIRST = "early-keys"  # a plain script: the page is not drawn before it has run


@pytest.fixture
def waiting(live_server, desk, reporter, text):
    """Two first filings before the desk, the older one first."""
    stories = []
    for slugline, minutes in (("Budget", 9), ("Market", 4)):
        at = timezone.now() - timedelta(minutes=minutes)
        story = open_story(actor=reporter, now=at, desk=desk, slugline=slugline)
        draft = open_draft(story=story, actor=reporter, now=at)
        given = text(headline=f"{slugline} passes its first reading")
        draft = save_draft(draft=draft, revision=draft.revision, text=given, actor=reporter, now=at)
        submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)
        stories.append(story)
    return stories


@pytest.fixture
def opened(page, signed_in, waiting):
    signed_in("desk_editor")
    page.goto(reverse("review", args=[waiting[0].pk]))
    return page


def decisions():
    return list(Verdict.objects.filter(undone_at=None).order_by("pk").values_list("decision", flat=True))


def said(page):
    return page.locator(".toast.said")


def next_is_up(page):
    expect(page.locator("h1")).to_contain_text("Market")
    expect(page.locator("[data-note-here]")).to_be_visible()


@contextmanager
def scripts_on_their_way(page):
    """What follows is pressed while the page is drawn and its scripts are not there yet."""
    held, there = [], []
    page.route(
        SCRIPTS, lambda route: held.append(route) if not there and FIRST not in route.request.url else route.continue_()
    )
    yield
    there.append(True)
    for route in held:
        route.continue_()
    expect(page.locator("[data-keys-open]")).to_be_visible()


def test_words_typed_at_the_page_approve_nothing_and_say_so(opened):
    opened.keyboard.type("Name a bank")
    expect(said(opened)).to_contain_text("A did nothing. It came amid other letters.")
    assert decisions() == []


def test_a_pressed_twice_approves_one_story(opened):
    opened.keyboard.press("a")
    next_is_up(opened)
    opened.evaluate("sessionStorage.setItem('writethru.decided', Date.now())")  # however slow this machine is
    opened.keyboard.press("a")
    expect(said(opened)).to_contain_text("A did nothing. It came right behind the one before.")
    assert decisions() == ["approved"]
    opened.wait_for_timeout(600)
    opened.keyboard.press("a")
    opened.wait_for_url(f"**{reverse('queue')}")
    assert decisions() == ["approved", "approved"]


def test_a_held_down_approves_one_story(opened):
    opened.keyboard.down("a")
    next_is_up(opened)
    opened.wait_for_timeout(600)
    opened.keyboard.down("a")  # the key repeats
    expect(said(opened)).to_have_count(0)
    opened.wait_for_timeout(300)
    assert decisions() == ["approved"]


BEFORE_THE_NEXT_FRAME = """() => {
  const press = (target, key, code) =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
  const question = document.querySelector("[data-return]");
  press(document.body, "r", "KeyR");
  question.close(); // by whatever hand: the field keeps the focus until the page is drawn
  const target = document.activeElement;
  press(target, "r", "KeyR");
  return [target.id, question.open];
}"""


def test_a_return_asked_for_again_at_once_opens_again(opened):
    assert opened.evaluate(BEFORE_THE_NEXT_FRAME) == ["reason", True]


def test_letters_on_a_button_of_the_return_go_into_its_reason(opened):
    opened.keyboard.press("r")
    opened.keyboard.press("Tab")
    expect(opened.locator("#reason")).not_to_be_focused()
    opened.keyboard.type("a bank")
    expect(opened.locator("#reason")).to_have_value("a bank")
    assert decisions() == []


def test_a_return_asked_for_before_the_scripts_are_there_opens_with_what_was_typed(page, signed_in, waiting):
    signed_in("desk_editor")
    with scripts_on_their_way(page):
        page.goto(reverse("review", args=[waiting[0].pk]), wait_until="commit")
        expect(page.locator("[data-approve]")).to_be_visible()
        page.keyboard.type("radd a bank")
    expect(page.get_by_role("dialog", name="Return it")).to_be_visible()
    expect(page.locator("#reason")).to_have_value("add a bank")
    assert decisions() == []


def test_an_approval_before_the_scripts_are_there_is_told_and_asked_again(page, signed_in, waiting):
    signed_in("desk_editor")
    with scripts_on_their_way(page):
        page.goto(reverse("review", args=[waiting[0].pk]), wait_until="commit")
        expect(page.locator("[data-approve]")).to_be_visible()
        page.keyboard.press("a")
    expect(said(page)).to_contain_text("A did nothing. It came before the page was there.")
    assert decisions() == []


def test_z_undoes_also_before_the_scripts_are_there(opened):
    with scripts_on_their_way(opened):
        opened.keyboard.press("a")
        expect(opened.locator("[data-toast]")).to_contain_text("Approved: Budget.")
        opened.keyboard.press("z")
    expect(opened.locator("h1")).to_contain_text("Budget")
    expect(opened.get_by_text("Undone: Budget waits for the desk again.")).to_be_visible()
    assert decisions() == []
