"""The strip of photos in the editor: brought in, put in order, given their words, and saved beside the text."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from stories.models import Draft, Photo
from stories.photos.iptc import write_iptc
from stories.photos.words import PhotoWords
from stories.services.drafting import save_draft, text_of
from stories.services.draftphotos import PhotoUse
from stories.services.photos import bring_photo
from tests.pictures import file_of, scene

HANGUL = PhotoWords(
    caption="하림시장이 9일 대로터널 개통식에서 인사말을 하고 있다.",
    credit="한빛",
    bylines=("임나라",),
    copyright="한빛 2026",
    city="하림",
)


def picture(name: str, seed: int, words: PhotoWords | None = None) -> dict[str, Any]:
    """A JPEG as the browser's file dialog gives it."""
    data = file_of(scene(seed, (900, 600)))
    return {"name": name, "mimeType": "image/jpeg", "buffer": write_iptc(data, words) if words else data}


def words(name: str) -> PhotoWords:
    return PhotoWords(caption=f"{name} at the Daero tunnel on Monday.", credit="Hanbit", copyright="Hanbit 2026")


class Strip:
    def __init__(self, editor: Any) -> None:
        self.editor, self.page = editor, editor.page
        self.tiles = self.page.locator("[data-tile]")
        self.uploads = self.page.locator(".upload")
        self.said = self.page.locator("[data-photos-said]")

    def choose(self, *files: dict[str, Any]) -> None:
        self.page.locator("[data-choose]").set_input_files(list(files))

    def captions(self) -> list[str]:
        return [self.tiles.nth(n).locator("textarea").first.input_value() for n in range(self.tiles.count())]

    def caption(self, number: int) -> Any:
        return self.tiles.nth(number - 1).locator("[name=photo_caption]")

    def credit(self, number: int) -> Any:
        return self.tiles.nth(number - 1).locator("[name=photo_credit]")

    def kept(self) -> list[str]:
        return list(self.editor.draft.photos.order_by("position").values_list("caption", flat=True))


@pytest.fixture
def three(draft: Draft, reporter: Any) -> Draft:
    """The draft with three photos: Ann, Ben and Cho."""
    now = draft.saved_at
    photos = [
        bring_photo(
            data=picture(f"{name}.jpg", seed, words(name))["buffer"], name=f"{name}.jpg", actor=reporter, now=now
        )
        for seed, name in enumerate(("Ann", "Ben", "Cho"), 1)
    ]
    uses = [PhotoUse(one.photo, one.photo.caption, one.photo.credit) for one in photos]
    return save_draft(draft=draft, revision=1, text=text_of(draft), photos=uses, actor=reporter, now=now)


@pytest.fixture
def strip(editor: Any) -> Strip:
    return Strip(editor)


@pytest.fixture
def strip_of_three(three: Draft, editor: Any) -> Strip:
    return Strip(editor)


def test_a_photo_brings_its_caption_and_credit_in_hangul(strip):
    strip.choose(picture("IMG_4471.jpg", 1, HANGUL))
    expect(strip.tiles).to_have_count(1)
    expect(strip.uploads).to_contain_text("IPTC caption and credit found")
    expect(strip.caption(1)).to_have_value(HANGUL.caption)
    expect(strip.credit(1)).to_have_value("(한빛)")
    expect(strip.tiles.first.locator("[data-tile-tag]")).to_have_text("+ new")
    strip.editor.is_saved()
    assert strip.kept() == [HANGUL.caption]


def test_the_caption_goes_into_the_wire_text_and_the_attn_names_the_photo(strip):
    strip.choose(picture("IMG_4471.jpg", 1, words("Ann")))
    expect(strip.page.locator("[data-wire-now]")).to_contain_text("Ann at the Daero tunnel on Monday. (Hanbit)")
    expect(strip.page.locator("[data-suggested]")).to_contain_text("ADDS photo")


def test_several_come_in_the_order_they_were_chosen(strip):
    strip.choose(*(picture(f"{name}.jpg", seed, words(name)) for seed, name in enumerate(("Ann", "Ben", "Cho"), 1)))
    expect(strip.tiles).to_have_count(3)
    assert [caption.split()[0] for caption in strip.captions()] == ["Ann", "Ben", "Cho"]


def test_arrow_keys_on_the_handle_put_photos_in_order_and_say_so(strip_of_three):
    strip = strip_of_three
    strip.page.get_by_role("button", name="Move photo 3 with the arrow keys").focus()
    strip.page.keyboard.press("ArrowLeft")
    expect(strip.said).to_have_text("Moved to place 2 of 3")
    strip.page.keyboard.press("ArrowUp")
    expect(strip.page.get_by_role("button", name="Move photo 1 with the arrow keys")).to_be_focused()
    strip.editor.is_saved()
    assert [caption.split()[0] for caption in strip.kept()] == ["Cho", "Ann", "Ben"]
    strip.page.keyboard.press("ArrowLeft")
    expect(strip.said).to_have_text("Photo 1 is the first")


