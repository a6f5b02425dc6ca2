"""The editor under a thumb, 390 pixels wide: nothing is cut or covered, and everything can be hit."""

from dataclasses import replace

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Draft
from stories.services.drafting import save_draft, text_of

LONG = "NARAE ISLAND, South Korea, March 9 (Hanbit) --"
# What can be pressed or typed into, and is on the page: its name, its width and height.
TARGETS = """() => {
  const parts = "main :is(a, button, input, select, textarea, summary, label.btn, .drop-pick), .story-bar :is(a, button, summary), .panel :is(a, button, summary)";
  const said = (one) => one.getAttribute("aria-label") || one.textContent.trim() || one.name;
  const labelled = (one) => one.type === "radio" || one.closest(".vh");
  return [...document.querySelectorAll(parts)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.type !== "hidden" && !labelled(one))
    .map((one) => [said(one), one.getBoundingClientRect().height]);
}"""  # noqa: E501


@pytest.fixture
def browser_context_args(browser_context_args):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    return browser_context_args | phone


@pytest.fixture
def phone(page, signed_in, draft):
    Draft.objects.filter(pk=draft.pk).update(dateline=LONG)
    signed_in("reporter")
    page.goto(reverse("draft", args=[draft.story_id]))
    expect(page.locator("[data-checks-now] li").first).to_be_visible()
    return page


def test_a_dateline_is_read_to_its_end(phone, fits):
    line = phone.locator("#id_dateline")
    hidden = "(field) => [field.scrollWidth - field.clientWidth, field.scrollHeight - field.clientHeight]"
    wide, high = line.evaluate(hidden)
    assert (wide, high) == (0, 0)
    assert line.bounding_box()["height"] > 50
    fits(phone)


def test_the_bar_takes_two_rows(phone):
    assert phone.locator(".story-bar").bounding_box()["height"] < 115  # three rows of 44 pixels are 132
    for name in ("Harim-tunnel", "Compare"):
        expect(phone.locator(".story-bar").get_by_role("link", name=name)).to_be_in_viewport()
    expect(phone.get_by_role("button", name="File (LEAD)")).to_be_in_viewport()


def test_what_can_be_pressed_can_be_hit_with_a_thumb(phone):
    phone.locator("#id_attn").fill("UPDATES with cost in para 2")
    phone.locator("#id_attn").blur()
    expect(phone.locator("[data-verdicts] li").first).to_be_visible()
    for tab in ("Checks and wire", "Notes", "Leads"):
        phone.get_by_role("tab", name=tab).click()
        small = [(said, high) for said, high in phone.evaluate(TARGETS) if high < 43.5]
        assert small == []


def test_a_banner_says_its_words_beside_its_sign_and_what_to_do_below(phone, draft, other_reporter):
    now = Draft.objects.select_related("story").get(pk=draft.pk)
    theirs = replace(text_of(now), body=f"{now.body} Theirs.")
    save_draft(draft=now, revision=now.revision, text=theirs, actor=other_reporter, now=now.saved_at)
    phone.locator("#id_headline").fill("Mayor opens Harim tunnel on Monday after two-year delay")
    banner = phone.locator("[data-notices] .notice").filter(has_text="saved meanwhile")
    expect(banner).to_be_visible()
    words, good = banner.locator("p").bounding_box(), banner.get_by_role("button").bounding_box()
    assert words["y"] - banner.bounding_box()["y"] < 16  # a line for the sign alone takes 27 more
    assert good["y"] >= words["y"] + words["height"]
    assert good["x"] + good["width"] > words["x"] + words["width"] - 2


def test_what_is_said_in_passing_lies_over_the_bar_and_leaves_the_copy_free(page, signed_in, desk):
    signed_in("reporter")
    page.goto(reverse("story_new"))
    page.get_by_label("Desk").select_option("Politics")
    page.get_by_label("Slugline").fill("Haedam-ferry")
    page.get_by_role("button", name="Start story").click()
    toast, head = page.locator(".toast"), page.locator(".ed-head")
    expect(toast).to_contain_text("Haedam-ferry is open.")
    assert toast.bounding_box()["y"] + toast.bounding_box()["height"] <= head.bounding_box()["y"]
