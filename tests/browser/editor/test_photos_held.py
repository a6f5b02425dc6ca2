"""Photos that keep a lead from going out are named before it goes to the desk: an approval cures none of them."""

import pytest
from playwright.sync_api import expect

from stories.models import Desk, Submission
from stories.photos.iptc import write_iptc
from stories.photos.words import PhotoWords
from tests.pictures import file_of, scene

SAID = "Photo 1 says nothing of its rights."


@pytest.fixture
def without_rights(transactional_db, desk, editor):
    """The editor with a photo whose rights nobody gave, at a desk that approves first."""
    Desk.objects.filter(pk=desk.pk).update(approval=Desk.Approval.DESK)
    words = PhotoWords(caption="The Daero tunnel on Monday.", credit="Hanbit")
    data = write_iptc(file_of(scene(1, (900, 600))), words)
    editor.open()
    editor.page.locator("[data-choose]").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": data})
    expect(editor.page.locator("[data-tile]")).to_have_count(1)
    return editor


def test_the_checks_name_it_and_lead_to_it(without_rights, axe):
    page = without_rights.page
    held = page.locator("[data-checks-now] .is-stop")
    expect(held).to_contain_text(SAID)
    axe(page)
    held.get_by_role("button", name="See photo 1").click()
    expect(page.get_by_label("Caption of photo 1")).to_be_focused()


def test_the_last_look_before_the_desk_names_it_and_leads_to_it(without_rights, axe):
    page = without_rights.page
    expect(page.locator("[data-checks-now]")).to_contain_text(SAID)
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-submit-held]")).to_contain_text(SAID)
    axe(page)
    page.locator("[data-submit-held]").get_by_role("button", name="See photo 1").click()
    expect(page.get_by_label("Caption of photo 1")).to_be_focused()
    assert not Submission.objects.exists()


def test_the_last_look_before_the_wire_leads_to_it_too(without_rights, desk):
    Desk.objects.filter(pk=desk.pk).update(approval=Desk.Approval.NONE)
    page = without_rights.open().page
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-filing-blockers]")).to_contain_text(SAID)
    page.locator("[data-filing-blockers]").get_by_role("button", name="See photo 1").click()
    expect(page.get_by_label("Caption of photo 1")).to_be_focused()
