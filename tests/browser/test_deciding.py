"""The desk's word without a mouse: approve, return, undo; and two desk editors at the same moment."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from stories.models import Draft, Preferences, Verdict
from stories.services.deciding import return_draft
from stories.services.drafting import open_draft, save_draft
from stories.services.submitting import submit_draft
from tests.ferry import SECOND, ferry_text, file_ferry

MORE = "The ministry sent six inspectors to Mokpo."
FIXED = (*SECOND[:5], SECOND[5].replace("Eleven", "Twelve"), *SECOND[6:], MORE)


@pytest.fixture
def moment():
    return timezone.now() - timedelta(minutes=4)


@pytest.fixture
def ferry(live_server, desk, reporter, moment):
    return file_ferry(desk=desk, actor=reporter, now=moment)[0]


@pytest.fixture
def hand_in(ferry, reporter, moment):
    def submit(grafs, minutes=0):
        at = moment + timedelta(minutes=minutes)
        draft = open_draft(story=ferry, actor=reporter, now=at)
        draft = save_draft(draft=draft, revision=draft.revision, text=ferry_text(3, grafs), actor=reporter, now=at)
        message = "The hospital gave the new figure by phone."
        return submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at, message=message)

    return submit


@pytest.fixture
def submission(hand_in):
    return hand_in((*SECOND, MORE))


@pytest.fixture
def opened(page, signed_in, ferry, submission):
    """The review open before the desk editor, from its short address."""
    signed_in("desk_editor")
    page.goto(reverse("review", args=[ferry.pk]))
    return page


def decisions():
    return list(Verdict.objects.order_by("pk").values_list("decision", flat=True))


def test_a_approves_and_z_undoes_without_a_mouse(opened, ferry, submission):
    opened.keyboard.press("a")
    expect(opened.locator("[data-toast]")).to_be_visible()
    expect(opened.locator("[data-toast]")).to_contain_text("Approved: Mokpo-ferry-fire.")
    assert decisions() == ["approved"]
    opened.keyboard.press("z")
    expect(opened.locator("[data-approve]")).to_be_visible()
    assert not Verdict.objects.filter(undone_at=None).exists()
    assert Draft.objects.get(pk=submission.draft_id).state == Draft.State.SUBMITTED


def test_r_asks_for_the_reason_and_returns_with_it(opened):
    opened.keyboard.press("r")
    expect(opened.get_by_role("dialog", name="Return it")).to_be_visible()
    opened.keyboard.press("Escape")
    opened.keyboard.press("r")
    opened.keyboard.type("Name the ministry; add a quote.")  # its letters are no keys here
    opened.keyboard.press("Tab")
    opened.keyboard.press("Tab")
    with opened.expect_navigation():
        opened.keyboard.press("Enter")
    assert decisions() == ["returned"]
    assert Verdict.objects.get().reason == "Name the ministry; add a quote."


def test_unchecked_facts_are_asked_about_and_block_nothing(opened, ferry, hand_in):
    hand_in(FIXED, minutes=1)
    opened.goto(reverse("review", args=[ferry.pk]))
    opened.keyboard.press("a")
    question = opened.get_by_role("dialog", name="Facts not checked")
    expect(question).to_contain_text("1 fact")
    opened.keyboard.press("Escape")
    assert "approved" not in decisions()
    opened.keyboard.press("a")
    opened.keyboard.press("Enter")
    expect(opened.locator("[data-toast]")).to_be_visible()
    assert decisions() == ["overtaken", "approved"]


def test_a_checked_fact_is_not_asked_about(opened, ferry, hand_in):
    hand_in(FIXED, minutes=1)
    opened.goto(reverse("review", args=[ferry.pk]))
    opened.get_by_role("checkbox").first.press("Space")
    expect(opened.locator("[data-checked]")).to_have_text("1")
    opened.keyboard.press("a")
    expect(opened.locator("[data-toast]")).to_be_visible()
    assert "approved" in decisions()


def test_w_turns_between_my_last_verdict_and_the_whole_change(opened, ferry, submission, hand_in, desk_editor, moment):
    return_draft(submission=submission, reason="How many?", actor=desk_editor, now=moment + timedelta(minutes=1))
    hand_in(FIXED, minutes=2)
    opened.goto(reverse("review", args=[ferry.pk]))
    expect(opened.locator("[data-scope]")).to_contain_text("What changed since you returned submission 1")
    opened.keyboard.press("w")
    opened.wait_for_url("**/compare/4/s2/")
    expect(opened.locator("[data-scope]")).to_contain_text("The whole change")
    opened.keyboard.press("w")
    opened.wait_for_url("**/compare/s1/s2/")


def test_single_keys_turned_off_in_the_settings_decide_nothing(opened, desk_editor, ferry):
    Preferences.objects.create(person=desk_editor, single_keys=False)
    opened.goto(reverse("review", args=[ferry.pk]))
    opened.keyboard.press("a")
    opened.keyboard.press("r")
    expect(opened.get_by_role("dialog")).to_have_count(0)
    assert decisions() == []


def test_of_two_who_decide_at_one_moment_one_stands_and_the_other_is_told(
    opened, new_context, signed_in, admin, ferry, submission, expected_complaints
):
    expected_complaints.append("409")
    other = new_context()
    signed_in("admin", other)
    second = other.new_page()
    second.goto(reverse("review", args=[ferry.pk]))
    second.keyboard.press("r")
    second.keyboard.type("Name the ministry.")
    opened.keyboard.press("a")
    expect(opened.locator("[data-toast]")).to_be_visible()
    second.get_by_role("button", name="Return it").click()
    expect(second.get_by_role("alert")).to_contain_text("Ok Mi-rae approved it at")
    assert decisions() == ["approved"]
    expect(second.locator("pre")).to_have_text("Name the ministry.")


def test_the_toast_leaves_but_not_under_the_pointer(opened):
    opened.clock.install()
    opened.goto(opened.url)
    opened.keyboard.press("a")
    expect(opened.locator("[data-toast]")).to_be_visible()
    toast = opened.locator("[data-toast]")
    toast.hover()
    opened.clock.fast_forward(9000)
    expect(toast).to_be_visible()
    opened.mouse.move(2, 2)
    opened.clock.fast_forward(9000)
    expect(toast).to_have_count(0)
    opened.keyboard.press("z")
    expect(opened.get_by_text("the review itself may still offer it")).to_be_visible()
    assert decisions() == ["approved"]


def test_the_desk_decides_without_javascript(opened, without_javascript, ferry):
    opened.get_by_role("link", name="Return").click()
    opened.get_by_label("What is to be done").fill("Name the ministry.")
    opened.get_by_role("button", name="Return it").click()
    expect(opened.get_by_role("button", name="Undo")).to_be_visible()
    assert decisions() == ["returned"]
    opened.get_by_role("button", name="Undo").click()
    opened.get_by_role("button", name="Approve").click()
    expect(opened.get_by_role("button", name="Undo")).to_be_visible()
    assert decisions() == ["returned", "approved"]


def test_every_state_reads_well(opened, screen, axe, fits, screenshot, ferry, submission, hand_in, desk_editor, moment):
    return_draft(submission=submission, reason="How many?", actor=desk_editor, now=moment + timedelta(minutes=1))
    hand_in(FIXED, minutes=2)
    opened.goto(reverse("review", args=[ferry.pk]))
    look(opened, "review-waiting", axe, fits, screenshot)
    opened.goto(reverse("compare", args=[ferry.pk, 4, "s2"]))
    look(opened, "review-whole", axe, fits, screenshot)
    opened.get_by_role("link", name="Return").click()
    look(opened, "review-return", axe, fits, screenshot)
    opened.keyboard.press("Escape")
    opened.goto(reverse("compare", args=[ferry.pk, 4, "s1"]))
    look(opened, "review-returned", axe, fits, screenshot)
    opened.goto(reverse("submission_return", args=[ferry.pk, 2]))
    look(opened, "return-page", axe, fits, screenshot)
    opened.goto(reverse("audit", args=[ferry.pk]))
    look(opened, "audit", axe, fits, screenshot)


def look(page, name, axe, fits, screenshot):
    fits(page)
    axe(page)
    screenshot(page, name, full_page=False)
