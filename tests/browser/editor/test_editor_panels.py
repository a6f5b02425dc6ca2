"""What stands around the copy: ATTN, byline, headline, checks, wire text, figures; the typed line stays typed."""

import pytest
from playwright.sync_api import expect

from stories.models import Byline


def test_the_proposal_is_put_in_only_by_its_button(editor):
    editor.write(" Officials said that 3,000 cars an hour can pass.", number=2)
    expect(editor.page.locator("[data-suggested]")).to_contain_text("2nd para")
    assert editor.page.locator("#id_attn").input_value() == ""
    proposed = editor.page.locator("[data-suggested]").inner_text()
    editor.page.locator("[data-use-suggestion]").click()
    assert editor.page.locator("#id_attn").input_value() == proposed
    expect(editor.page.locator("[data-suggestion]")).to_contain_text("✓ matches")


def test_a_typed_line_is_never_overwritten_and_its_claims_are_ticked(editor):
    editor.page.locator("#id_attn").fill("CHANGES headline")
    editor.answered(lambda: editor.write(" Officials said that 3,000 cars an hour can pass.", number=2))
    editor.is_saved()
    assert editor.page.locator("#id_attn").input_value() == "CHANGES headline"
    expect(editor.page.locator("[data-verdicts] .verdict-false")).to_contain_text("the headline has not changed")


def test_evidence_goes_to_its_paragraph(editor):
    editor.answered(lambda: editor.write(" Officials said that 3,000 cars an hour can pass.", number=4))
    editor.page.locator("[data-evidence] button", has_text="¶4").first.click()
    expect(editor.page.locator("[data-figure=caret]")).to_have_text("¶4")
    expect(editor.content).to_be_focused()


def test_evidence_is_one_tab_stop_with_arrows_inside(editor):
    editor.write(" Officials said that 3,000 cars an hour can pass.", number=2)
    editor.answered(lambda: editor.write(" Others said it was late.", number=5))
    buttons = editor.page.locator("[data-evidence] button")
    expect(buttons).not_to_have_count(1)
    expect(editor.page.locator("[data-evidence] button[tabindex='0']")).to_have_count(1)
    buttons.first.focus()
    editor.page.keyboard.press("ArrowRight")
    expect(buttons.nth(1)).to_be_focused()


def test_a_check_goes_to_its_paragraph(editor):
    editor.answered(lambda: editor.write(" word" * 60, number=5))
    editor.page.locator("[data-checks-now] .pref", has_text="¶5").first.click()
    expect(editor.page.locator("[data-figure=caret]")).to_have_text("¶5")


def test_the_wire_preview_follows_the_typing(editor):
    editor.write(" Into the wire.", number=6)
    expect(editor.page.locator("[data-wire-now]")).to_contain_text("Into the wire.")
    expect(editor.page.locator("[data-wire-now]")).to_contain_text("(LEAD)")


