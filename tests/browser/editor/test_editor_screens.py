"""Every state of the editor on every screen: no accessibility violation, no sideways scroll; plain without a script."""

import re

import pytest
from playwright.sync_api import expect

from stories.models import Draft

MARKED = "localStorage.setItem('writethru.editor', 'marked')"


def write_everything(editor):
    """A draft with every kind of mark."""
    page = editor.page
    editor.write(" It is 4.1 kilometers long.", number=1)
    editor.over(3)
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    editor.at_end_of(4)
    page.keyboard.press("Enter")
    page.keyboard.type('"We waited long enough for this," a driver named Gil Seo-jin said' + " and went on" * 12 + ".")
    page.locator("#id_attn").fill("CHANGES headline")
    page.locator("#id_attn").blur()
    expect(page.locator("[data-verdicts] li").first).to_be_visible()
    expect(page.locator(".wt-strip")).to_be_visible()


def test_every_state_is_sound(editor, screen, axe, fits, screenshot):
    page = editor.page
    page.evaluate(MARKED)
    editor.open()
    write_everything(editor)
    for mode in ("Marks", "Full"):
        page.get_by_text(mode, exact=True).click()
        axe(page)
        fits(page)
        screenshot(page, f"editor-{mode.lower()}", full_page=False)
    page.get_by_role("tab", name="Leads").click()
    axe(page)
    screenshot(page, "editor-leads", full_page=False)
    page.locator(".wt-sign").first.click()
    axe(page)
    screenshot(page, "editor-change", full_page=False)
    page.locator("[data-change-close]").click()
    editor.content.press("Control+Slash")
    axe(page)
    screenshot(page, "editor-keys", full_page=False)
    page.keyboard.press("Escape")
    editor.content.press("Control+KeyF")
    axe(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog", name=re.compile("File as"))).to_be_visible()
    axe(page)
    screenshot(page, "editor-file", full_page=False)


def test_touch_keeps_the_native_field_and_has_a_switch(page, signed_in, draft, screen, axe, fits):
    signed_in("reporter")
    page.goto(f"/stories/{draft.story_id}/draft/")
    touch = screen.width < 500
    expect(page.locator(".cm-content" if not touch else "#id_body")).to_be_visible()
    if not touch:
        return
    axe(page)
    fits(page)
    page.locator("#id_body").press("End")
    page.locator("#id_body").press_sequentially("Typed by thumb. ")
    expect(page.locator("[data-save-state]")).to_have_text(re.compile("^Saved"))
    assert "Typed by thumb." in Draft.objects.get().body
    page.get_by_role("button", name="Marked-up editor").click()
    expect(page.locator(".cm-content")).to_contain_text("Typed by thumb.")
    page.get_by_role("button", name="Plain field").click()
    expect(page.locator("#id_body")).to_be_visible()


def test_offline_and_found_text_are_sound_too(editor, context, axe, expected_complaints, screenshot):
    expected_complaints.append("net::ERR_")
    editor.page.route("**/draft/autosave/", lambda route: route.abort())
    editor.write(" Words only this device has.")
    expect(editor.state).to_have_text("Offline — kept on this device")
    axe(editor.page)
    screenshot(editor.page, "editor-offline", full_page=False)
    editor.page.on("dialog", lambda dialog: dialog.accept())
    editor.page.evaluate("void (navigator.sendBeacon = () => false)")
    editor.open()
    axe(editor.page)
    editor.page.get_by_role("button", name="Compare", exact=True).click()
    axe(editor.page)
    screenshot(editor.page, "editor-recovery", full_page=False)


def test_the_page_asks_for_joined_files(editor):
    fetched = editor.page.evaluate("performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)")
    names = sorted(re.sub(r"\.[0-9a-f]{12}", "", address) for address in fetched if address.endswith((".css", ".js")))
    assert names == [
        "/static/css/pages/editor.css",
        "/static/css/pages/every.css",
        "/static/css/print.css",
        "/static/js/editor/live.js",
        "/static/js/editor/main.js",
        "/static/js/every.js",
        "/static/vendor/writethru-editor.js",
    ]


@pytest.mark.parametrize("width", [320])
def test_nothing_sticks_out_of_a_narrow_window(editor, fits, width):
    editor.page.set_viewport_size({"width": width, "height": 700})
    fits(editor.page)


def test_without_a_script_the_page_is_the_plain_form(page, without_javascript, signed_in, draft, axe):
    signed_in("reporter")
    page.goto(f"/stories/{draft.story_id}/draft/")
    body = page.locator("#id_body")
    expect(body).to_be_visible()
    expect(page.locator("[data-tools], [data-figures], [data-tabs], [data-suggestion]").first).to_be_hidden()
    body.fill("Typed in the plain form.")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert Draft.objects.get().body == "Typed in the plain form."


def test_without_the_bundle_the_plain_field_saves_as_well(page, signed_in, draft, expected_complaints):
    expected_complaints.append("net::ERR_FAILED")
    signed_in("reporter")
    page.route("**/vendor/writethru-editor.*.js", lambda route: route.abort())
    page.goto(f"/stories/{draft.story_id}/draft/")
    expect(page.locator("#id_body")).to_be_visible()
    page.locator("#id_body").press("End")
    page.locator("#id_body").press_sequentially(" Plain but kept.")
    expect(page.locator("[data-save-state]")).to_have_text(re.compile("^Saved"))
    assert "Plain but kept." in Draft.objects.get().body


def test_compare_is_at_hand_on_every_screen(editor, screen, fits):
    expect(editor.page.locator(".story-act").get_by_role("link", name="Compare")).to_be_in_viewport()
    fits(editor.page)
