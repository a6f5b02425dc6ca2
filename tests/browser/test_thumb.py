"""On a phone nothing that is pressed is lower than a thumb: 44 pixels on every page, links amid words excepted."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.services.drafting import open_draft, save_draft
from stories.services.noting import write_note
from stories.services.photos import bring_photo
from stories.services.submitting import submit_draft
from tests.browser.conftest import Screen
from tests.pictures import file_of, scene

PHONE = Screen("390-light", 390, 844, "light")
OF_THE_STORY = ("story", "draft", "draft_preview", "draft_file", "draft_submit", "draft_saves", "review")
OF_THE_STORY += ("notes", "audit", "kill", "embargo")
PLACES = ("board", "queue", "search", "story_new", "import", "photo_library", "settings", "notifications", "account")
WIRE = "(URGENT) Haedam-ferry\n\nFerry stops\n\nHAEDAM, March 9 (Hanbit) -- The ferry stopped on Monday.\n\n(END)\n"

# A label belongs to its tick box, and what is drawn around a control to reach further belongs to it too.
TOO_LOW = """() => {
  document.querySelectorAll("main details").forEach((fold) => (fold.open = true));
  const height = (node) => node.getBoundingClientRect().height;
  const reach = (node) => {
    const drawn = getComputedStyle(node, "::after");
    return drawn.position === "absolute" && drawn.content !== "none" ? parseFloat(drawn.height) || 0 : 0;
  };
  const words = (node) => node.textContent.trim().length;
  const amidWords = (node) => getComputedStyle(node).display === "inline" && words(node.parentElement) > words(node);
  const found = [];
  for (const node of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!node.checkVisibility({ visibilityProperty: true }) || node.closest("svg, .skip, .vh")) continue;
    const label = /checkbox|radio/.test(node.type) ? (node.closest("label") ?? node.labels[0]) : node;
    const mine = Math.max(height(node), reach(node), height(label ?? node));
    if (height(node) > 0 && mine < 43.5 && !amidWords(node)) found.push(`${mine}: ${node.outerHTML.slice(0, 160)}`);
  }
  return found;
}"""


@pytest.fixture
def browser_context_args(browser_context_args):
    size = {"width": PHONE.width, "height": PHONE.height}
    return {**browser_context_args, "viewport": size, "has_touch": True, "is_mobile": True}


@pytest.fixture
def addresses(live_server, first, reporter, desk_editor, text, now):
    """Every kind of page, with something of each kind on it."""
    photo = bring_photo(data=file_of(scene()), name="pier.jpg", actor=reporter, now=now).photo
    draft = open_draft(story=first.story, actor=reporter, now=now)
    body = f"{first.body.replace('five', 'six')}\n\nTolls start in in May. {'It is long. ' * 40}"
    fresh = text(attn="ADDS tolls in para 2", body=body)
    draft = save_draft(draft=draft, revision=1, text=fresh, actor=reporter, now=now)
    write_note(story=first.story, body="Which May?", actor=desk_editor, now=now, draft=draft, graf=0)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    story = first.story_id
    pages = [reverse(name) for name in PLACES] + [reverse(name, args=[story]) for name in OF_THE_STORY]
    pages += [reverse("version", args=[story, 1]), reverse("draft_save", args=[story, 2])]
    pages += [f"{reverse('compare', args=[story, '1', 'draft'])}?view={view}" for view in ("side", "clean")]
    return [*pages, "/?mine=1&label=first", reverse("photo_about", args=[photo.sha256]), "/search/?q=toll"]


def test_nothing_that_is_pressed_is_lower_than_a_thumb(page, signed_in, addresses):
    signed_in("desk_editor")
    low = {}
    for address in addresses:
        page.goto(address)
        low |= {f"{address} {found}": None for found in page.evaluate(TOO_LOW)}
    assert not low, "\n".join(low)


def test_so_it_is_before_one_is_signed_in(page, live_server, db):
    for address in (reverse("sign_in"), reverse("password_reset")):
        page.goto(address)
        assert page.evaluate(TOO_LOW) == [], address


def test_so_it_is_of_copy_that_is_brought_in(page, signed_in, live_server, desk):
    signed_in("desk_editor")
    page.goto(reverse("import"))
    page.get_by_label("Desk").select_option("Politics")
    page.get_by_label("Paste a filed text").fill(f"{WIRE}\nA stray line.\n")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("button", name="Keep it")).to_be_visible()
    assert page.evaluate(TOO_LOW) == []