def test_the_wire_text_is_copied(editor, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.page.get_by_role("button", name="Copy wire text").click()
    expect(editor.page.get_by_role("button", name="Copied")).to_be_visible()
    assert "(END)" in editor.page.evaluate("navigator.clipboard.readText()")


def test_the_headline_is_counted_against_its_limit(editor):
    hint = editor.page.locator("[data-headline-length]")
    expect(hint).to_have_text("45 / 95")
    headline = editor.page.locator("#id_headline")
    wide = headline.bounding_box()["width"]
    headline.fill("Long word " * 9 + "and 96")
    expect(hint).to_have_text("96 / 95")
    expect(hint).to_have_class("hint too-long")
    assert headline.bounding_box()["width"] == pytest.approx(wide, abs=20)  # its column is not taken from it


def test_enter_in_the_headline_goes_on_to_the_copy(editor):
    editor.page.locator("#id_headline").press("Enter")
    expect(editor.content).to_be_focused()
    assert "\n" not in editor.page.locator("#id_headline").input_value()


CHOSEN = """(field, name) => {
    field.value = name;
    field.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", bubbles: true }));
}"""


@pytest.mark.parametrize("name", ["Seo Joon-ho"])
def test_a_byline_is_a_chip_with_its_native_name_over_the_plain_line(editor, name):
    Byline.objects.create(name=name, native_name="서준호")
    editor.open()
    editor.page.get_by_role("button", name="+ Add").click()
    editor.page.get_by_label("Name for the byline").evaluate(CHOSEN, name)
    chips = editor.page.locator("[data-byline-chips] li")
    expect(chips).to_have_count(2)
    expect(chips.nth(1)).to_contain_text("서준호")
    assert editor.page.locator("#id_byline").input_value() == "By Rim Na-ra and Seo Joon-ho"
    editor.page.get_by_label("Take Rim Na-ra off the byline").click()
    assert editor.page.locator("#id_byline").input_value() == "By Seo Joon-ho"


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("Seo", "Seo Da-on"), ("da seo", "Seo Da-on"), ("서다온", "Seo Da-on"), ("Seo Joon-ho", "Seo Joon-ho")],
)
def test_enter_takes_the_first_active_byline_that_begins_so_else_what_was_typed(editor, typed, taken):
    Byline.objects.create(name="Seo Ah-in", active=False)
    Byline.objects.create(name="Seo Da-on", native_name="서다온")
    Byline.objects.create(name="Seo Ha-ram")
    editor.open()
    editor.page.get_by_role("button", name="+ Add").click()
    editor.page.keyboard.type(typed)
    editor.page.keyboard.press("Enter")
    expect(editor.page.locator("[data-byline-chips] li")).to_have_count(2)
    assert editor.page.locator("#id_byline").input_value() == f"By Rim Na-ra and {taken}"


def test_a_name_is_taken_where_it_is_left_and_the_caret_stays_where_it_was_put(editor):
    editor.page.get_by_role("button", name="+ Add").click()
    editor.page.keyboard.type("Seo Joon-ho")
    editor.write(" Rain fell.", number=3)
    expect(editor.graf(3)).to_contain_text("early morning. Rain fell.")
    expect(editor.page.locator("#id_byline")).to_have_value("By Rim Na-ra and Seo Joon-ho")


def test_a_name_that_another_begins_with_is_typed_to_its_end(editor):
    for name in ("Seo Da", "Seo Da-on"):
        Byline.objects.create(name=name)
    editor.open()
    editor.page.get_by_role("button", name="+ Add").click()
    editor.page.keyboard.type("Seo Da-on")
    editor.page.keyboard.press("Enter")
    expect(editor.page.locator("#id_byline")).to_have_value("By Rim Na-ra and Seo Da-on")


def test_a_byline_that_is_no_list_of_names_stays_a_plain_field(editor):
    editor.page.evaluate(
        "(() => { const f = document.querySelector('#id_byline'); f.value = 'From wire reports'; "
        "f.dispatchEvent(new Event('input', {bubbles: true})) })()"
    )
    expect(editor.page.locator("#id_byline")).to_be_visible()
    expect(editor.page.locator("[data-byline-chips]")).to_be_hidden()


def test_the_tabs_go_by_arrow(editor):
    editor.page.get_by_role("tab", name="Checks and wire").focus()
    for name in ("Notes", "Leads"):
        editor.page.keyboard.press("ArrowRight")
        expect(editor.page.get_by_role("tabpanel", name=name)).to_be_visible()
    expect(editor.page.locator("#panel-checks")).to_be_hidden()


def test_the_figures_are_of_the_text_as_typed(editor):
    editor.write(" One more sentence.", number=6)
    expect(editor.page.locator("[data-figure=words]")).to_have_text("57")
    expect(editor.page.locator("[data-figure=grafs]")).to_have_text("6")
    expect(editor.page.locator("[data-figure=caret]")).to_have_text("¶6")
