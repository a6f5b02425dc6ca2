"""The desk's queue and board in an evening: what waited longest comes first, and of two verdicts one stands."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from stories.models import Desk as NewsDesk
from stories.models import Story, Verdict
from stories.roles import DESK_EDITOR
from stories.services.drafting import open_draft, save_draft
from stories.services.opening import open_story
from stories.services.submitting import submit_draft
from stories.views import deciding
from tests.conftest import person

from .evening import Desk, at_the_desk, window

WAITING = {"Budget": 9, "Ferry": 7, "Market": 4}  # minutes, the oldest first
WAIT = 60_000  # milliseconds, while both stand at the gate


@pytest.fixture
def handed_in(live_server, desk, reporter, text):
    """Three first filings that wait for a desk with four eyes."""
    desk.approval, desk.four_eyes = NewsDesk.Approval.DESK, True
    desk.save()
    for slugline, minutes in reversed(WAITING.items()):
        at = timezone.now() - timedelta(minutes=minutes)
        story = open_story(actor=reporter, now=at, desk=desk, slugline=slugline)
        draft = open_draft(story=story, actor=reporter, now=at)
        given = text(headline=f"{slugline} passes its first reading")
        draft = save_draft(draft=draft, revision=draft.revision, text=given, actor=reporter, now=at)
        submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)
    return list(WAITING)


@pytest.fixture
def second_editor(db) -> User:
    return person("min", "Min", "Seo-jin", DESK_EDITOR)


@pytest.fixture
def ok(page, signed_in, desk_editor) -> Desk:
    return at_the_desk(page, signed_in("desk_editor"))


@pytest.fixture
def minn(new_context, signed_in, second_editor) -> Desk:
    return at_the_desk(window(new_context, signed_in, second_editor), second_editor)


def test_the_queue_empties_in_waiting_order_and_the_next_opens_after_each_verdict(handed_in, ok):
    ok.opens_the_queue()
    assert ok.waiting() == handed_in
    ok.presses("j", "Enter")
    for slugline in handed_in:
        expect(ok.page.locator("h1")).to_contain_text(slugline)
        ok.approves(slugline)
    ok.page.wait_for_url(f"**{reverse('queue')}")
    ok.sees("Nothing is waiting for the desk.")
    order = Verdict.objects.order_by("decided_at").values_list("submission__story__slugline", flat=True)
    assert list(order) == handed_in
    ok.presses("z")
    expect(ok.page.locator("h1")).to_contain_text("Market")
    assert Verdict.objects.filter(undone_at=None).count() == 2


def test_what_was_approved_goes_out_by_two_keys(handed_in, ok):
    ok.opens_the_first_that_waits()
    ok.approves("Budget")
    ok.presses("f")
    ok.page.wait_for_url("**/draft/file/")
    expect(ok.page.locator("h1")).to_contain_text("File it for the first time?")
    ok.presses("Control+Enter")
    ok.page.wait_for_url("**/versions/1/")
    assert Story.objects.get(slugline="Budget").current_version.sequence == 1


def test_the_preview_follows_the_keys_and_what_is_ticked_goes_to_another_desk(handed_in, ok):
    NewsDesk.objects.create(name="Economy", code="eco")
    ok.opens("board")
    pane = ok.page.get_by_label("Preview")
    for slugline in reversed(handed_in):  # the board has the newest first
        ok.presses("j")
        expect(pane.locator("h2")).to_have_text(f"{slugline} passes its first reading")
        ok.presses("x")
    ok.presses("x")
    expect(ok.page.locator("[data-ticked]")).to_have_text("2 selected")
    ok.comes_to(ok.page.locator("summary", has_text="Assign desk"))
    ok.presses("Enter")
    ok.takes("button", "Economy")
    ok.hears("2 stories are now with the Economy desk.")
    assert set(Story.objects.filter(desk__code="eco").values_list("slugline", flat=True)) == {"Market", "Ferry"}


@pytest.fixture
def at_one_moment(monkeypatch):
    """Both requests have read what waits before either decides: each stands in its own thread until the other does."""
    gate = threading.Barrier(2)

    def after_both(decide):
        def decided(**given):
            gate.wait(timeout=60)
            return decide(**given)

        return decided

    monkeypatch.setattr(deciding, "approve", after_both(deciding.approve))
    monkeypatch.setattr(deciding, "return_draft", after_both(deciding.return_draft))
    return gate


def test_of_two_verdicts_at_one_moment_one_stands_and_the_other_is_told(
    handed_in, ok, minn, at_one_moment, expected_complaints, axe
):
    expected_complaints.append("409")
    for hand in (ok, minn):
        hand.opens_the_first_that_waits()
        expect(hand.page.locator("h1")).to_contain_text(handed_in[0])
    minn.presses("r")
    expect(minn.page.locator("#reason")).to_be_focused()
    minn.types("Say who voted against it.")
    ok.presses("a")
    minn.presses("Control+Enter")
    expect(ok.page.locator(".notices")).not_to_be_empty(timeout=WAIT)
    expect(minn.page.locator(".notices").or_(minn.page.get_by_role("alert")).first).not_to_be_empty(timeout=WAIT)
    verdict = Verdict.objects.get()
    assert at_one_moment.n_waiting == 0
    if verdict.decided_by == ok.person:
        ok.hears(f"Approved: {handed_in[0]}.")
        expect(minn.page.get_by_role("alert")).to_contain_text("Ok Mi-rae approved it at")
        expect(minn.page.locator("pre")).to_have_text("Say who voted against it.")
        axe(minn.page)
    else:
        minn.hears(f"Returned: {handed_in[0]}.")
        ok.hears("Min Seo-jin returned it at")
        axe(ok.page)
