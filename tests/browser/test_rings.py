"""The keyboard's place is seen on every page, light and dark: a ring of 3:1 against what it lies on."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.services.drafting import open_draft, save_draft

MANY = 120  # stops; more than any of these pages has
# A ring that lies inside its control is held against that one's ground, any other against the ground around it.
RING = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colour = (words) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = words;
    pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data;
  };
  const light = ([...rgb]) => rgb.slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (node) => {
    const found = node ? colour(getComputedStyle(node).backgroundColor) : [255, 255, 255, 255];
    return found[3] > 128 ? found : ground(node.parentElement);
  };
  const around = [at.closest(".seg label"), at].find((node) => node && getComputedStyle(node).outlineStyle !== "none");
  const name = `${at.outerHTML.slice(0, 120)}`;
  if (!around) return { name, contrast: getComputedStyle(at).boxShadow === "none" ? 0 : 21 };
  const style = getComputedStyle(around);
  const under = ground(parseFloat(style.outlineOffset) < 0 ? around : around.parentElement);
  const [less, more] = [light(colour(style.outlineColor)), light(under)].sort((a, b) => a - b);
  return { name, contrast: (more + 0.05) / (less + 0.05) };
}"""


@pytest.fixture
def addresses(live_server, first, reporter, text, now):
    draft = open_draft(story=first.story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(body=f"{first.body}\n\nTolls start in May."), actor=reporter, now=now)
    of_the_story = ("story", "draft_preview", "draft_saves", "draft_file")
    pages = [reverse(name, args=[first.story_id]) for name in of_the_story]
    return ["/", "/search/?q=toll", *pages, reverse("compare", args=[first.story_id, 1, "draft"])]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_stop_of_the_tab_key_has_a_ring_that_is_seen(page, signed_in, addresses, theme):
    signed_in("reporter")
    page.emulate_media(color_scheme=theme)
    faint = []
    for address in addresses:
        page.goto(address)
        expect(page.locator("#main")).to_be_visible()
        for _stop in range(MANY):
            page.keyboard.press("Tab")
            ring = page.evaluate(RING)
            if ring is None:
                break
            faint += [f"{address} {ring}"] * (ring["contrast"] < 3)
    assert not faint, "\n".join(dict.fromkeys(faint))
