"""A whole evening of one story: URGENT, first, LEAD returned once, 2nd LD, a correction beneath it, and its kill.

The desk approves first, with four eyes, and has no mouse.
"""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Desk, Verdict
from stories.roles import DESK_EDITOR
from tests.conftest import person

from .evening import ALSO_HURT, HOTLINE, HURT, QUAKE, SHOOK, SLUG, TRAINS, Hand, at_the_desk, the_story, window


@pytest.fixture
def strict_desk(live_server, desk):
    """Approves before anything goes out, with four eyes; an URGENT may go out at once."""
    desk.approval, desk.four_eyes, desk.urgent = Desk.Approval.DESK, True, Desk.Urgent.ANYONE
    desk.save()
    return desk


@pytest.fixture
def second_editor(db) -> User:
    return person("min", "Min", "Seo-jin", DESK_EDITOR)


@pytest.fixture
def people(strict_desk, new_context, signed_in, reporter, desk_editor, second_editor):
    """The reporter, and two desk editors without a mouse."""
    rim = Hand(window(new_context, signed_in, reporter), reporter)
    editors = (at_the_desk(window(new_context, signed_in, one), one) for one in (desk_editor, second_editor))
    return rim, *editors


@pytest.fixture
def expected_complaints() -> list[str]:
    """An editor that stands open while another files asks after its draft, and is told that it is closed."""
    return ["410 (Gone)"]


@pytest.fixture
def stage(axe, fits, screenshot):
    """`stage(hand, "queue")`: the page reads well, and is kept as a picture where pictures are asked for."""

    def look(hand, name):
        fits(hand.page)
        axe(hand.page)
        screenshot(hand.page, f"evening-{name}", full_page=False)

    return look


def test_a_story_of_one_evening(people, stage):
    rim, ok, minn = people
    the_urgent_goes_out_at_once(rim)
    the_first_filing_is_approved_and_filed(rim, ok, stage)
    the_lead_is_returned_once(rim, ok, stage)
    the_lead_is_put_right_and_approved(rim, ok, stage)
    the_second_lead_goes_out(rim, ok)
    a_sent_fact_was_wrong_and_is_corrected(ok, minn, stage)
    the_story_is_killed(ok, stage)
    it_is_marked_killed_everywhere(ok, stage)
    the_audit_tells_the_evening_in_order(ok, stage)
    everybody_was_told(rim, ok, minn, stage)


def the_urgent_goes_out_at_once(rim):
    rim.opens("story_new")
    rim.page.get_by_label("Slugline").fill(SLUG)
    rim.page.get_by_role("button", name="Start story").click()
    rim.editor_is_up()
    rim.page.get_by_role("radio", name="URGENT").check()
    rim.writes([QUAKE], headline="Quake strikes off Harim")
    rim.files("File (URGENT)", 1)


def the_first_filing_is_approved_and_filed(rim, ok, stage):
    ok.opens("board")
    rim.takes("button", "Write the first filing")
    rim.signs("Rim Na-ra")
    rim.writes(
        [QUAKE, SHOOK, HURT],
        headline="Quake of magnitude 5.4 strikes off Harim; 11 hurt",
        dateline="HARIM, South Korea, March 9 (Hanbit) --",
    )
    rim.submits()
    ok.opens("queue")
    assert ok.waiting() == [SLUG]
    assert ok.unread() == 1
    stage(ok, "queue")
    ok.opens_the_first_that_waits()
    stage(ok, "first")
    ok.approves()
    stage(ok, "approved")
    rim.opens("draft", the_story().pk)
    rim.editor_is_up()
    rim.files("to the wire", 2)


def the_lead_is_returned_once(rim, ok, stage):
    rim.takes("button", "Write the LEAD")
    rim.writes(
        [QUAKE, SHOOK, HURT, HOTLINE],
        headline="Quake of magnitude 5.4 strikes off Harim; 11 hurt",
        attn="ADDS hotline in final para",
    )
    rim.submits()
    ok.opens_the_first_that_waits()
    ok.notes("Which number? @rim ")
    stage(ok, "noted")
    ok.presses("r")
    expect(ok.page.locator("#reason")).to_have_value(re.compile("Which number?"))
    ok.types(" Give it in the copy.")
    stage(ok, "returning")
    ok.presses("Control+Enter")
    ok.hears(f"Returned: {SLUG}.")
    reason = Verdict.objects.get(decision="returned").reason
    assert "Which number?" in reason
    assert reason.endswith("Give it in the copy.")


def the_lead_is_put_right_and_approved(rim, ok, stage):
    rim.opens("board")
    assert rim.unread() == 3  # approved, mentioned, returned
    rim.opens("draft", the_story().pk)
    rim.sees("Give it in the copy.", "main")
    rim.writes([QUAKE, SHOOK, HURT, HOTLINE.replace("residents", "residents, 555-0142,")])
    rim.submits()
    ok.opens_the_first_that_waits()
    ok.sees("What changed since you returned submission", "[data-scope]")
    expect(ok.page.locator("ins").first).to_contain_text("555-0142")
    stage(ok, "again")
    ok.presses("w")
    ok.sees("The whole change", "[data-scope]")
    ok.approves()
    rim.page.reload()
    rim.editor_is_up()
    rim.files("File (LEAD)", 3)


