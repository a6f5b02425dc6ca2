"""Crops, sizes, names of renditions, and telling nearly the same picture."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from stories.photos.crops import PRESETS, crop_box
from stories.photos.fingerprint import distance, fingerprint
from stories.photos.pixels import opened
from stories.photos.rendering import render_all
from stories.photos.specs import WIDTHS, NoSuchSpec, Spec, read_spec, widths_for
from stories.queries.photos.near import ALIKE, SAME
from tests.pictures import file_of, scene

percent = st.integers(0, 100)
sides = st.integers(1, 5000)


@given(sides, sides, st.sampled_from(list(PRESETS)), percent, percent)
def test_a_crop_lies_inside_has_its_shape_and_holds_its_focal_point(
    width: int, height: int, preset: str, x: int, y: int
) -> None:
    left, top, right, bottom = crop_box(width, height, preset, x, y)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    across, down = PRESETS[preset]
    assert abs((right - left) * down - (bottom - top) * across) <= max(across, down)
    assert left <= round(width * x / 100) <= right
    assert top <= round(height * y / 100) <= bottom
    assert right - left == width or bottom - top == height


def test_a_crop_is_as_near_around_its_point_as_the_picture_allows() -> None:
    assert crop_box(1000, 500, "1x1", 50, 50) == (250, 0, 750, 500)
    assert crop_box(1000, 500, "1x1", 0, 50) == (0, 0, 500, 500)
    assert crop_box(1000, 500, "1x1", 90, 10) == (500, 0, 1000, 500)
    assert crop_box(1000, 500, "") == (0, 0, 1000, 500)


@pytest.mark.parametrize("name", ["640.jpg", "full.jpg", "1280-16x9-0-100.webp", "320-1x1-50-7.webp"])
def test_each_rendition_has_one_name(name: str) -> None:
    assert str(read_spec(name)) == name


@pytest.mark.parametrize(
    "name", ["", "641.jpg", "640.gif", "640", "640-2x1-50-50.jpg", "640-1x1.jpg", "640-1x1-050-50.jpg", "640.jpg\n",
             "640-1x1-101-50.jpg", "0.jpg", "original"]
)  # fmt: skip
def test_all_else_names_none(name: str) -> None:
    with pytest.raises(NoSuchSpec):
        read_spec(name)


@pytest.mark.parametrize(
    ("own", "widths"), [(60, (320,)), (320, (320,)), (321, (320, 640)), (1500, WIDTHS), (9000, WIDTHS)]
)  # fmt: skip
def test_widths_go_up_to_the_one_that_shows_all(own: int, widths: tuple[int, ...]) -> None:
    assert widths_for(own) == widths


def test_no_picture_is_made_larger_and_each_width_keeps_the_shape() -> None:
    with opened(file_of(scene(1, (900, 600))), "JPEG") as picture:
        made = {one.spec.width: (one.width, one.height) for one in render_all(picture, map(Spec, (320, 640, 1280)))}
    assert made == {1280: (900, 600), 640: (640, 427), 320: (320, 213)}


def test_a_large_jpeg_is_opened_no_larger_than_asked_and_says_its_own_size() -> None:
    with opened(file_of(scene(1, (3200, 2400))), "JPEG", least=640) as picture:
        assert picture.image.size == (800, 600)
        assert (picture.width, picture.height) == (3200, 2400)


def test_transparent_places_are_white_in_a_jpeg_and_transparent_in_a_webp() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    with opened(file_of(clear, "PNG"), "PNG") as picture:
        made = {one.spec.ending: one.data for one in render_all(picture, [Spec(320, "jpg"), Spec(320, "webp")])}
    assert Image.open(io.BytesIO(made["jpg"])).getpixel((5, 5)) == (255, 255, 255)
    assert Image.open(io.BytesIO(made["webp"])).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "I;16", "LA"])
def test_every_way_of_keeping_colours_is_shown(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    with opened(file_of(scene().convert("L" if mode == "I;16" else "RGB").convert(mode), kind), kind) as picture:
        (made,) = render_all(picture, [Spec(320)])
    assert Image.open(io.BytesIO(made.data)).mode in ("RGB", "L")


def test_a_dark_picture_of_sixteen_bits_stays_as_dark() -> None:
    dark = Image.frombytes("I;16", (80, 60), (b"\x28\x23" * 40 + b"\x00\x40" * 40) * 60)  # 9,000 and 16,384
    for kind in ("PNG", "TIFF"):
        with opened(file_of(dark, kind), kind) as picture:
            assert picture.image.getextrema() == (35, 63)


def copies(image: Image.Image) -> list[Image.Image]:
    small = image.resize((image.width // 3, image.height // 3))
    saved = Image.open(io.BytesIO(file_of(image, quality=35)))
    paler = image.point(lambda value: min(255, round(value * 0.8) + 30))
    return [small, saved, paler, image.convert("L")]


@pytest.mark.parametrize("seed", range(4))
def test_a_copy_is_told_and_another_picture_is_not(seed: int) -> None:
    image = scene(seed, (720, 480))
    own = fingerprint(image)
    assert max(distance(own, fingerprint(copy)) for copy in copies(image)) <= SAME
    assert min(distance(own, fingerprint(scene(other))) for other in range(10, 40)) > ALIKE


@pytest.mark.parametrize("colour", ["navy", "firebrick", "seagreen", "gold"])
def test_a_flat_card_with_one_figure_looks_like_nothing(colour: str) -> None:
    card = Image.new("RGB", (600, 400), colour)
    ImageDraw.Draw(card).ellipse((200, 100, 400, 300), fill="white")
    saved = Image.open(io.BytesIO(file_of(card, quality=60)))
    assert (fingerprint(card), fingerprint(saved)) == ("", "")


def test_a_picture_of_one_tone_looks_like_nothing() -> None:
    assert fingerprint(Image.new("RGB", (60, 40), "navy")) == ""