def test_a_photo_is_dragged_by_its_handle(strip_of_three):
    strip = strip_of_three
    strip.editor.answered(lambda: None)  # what the server says of the text takes its room above the strip
    strip.tiles.nth(0).locator("[data-tile-grip]").hover()
    strip.page.mouse.down()
    goal = strip.tiles.nth(2).bounding_box()
    strip.page.mouse.move(goal["x"] + goal["width"] - 10, goal["y"] + 40, steps=12)
    strip.page.mouse.up()
    strip.editor.is_saved()
    assert [caption.split()[0] for caption in strip.kept()] == ["Ben", "Cho", "Ann"]


def test_a_removed_photo_comes_back_with_what_was_typed(strip_of_three):
    strip = strip_of_three
    strip.caption(2).fill("Typed by hand.")
    strip.page.get_by_role("button", name="Remove photo 2").click()
    expect(strip.tiles).to_have_count(2)
    strip.page.get_by_role("button", name="Undo").click()
    expect(strip.caption(2)).to_have_value("Typed by hand.")
    strip.editor.is_saved()
    assert strip.kept()[1] == "Typed by hand."


def test_another_picture_in_a_photos_place_leaves_the_typed_caption(strip_of_three):
    strip = strip_of_three
    strip.caption(1).fill("Typed by hand.")
    for number in (1, 2):
        files = picture(f"new{number}.jpg", 10 + number, words(f"New{number}"))
        strip.tiles.nth(number - 1).locator("[data-tile-file]").set_input_files(files)
        expect(strip.uploads.filter(has_text=f"new{number}.jpg")).to_contain_text("found")
    assert strip.captions()[:2] == ["Typed by hand.", "New2 at the Daero tunnel on Monday."]


def test_a_copy_of_a_kept_photo_gives_way_to_it_under_the_typed_caption(strip, reporter):
    kept = bring_photo(
        data=picture("Ann.jpg", 1, words("Ann"))["buffer"],
        name="Ann.jpg",
        actor=reporter,
        now=strip.editor.draft.saved_at,
    ).photo
    smaller = file_of(scene(1, (900, 600)).resize((600, 400)))
    strip.choose({"name": "s.jpg", "mimeType": "image/jpeg", "buffer": smaller})
    expect(strip.uploads).to_contain_text("It looks like one kept already")
    strip.caption(1).fill("Typed by hand.")
    strip.page.get_by_role("button", name="Use that one").click()
    expect(strip.tiles.first.locator("[name=photo]")).to_have_value(kept.sha256)
    expect(strip.caption(1)).to_have_value("Typed by hand.")
    strip.editor.is_saved()
    assert list(strip.editor.draft.photos.values_list("photo__sha256", "caption")) == [(kept.sha256, "Typed by hand.")]


@pytest.mark.parametrize("expected_complaints", [["422"]])
def test_what_is_no_photo_is_refused_by_name_and_leaves_nothing(strip):
    expect(strip.tiles).to_have_count(0)
    strip.choose({"name": "logo.jpg", "mimeType": "image/jpeg", "buffer": b"%!PS-Adobe-3.0 EPSF-3.0\n%%EOF"})
    expect(strip.uploads).to_contain_text("logo.jpg")
    expect(strip.uploads).to_contain_text("Send the photo as")
    assert not Photo.objects.exists()


@pytest.mark.parametrize("expected_complaints", [["Failed to load resource"]])
def test_an_upload_that_failed_is_tried_again(strip):
    strip.page.route("**/photos/upload/", lambda route: route.abort(), times=1)
    strip.choose(picture("IMG_1.jpg", 1, words("Ann")))
    strip.uploads.get_by_role("button", name="Retry").click()
    expect(strip.tiles).to_have_count(1)


def test_an_upload_is_stopped(strip):
    strip.page.route("**/photos/upload/", lambda route: None)
    strip.choose(picture("IMG_1.jpg", 1))
    strip.uploads.get_by_role("button", name="Cancel").click()
    expect(strip.uploads).to_have_count(0)
    expect(strip.tiles).to_have_count(0)


