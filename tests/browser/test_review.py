"""The compare page in a real browser: sound on every screen, readable without script, black on paper."""

import gzip

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import FactCheck
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from tests.ferry import SECOND, ferry_text, file_ferry

VIEWS = ("inline", "side", "clean")
PHOTOS = (
    (),
    (),
    (PhotoUse(caption="The Namdo Star in tow off Mokpo on March 9, 2026.", credit="(Hanbit)"),),
    (
        PhotoUse(caption="The Namdo Star in port at Mokpo on March 9, 2026.", credit="(Hanbit)"),
        PhotoUse(caption="Relatives wait at the terminal in Mokpo.", credit="(pool photo) (Hanbit)"),
    ),
)


@pytest.fixture
def address(live_server, desk, reporter, now):
    """`address("side")`: LEAD against 2nd LD."""
    ferry, _ = file_ferry(desk=desk, actor=reporter, now=now, photos=PHOTOS)
    path = reverse("compare", args=[ferry.pk, 3, 4])
    return lambda view="inline": f"{path}?view={view}"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_sound_on_every_screen(page, screen, signed_in, axe, fits, screenshot, address, view):
    signed_in("desk_editor")
    page.goto(address(view))
    axe(page)
    fits(page)
    screenshot(page, f"review-{view}")


def test_everything_opened_is_sound_too(page, screen, signed_in, axe, fits, address):
    signed_in("desk_editor")
    page.goto(address())
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
    axe(page)
    fits(page)
    page.keyboard.press("Shift+Slash")
    axe(page)


@pytest.mark.parametrize("width", [320, 768, 1024])
def test_a_narrow_window_needs_no_moving_sideways(page, signed_in, fits, address, width):
    signed_in("desk_editor")
    page.set_viewport_size({"width": width, "height": 640})
    for view in VIEWS:
        page.goto(address(view))
        fits(page)


def test_without_script_it_reads_and_every_form_works(page, signed_in, without_javascript, address):
    signed_in("desk_editor")
    page.goto(address())
    assert page.get_by_text("3 paragraphs unchanged").is_visible()
    assert page.get_by_role("button", name="Compare").is_visible()
    assert not page.get_by_role("button", name="Next change").is_visible()
    page.get_by_role("checkbox").first.click()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert FactCheck.objects.count() == 1
    page.get_by_label("From URGENT").check()
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/compare/1/4/*")
    page.get_by_role("link", name="Side by side").click()
    page.wait_for_url("**/compare/1/4/?view=side")


def test_a_screen_reader_hears_where_a_mark_begins_and_ends(page, signed_in, address):
    signed_in("desk_editor")
    page.goto(address())
    spoken = page.locator("#p6").aria_snapshot()
    assert "Nine" in spoken
    marks = page.locator("#p6").evaluate(
        "(row) => ['del', 'ins'].map((mark) => getComputedStyle(row.querySelector(mark), '::before').content)"
    )
    assert marks == ['" [deleted] "', '" [inserted] "']


def test_a_script_in_copy_never_runs(page, signed_in, live_server, desk, reporter, now):
    attack = "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 1'>"
    ferry, versions = file_ferry(desk=desk, actor=reporter, now=now)
    hostile = ferry_text(3, (attack, *SECOND), headline=attack, attn=f"ADDS {attack}", byline=attack, note=attack)
    photos = [PhotoUse(caption=attack, credit=f"({attack})")]
    file_version(story=ferry, based_on=versions[-1], text=hostile, photos=photos, actor=reporter, now=now)
    signed_in("desk_editor")
    for view in VIEWS:
        page.goto(f"{reverse('compare', args=[ferry.pk, 4, 5])}?view={view}")
        assert page.evaluate("window.hurt") is None
        assert page.locator("main img").count() == 0
        assert attack in page.locator("main").inner_text()


def test_paper_shows_what_changed_in_black_with_every_fold_open(page, signed_in, screenshot, address):
    signed_in("desk_editor")
    page.goto(address())
    page.set_viewport_size({"width": 700, "height": 990})
    page.emulate_media(media="print", color_scheme="dark")
    screenshot(page, "review-print")
    assert page.locator(".print-head").is_visible()
    assert address().split("?")[0] in page.locator(".print-head").inner_text()
    assert not page.locator(".review-bar").is_visible()
    assert not page.locator(".steps-bar").is_visible()
    assert page.locator("#p10").is_visible()
    look = "(mark) => { const s = getComputedStyle(mark); return [s.color, s.backgroundColor, s.textDecorationLine]; }"
    nothing = "rgba(0, 0, 0, 0)"
    assert page.locator("#p6 ins").evaluate(look) == ["rgb(0, 0, 0)", nothing, "underline"]
    assert page.locator("#p6 del").evaluate(look) == ["rgb(0, 0, 0)", nothing, "line-through"]


def test_side_by_side_stacks_old_above_new_on_a_phone(page, signed_in, address):
    signed_in("desk_editor")
    page.goto(address("side"))
    old, new = page.locator("#p1 .old"), page.locator("#p1 .new")
    assert old.bounding_box()["y"] == new.bounding_box()["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    assert old.bounding_box()["y"] + old.bounding_box()["height"] <= new.bounding_box()["y"]
    # The tag of a moved paragraph says where it was: its empty old side has nothing to add.
    expect(page.locator("#p3 .new .tag.moved")).to_be_visible()
    expect(page.locator("#p3 .old")).to_be_hidden()


def test_the_pencil_stands_beside_the_words_in_both_views(page, signed_in, address):
    signed_in("desk_editor")
    for view, words in (("inline", ".text"), ("side", ".new > p")):
        page.goto(address(view))
        row = page.locator("#p1")
        row.hover()
        text, pencil = row.locator(words).bounding_box(), row.locator(".note-pencil").bounding_box()
        assert text["x"] + text["width"] <= pencil["x"], view


def test_a_phone_says_which_choice_is_from_and_which_is_to(page, signed_in, address):
    signed_in("desk_editor")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address())
    said = "(label) => getComputedStyle(label, '::after').content.split('\"')[1]"
    picks = page.locator(".rail-rung.shown").first.locator(".rail-pick label")
    assert [pick.evaluate(said) for pick in picks.all()] == ["from", "to"]
    chip = page.locator(".rail-rung .chip").first.bounding_box()
    assert chip["height"] < 24  # a label of two words stays in one line


def test_a_phone_begins_the_rail_where_the_two_that_are_compared_stand(page, signed_in, address):
    signed_in("desk_editor")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address().replace("/3/4/", "/1/2/"))
    for label in ("To first filing", "From URGENT"):
        expect(page.get_by_label(label)).to_be_in_viewport()


def test_the_page_is_light(page, signed_in, address):
    sizes = {}
    page.on("response", lambda response: sizes.__setitem__(response.url, len(gzip.compress(response.body()))))
    signed_in("desk_editor")
    page.goto(address(), wait_until="networkidle")
    scripts = {url: size for url, size in sizes.items() if "/js/review" in url}
    assert len(scripts) == 1
    assert sum(scripts.values()) <= 10_000
