"""Two people on one draft in two browsers, with no script: both texts are kept, and what both changed is asked."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import ParkedText, Version
from stories.services.autosaving import NeedsMerge, Tab, autosave
from stories.services.drafting import open_draft
from stories.services.filing import file_version

OPENING = "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won.\n\nRain fell at the gate."


@pytest.fixture
def draft(first, reporter, now):
    return open_draft(story=first.story, actor=reporter, now=now)


@pytest.fixture
def parked(draft, reporter, other_reporter, now, text):
    """The reporter's text, which waits: Seo changed the cost and the headline to something else."""

    def save(actor, tab, **changes):
        return autosave(
            story_id=draft.story_id,
            draft_id=draft.pk,
            revision=1,
            text=text(**{"body": OPENING} | changes),
            actor=actor,
            now=now,
            tab=Tab(tab, 1),
        )

    save(other_reporter, "b", headline="Harim tunnel opens at last", body=OPENING.replace("41 billion", "42 billion"))
    with pytest.raises(NeedsMerge):
        save(
            reporter,
            "a",
            headline="Harim opens its tunnel two years late",
            body=OPENING.replace("41 billion", "about 43 billion").replace("Monday", "Monday morning"),
        )
    return ParkedText.objects.get()


@pytest.fixture
def overtaken(draft, first, reporter, other_reporter, now, text):
    """The draft changes what a LEAD, filed meanwhile, changes too."""
    fresh = text(body=first.body.replace("41 billion", "42 billion"), headline="Harim tunnel opens at last")
    file_version(story=first.story, based_on=first, text=fresh, actor=other_reporter, now=now)
    autosave(
        story_id=draft.story_id,
        draft_id=draft.pk,
        revision=1,
        text=text(body=first.body.replace("41 billion", "about 43 billion")),
        actor=reporter,
        now=now,
        tab=Tab("a", 1),
    )
    return draft


def test_the_merge_of_two_texts_is_sound_on_every_screen(page, screen, signed_in, axe, fits, screenshot, parked):
    signed_in("reporter")
    page.goto(reverse("draft_parked", args=[parked.draft.story_id, parked.pk]))
    assert page.locator("h1").count() == 1
    page.get_by_role("radio").nth(1).check()
    axe(page)
    fits(page)
    screenshot(page, "merge-parked")


def test_the_merge_with_the_wire_and_a_refused_answer_are_sound_on_every_screen(
    page, screen, signed_in, axe, fits, screenshot, overtaken, expected_complaints
):
    expected_complaints.append("409 (Conflict)")
    signed_in("reporter")
    page.goto(reverse("draft", args=[overtaken.story_id]))
    screenshot(page, "draft-overtaken")
    page.goto(reverse("draft_merge", args=[overtaken.story_id]))
    page.get_by_role("button", name="Use these and continue").click()
    page.get_by_role("alert").wait_for()
    axe(page)
    fits(page)
    screenshot(page, "merge-wire")


def test_the_saves_are_sound_on_every_screen(page, screen, signed_in, axe, fits, screenshot, parked):
    signed_in("reporter")
    for address in (
        reverse("draft_saves", args=[parked.draft.story_id]),
        reverse("draft_save", args=[parked.draft.story_id, 1]),
    ):
        page.goto(address)
        axe(page)
        fits(page)
        assert page.locator("h1").count() == 1
        screenshot(page, address.strip("/").replace("/", "-").partition("-draft-")[2])


def test_a_text_that_waits_is_merged_by_keyboard_with_no_script(page, signed_in, parked, without_javascript):
    signed_in("reporter")
    page.goto(reverse("draft", args=[parked.draft.story_id]))
    page.get_by_role("link", name="Merge your text").press("Enter")
    page.get_by_role("group", name="Headline").get_by_role("radio", name="Yours").press("Space")
    cost = page.get_by_role("group", name="Para 2")
    cost.get_by_role("radio", name="Edited").press("Space")
    cost.get_by_role("textbox").fill("It cost 42 or 43 billion won.")
    page.get_by_role("button", name="Use these and continue").press("Enter")

    expect(page.get_by_text("Merged and saved.")).to_be_visible()
    parked.draft.refresh_from_db()
    assert parked.draft.headline == "Harim opens its tunnel two years late"
    assert parked.draft.body == OPENING.replace("Monday", "Monday morning").replace(
        "It cost 41 billion won.", "It cost 42 or 43 billion won."
    )


def test_two_browsers_write_one_draft_and_one_files_and_both_texts_go_out_with_no_script(
    page, signed_in, new_context, other_reporter, draft, without_javascript, expected_complaints
):
    expected_complaints.append("409 (Conflict)")
    theirs = new_context()
    signed_in("reporter")
    signed_in(other_reporter, theirs)
    other = theirs.new_page()
    for one in (page, other):
        one.goto(reverse("draft", args=[draft.story_id]))
    copy = page.locator("[name=body]").input_value()

    other.locator("[name=body]").fill(copy.replace("41 billion", "42 billion"))
    other.get_by_role("button", name="File (LEAD)").click()
    other.get_by_role("button", name="File (LEAD) to the wire").click()
    other.wait_for_url("**/versions/2/")

    page.locator("[name=body]").fill(copy.replace("41 billion", "43 billion") + "\n\nRain fell.")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("alert").get_by_text("filed or discarded meanwhile")).to_be_visible()
    page.get_by_role("button", name="Save mine").click()
    page.get_by_role("group", name="Para 2").get_by_role("radio", name="Yours").check()
    page.get_by_role("button", name="Use these and continue").click()

    expect(page.locator("[name=body]")).to_have_value(re.compile("Rain fell.$"))
    page.get_by_role("button", name="File (2nd LD)").click()
    page.get_by_role("button", name="File (2nd LD) to the wire").click()
    page.wait_for_url("**/versions/3/")
    bodies = list(Version.objects.order_by("sequence").values_list("body", flat=True))
    assert ["42" in bodies[1], "43" in bodies[2], "Rain fell." in bodies[2]] == [True] * 3


def test_what_went_out_is_merged_into_the_typed_text_by_one_button(
    page, signed_in, first, draft, other_reporter, now, text
):
    signed_in("reporter")
    page.goto(reverse("draft", args=[draft.story_id]))
    fresh = text(body=first.body.replace("41 billion", "42 billion"))
    file_version(story=first.story, based_on=first, text=fresh, actor=other_reporter, now=now)
    page.reload()
    page.locator("[name=headline]").fill("Harim opens its tunnel two years late")
    page.get_by_role("button", name="Merge it into this draft").click()

    page.get_by_text("The LEAD is in your draft: 1 paragraph.").wait_for()
    draft.refresh_from_db()
    assert draft.headline == "Harim opens its tunnel two years late"
    assert "42 billion" in draft.body
    assert draft.based_on.sequence == 2