def the_second_lead_goes_out(rim, ok):
    rim.takes("button", "Write the 2nd LD")
    rim.writes(
        [QUAKE, ALSO_HURT, SHOOK, HURT, TRAINS],
        headline="Quake of magnitude 5.4 stops trains at Harim; 11 hurt",
        attn="UPDATES with trains; ADDS baker's remarks in para 2",
    )
    rim.submits()
    ok.opens_the_first_that_waits()
    ok.approves()
    rim.page.reload()
    rim.editor_is_up()
    rim.files("File (2nd LD)", 4)


def a_sent_fact_was_wrong_and_is_corrected(ok, minn, stage):
    """Found by the desk: four eyes hold for its own correction too."""
    story = the_story()
    ok.opens("story", story.pk)
    ok.takes("button", "Correct this")
    ok.writes([QUAKE, ALSO_HURT, SHOOK, HURT.replace("Eleven", "Nine"), TRAINS])
    stage(ok, "correcting")
    ok.submits()
    minn.opens_the_first_that_waits()
    stage(minn, "correction-review")
    minn.approves()
    minn.presses("f")
    minn.page.wait_for_url("**/correction/file/")
    expect(minn.page.locator(".sent-facts")).to_contain_text("Eleven people")
    stage(minn, "correction-last-look")
    minn.takes("button", re.compile("CORRECTION.* to the wire"))
    minn.page.wait_for_url("**/versions/5/")
    expect(minn.page.locator(".ladder .rung").nth(0)).to_contain_text("CORRECTION")
    expect(minn.page.locator(".ladder .rung").nth(1)).to_contain_text("2nd LD")
    stage(minn, "corrected")


def the_story_is_killed(ok, stage):
    story = the_story()
    ok.opens("story", story.pk)
    ok.takes("link", "Kill the story")
    ok.page.wait_for_url("**/kill/")
    stage(ok, "kill")
    ok.comes_to(ok.page.get_by_role("radio", name="Factual kill"))
    ok.presses("ArrowUp")
    expect(ok.page.get_by_label("Advisory, as it goes")).to_have_value(re.compile("legal questions"))
    ok.comes_to(ok.page.get_by_label("Reason, for the record"))
    ok.types("The weather office withdrew the figure.")
    ok.comes_to(ok.page.get_by_label("Who was told"))
    ok.types("All clients by wire; the lawyers by phone at 22:10.")
    ok.comes_to(ok.page.get_by_label("Type the slugline"))
    ok.types(SLUG)
    ok.takes("button", "Kill the story")
    ok.page.wait_for_url("**/versions/6/")
    stage(ok, "killed")


def it_is_marked_killed_everywhere(ok, stage):
    story = the_story()
    addresses = {
        "board": reverse("board"),
        "story": reverse("story", args=[story.pk]),
        "version": reverse("version", args=[story.pk, 4]),
        "compare": reverse("compare", args=[story.pk, 3, 4]),
        "search": reverse("search") + "?q=quake",
    }
    for place, address in addresses.items():
        ok.page.goto(address)
        shown = ok.page.locator("body").inner_text()
        assert re.search("killed|withdrawn", shown, re.IGNORECASE), f"{place} does not say that it was killed"
        stage(ok, f"killed-{place}")
    wire = ok.page.request.get(reverse("version_text", args=[story.pk, 4])).text()
    assert re.search("killed|withdrawn", wire, re.IGNORECASE)
    ok.opens("story", story.pk)
    for way in ("Write the", "Correct this", "Kill the story", "embargo"):
        assert ok.page.get_by_role("button", name=way).or_(ok.page.get_by_role("link", name=way)).count() == 0, way


def the_audit_tells_the_evening_in_order(ok, stage):
    ok.opens("audit", the_story().pk)
    stage(ok, "audit")
    acts = ok.page.locator("li.act").evaluate_all("acts => acts.map((act) => act.className.split('act-')[1])")
    told = [act for act in reversed(acts) if act in ("filed", "submitted", "returned", "approved")]
    handled = ["submitted", "approved", "filed"]
    lead = ["submitted", "returned", *handled]
    assert told == ["filed", *handled, *lead, *handled, *handled, "filed"]


def everybody_was_told(rim, ok, minn, stage):
    told = rim.reads_the_bell()
    stage(rim, "told")
    assert [words.removeprefix("Unread: ") for words in told] == [
        "Kill of a story I worked on",
        "Correction of a story I worked on",
        "Approved",
        "Approved",
        "Returned to me",
        "I am mentioned in a note",
        "Approved",
    ]
    assert rim.unread() == sum(words.startswith("Unread: ") for words in told) > 0
    rim.takes("button", "Mark all read")
    expect(rim.page.locator("[data-bell-words]")).to_contain_text("none unread")
    assert ok.reads_the_bell()[:2] == ["Unread: Correction of a story I worked on", "Unread: Approved"]
    assert ok.unread() == 2  # what the desk was asked has been answered
    assert minn.reads_the_bell()[0] == "Unread: Kill of a story I worked on"
    assert minn.unread() == 1