def test_two_tabs_lose_nothing_of_each_others_photos(three, editor, editor_of):
    strip, other = Strip(editor), Strip(editor_of("other_reporter"))
    strip.caption(1).fill("Ann, typed in the first tab.")
    strip.editor.is_saved()
    other.caption(3).fill("Cho, typed in the second tab.")
    expect(other.page.locator("[data-photos-notices]")).to_contain_text("Both of your changes are in")
    expect(other.caption(1)).to_have_value("Ann, typed in the first tab.")
    assert strip.kept()[0] == "Ann, typed in the first tab."
    assert strip.kept()[2] == "Cho, typed in the second tab."


@pytest.mark.parametrize("expected_complaints", [["409"]])
@pytest.mark.parametrize(("button", "stands"), [("Keep mine", "Second."), ("Take theirs", "First.")])
def test_the_same_caption_typed_in_two_tabs_is_asked_about(three, editor, editor_of, button, stands):
    strip, other = Strip(editor), Strip(editor_of("other_reporter"))
    strip.caption(1).fill("First.")
    strip.editor.is_saved()
    other.caption(1).fill("Second.")
    notices = other.page.locator("[data-photos-notices]")
    expect(notices).to_contain_text("Theirs, the caption of photo 1: First.")
    expect(other.caption(1)).to_have_value("Second.")
    assert strip.kept()[0] == "First."
    notices.get_by_role("button", name=button).click()
    other.editor.is_saved()
    assert strip.kept()[0] == stands


def test_text_saved_by_another_meanwhile_is_not_written_over_by_a_save_of_photos(three, editor, editor_of):
    strip, other = Strip(editor), editor_of("other_reporter")
    other.write(" Theirs.", number=5)
    other.is_saved()
    strip.caption(1).fill("Mine.")
    strip.editor.is_saved()
    strip.editor.write(" Mine.", number=2)
    expect(strip.page.locator("[data-notices]")).to_contain_text("in the text")
    assert editor.stored()[4].endswith("Theirs.")
    assert editor.stored()[1].endswith("Mine.")


def test_the_focal_point_and_the_crop_are_numbers(strip_of_three):
    strip = strip_of_three
    tile = strip.tiles.first
    tile.locator("summary").click()
    tile.locator("[name=photo_crop]").select_option("1x1")
    stage = tile.locator("[data-focal]")
    box = stage.bounding_box()
    stage.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.5})
    tile.locator(".focal-mark").press("ArrowRight")
    tile.locator(".focal-mark").press("Shift+ArrowUp")
    expect(strip.said).to_have_text("26% from the left, 40% from the top")
    strip.editor.is_saved()
    use = three_first(strip)
    assert (use.crop, use.focal_x, use.focal_y) == ("1x1", 26, 40)


def three_first(strip: Strip) -> Any:
    return strip.editor.draft.photos.order_by("position").first()


def pasted(strip: Strip, text: str) -> None:
    """What a browser does on paste, with a picture and perhaps words on the clipboard."""
    data = list(picture("image.png", 5)["buffer"])
    strip.page.evaluate(
        f"""() => {{
          const clipboardData = new DataTransfer();
          const bytes = new Uint8Array({json.dumps(data)});
          clipboardData.items.add(new File([bytes], "image.jpg", {{ type: "image/jpeg" }}));
          if ({json.dumps(text)}) clipboardData.setData("text/plain", {json.dumps(text)});
          const target = document.querySelector(".cm-content");
          target.dispatchEvent(new ClipboardEvent("paste", {{ clipboardData, bubbles: true, cancelable: true }}));
        }}"""
    )


def test_a_pasted_picture_becomes_a_photo(strip):
    pasted(strip, "")
    expect(strip.tiles).to_have_count(1)


def test_of_pasted_words_and_a_picture_the_words_win(strip):
    strip.editor.at_end_of(6)
    pasted(strip, " Pasted words.")
    expect(strip.editor.graf(6)).to_contain_text("Pasted words.")
    strip.page.wait_for_timeout(300)
    expect(strip.uploads).to_have_count(0)
    expect(strip.tiles).to_have_count(0)


def test_a_picture_dropped_on_the_copy_becomes_a_photo_and_no_text(strip):
    data = list(picture("dropped.jpg", 6)["buffer"])
    strip.page.evaluate(
        f"""() => {{
          const dataTransfer = new DataTransfer();
          const bytes = new Uint8Array({json.dumps(data)});
          dataTransfer.items.add(new File([bytes], "dropped.jpg", {{ type: "image/jpeg" }}));
          const target = document.querySelector(".cm-content");
          for (const name of ["dragover", "drop"])
            target.dispatchEvent(new DragEvent(name, {{ dataTransfer, bubbles: true, cancelable: true }}));
        }}"""
    )
    expect(strip.tiles).to_have_count(1)
    assert strip.editor.typed()[0].startswith("The mayor")
    assert not re.search("JFIF", "".join(strip.editor.typed()))
