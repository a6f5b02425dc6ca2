"""The drawn photos."""

import io

import pytest
from PIL import Image

from stories.demo.canvas import Canvas, scatter
from stories.demo.photos import SCENES, photo_file
from stories.photos.iptc import read_iptc
from stories.photos.words import PhotoWords

WORDS = PhotoWords(caption="A scene. (Hanbit)", credit="Hanbit")


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_a_full_picture_with_its_words_in_both_places(name: str) -> None:
    data = photo_file(name, WORDS)
    assert read_iptc(data) == WORDS
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 800))
        assert b"A scene. (Hanbit)" in image.info["xmp"]
        assert len(image.convert("P", palette=Image.Palette.ADAPTIVE).getcolors()) > 50


def test_a_scene_is_the_same_each_time() -> None:
    assert photo_file("bridge", WORDS) == photo_file("bridge", WORDS)


def test_no_two_scenes_are_the_same() -> None:
    assert len({scene.draw().image.resize((30, 20)).tobytes() for scene in SCENES.values()}) == len(SCENES)


def test_every_scene_says_what_it_shows() -> None:
    assert all(len(scene.alt_text) > 30 for scene in SCENES.values())


def test_a_sheet_runs_from_its_first_colour_to_its_last() -> None:
    sheet = Canvas("#000000", "#808080", "#ffffff").image
    assert sheet.getpixel((5, 0)) < (5, 5, 5)
    assert sheet.getpixel((5, sheet.height - 1)) > (250, 250, 250)


def test_a_glow_ends_before_its_square_does() -> None:
    sheet = Canvas("#000000")
    sheet.glow(600, 400, 100, "#ffffff", 1)
    assert sheet.image.getpixel((1200, 800)) > (240, 240, 240)
    assert sheet.image.getpixel((1200 - 198, 800 - 198)) == (0, 0, 0)
    assert sheet.image.getpixel((1200, 800 - 199)) < (3, 3, 3)


def test_scattered_points_do_not_repeat() -> None:
    assert len(set(scatter(500))) == 500
