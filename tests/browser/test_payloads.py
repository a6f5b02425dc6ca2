"""Attacks in every field that takes a text, and every page that shows one, in a real browser: none comes alive.

The `complaints` of the fixtures catch what the content policy blocked, which is a hole in the escaping too.
"""

import pytest
from django.urls import reverse

from tests.hostile import PAYLOADS, addresses, hostile_newsroom

ALIVE = """() => {
    const made = "main script, img[src='x'], [onerror], [onload], [onfocus], [ontoggle], [onclick], [onbegin]," +
        "iframe, object, embed, base, portal, marquee, meta[http-equiv], [href^='javascript:' i], [href^='data:' i]," +
        "[formaction], [action^='javascript:' i], [hx-trigger], main style, x, svg animate, svg use[href^='data:']";
    return [window.hurt, ...[...document.querySelectorAll(made)].map((one) => one.outerHTML.slice(0, 200))];
}"""


@pytest.fixture
def hostile(desk, reporter, desk_editor, now, text, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return hostile_newsroom(desk, reporter, desk_editor, text, now)


def test_no_attack_in_any_field_comes_alive_on_any_page(page, signed_in, hostile, expected_complaints):
    expected_complaints.append("favicon.ico")  # of the pane beside the board, which is a part of a page
    signed_in("desk_editor")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    for address in addresses(*hostile):
        page.goto(address)
        assert "hurt" in page.content() or "/settings/" in address or "/account/" in address, address
        assert page.evaluate(ALIVE) == [None], address


def test_none_comes_alive_in_what_scripts_put_on_a_page(page, signed_in, hostile):
    """The search while one types, the pane beside the board, the editor's panels, a note beside the copy."""
    story, _ = hostile
    signed_in("desk_editor")
    page.goto("/search/")
    page.locator("#seek-q").press_sequentially("hurt")
    page.locator(".hit").first.wait_for()
    assert page.evaluate(ALIVE) == [None]
    page.goto("/")
    page.keyboard.press("j")
    page.locator("[data-pane-in] h2, [data-pane-in] h3").first.wait_for()
    assert page.evaluate(ALIVE) == [None]
    page.goto(reverse("draft", args=[story.pk]))
    page.locator(".cm-content").first.wait_for()
    page.locator(".cm-content").first.click()
    page.keyboard.type(PAYLOADS[20])
    page.get_by_text("Saved", exact=False).first.wait_for()
    for tab in page.get_by_role("tab").all():
        tab.click()
    assert page.evaluate(ALIVE) == [None]


def test_none_comes_alive_in_the_admin(page, signed_in, hostile):
    story, photo = hostile
    signed_in("admin")
    models = ("story", "version", "draft", "photo", "byline", "desk")
    pages = [reverse(f"admin:stories_{model}_changelist") for model in models]
    pages += [reverse("admin:auth_user_changelist"), reverse("admin:stories_version_changelist") + "?q=hurt"]
    pages += [
        reverse(f"admin:stories_{name}_change", args=[pk]) for name, pk in (("story", story.pk), ("photo", photo.pk))
    ]
    pages += [reverse("admin:stories_version_change", args=[story.versions.last().pk])]
    pages += [reverse("admin:stories_story_history", args=[story.pk])]
    for address in pages:
        page.goto(address)
        assert "hurt" in page.content(), address
        assert [one for one in page.evaluate(ALIVE) if one and "/static/admin" not in one] == [], address
