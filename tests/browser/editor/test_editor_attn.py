"""The ATTN line in the editor: offered to who never wrote one, and right while the copy moves."""

import re

from playwright.sync_api import expect

QUOTE = '"It was worth the wait," said the first driver through.'


def line(page):
    return page.locator("#id_attn")


def test_who_writes_a_new_paragraph_is_offered_a_line_that_holds(editor):
    editor.at_end_of(3)
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type(QUOTE)
    expect(editor.page.locator("[data-suggested]")).to_have_text("ADDS remarks in 4th para")
    expect(line(editor.page)).to_have_value("")

    editor.page.get_by_role("button", name="Use", exact=True).click()

    expect(line(editor.page)).to_have_value("ADDS remarks in 4th para")
    expect(editor.page.locator("[data-suggestion]")).to_have_class(re.compile("same"))
    editor.is_saved()


def test_the_numbers_in_the_field_follow_their_paragraphs(editor):
    editor.at_end_of(3)
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type(QUOTE)
    line(editor.page).fill("ADDS driver's remarks in para 4")
    editor.is_saved()

    editor.at_end_of(1)
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type("Rain fell through the whole of the ceremony at the north gate.")

    expect(line(editor.page)).to_have_value("ADDS driver's remarks in para 5")


def test_without_a_script_the_line_waits_beside_the_field_and_is_used_by_a_button(
    page, signed_in, draft, without_javascript
):
    signed_in("reporter")
    page.goto(f"/stories/{draft.story_id}/draft/")
    copy = page.get_by_label("Copy", exact=True)
    copy.fill(f"{copy.input_value()}\n\n{QUOTE}")
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".attn-now")).to_contain_text("ADDS remarks in 7th para")
    expect(line(page)).to_have_value("")

    page.get_by_role("button", name="Use", exact=True).click()

    expect(line(page)).to_have_value("ADDS remarks in 7th para")


def test_the_last_look_names_the_claims_that_do_not_hold(editor):
    line(editor.page).fill("CHANGES headline")
    editor.answered(lambda: editor.write(" Officials said that 3,000 cars an hour can pass.", number=2))
    editor.is_saved()

    editor.page.locator("[data-file]").click()

    claims = editor.page.locator("[data-filing-claims]")
    expect(claims.locator(".verdict-false")).to_contain_text("the headline has not changed")
    expect(claims.get_by_role("button")).to_have_count(0)


def test_a_quotation_asked_about_keeps_its_own_marks(editor):
    asked = {"clause": "CORRECTS quotation", "old": '"We heard it,"', "new": "41 billion", "grafs": [0]}

    def with_question(route):
        given = route.fetch()
        answer = given.json()
        answer["attn"]["questions"] = [asked]
        route.fulfill(response=given, json=answer)

    editor.page.route("**/draft/analysis/", with_question)
    editor.write(" It rained.")
    said = editor.page.locator("[data-verdicts]")
    expect(said).to_contain_text('? "We heard it," was sent; it reads “41 billion” now.')
    editor.is_saved()
    editor.page.unroute_all(behavior="wait")
