"""What leaves the newsroom: the desk's words, the colours, and no word of where the camera stood."""

import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from stories.photos import jpeg
from stories.photos.iptc import read_iptc
from stories.photos.leaving import jpeg_leaving, png_leaving, webp_leaving
from stories.photos.pixels import opened
from stories.photos.rendering import render_all
from stories.photos.specs import FORMATS, Spec
from stories.photos.words import PhotoWords
from stories.photos.xmp import xmp_packet
from stories.photos.xmp_reading import read_xmp
from tests.pictures import SECRET, dataset, file_of, located, located_xmp, scene, with_record

WORDS = PhotoWords(
    caption="A ferry leaves Tongyeong (통영) on March 12, 2026. (Hanbit)",
    bylines=("Won Bi-chan",),
    credit="Hanbit",
    city="Tongyeong",
    taken=date(2026, 3, 12),
    keywords=("ferry", "여객선"),
    copyright="Hanbit",
)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
COMMENT = b"\xff\xfe\x00\x0cserial 42."
needs_exiftool = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="needs exiftool: apt-get install libimage-exiftool-perl"
)


def from_a_phone(kind: str = "JPEG", orientation: int = 6) -> bytes:
    options = {} if kind == "PNG" else {"xmp": located_xmp()}
    data = file_of(scene(), kind, exif=located(orientation), icc_profile=PROFILE, **options)
    if kind != "JPEG":
        return data
    return with_record(data[:2] + COMMENT + data[2:], dataset(120, SECRET)) + SECRET


def left(kind: str, orientation: int = 6) -> bytes:
    data = from_a_phone(kind, orientation)
    if kind == "JPEG":
        return jpeg_leaving(data, WORDS, orientation)
    return png_leaving(data, orientation) if kind == "PNG" else webp_leaving(data, WORDS, (240, 160), orientation)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pixels_colours_and_how_it_was_held_stay_and_all_else_of_the_camera_goes(kind: str) -> None:
    before, after = from_a_phone(kind), left(kind)
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert new.tobytes() == old.tobytes()
        assert new.info["icc_profile"] == PROFILE
        assert new.getexif()[0x0112] == 6
        assert set(new.getexif()) <= {0x0112, 0x011A, 0x011B, 0x0128, 0x0213}
        assert not new.getexif().get_ifd(0x8825)
    for secret in (SECRET, b"harbor at dusk", b"serial 42", b"GPS"):
        assert secret not in after


def test_an_upright_picture_needs_no_exif_at_all() -> None:
    assert not [segment for segment in jpeg.take_apart(left("JPEG", 1))[0] if segment.payload.startswith(b"Exif")]


def test_the_words_are_in_both_standards() -> None:
    after = left("JPEG")
    assert read_iptc(after) == WORDS
    with Image.open(io.BytesIO(after)) as image:
        assert read_xmp(image.info["xmp"]) == WORDS
    with Image.open(io.BytesIO(left("WEBP"))) as image:
        assert read_xmp(image.info["xmp"]) == WORDS


def test_a_plain_webp_gets_the_head_that_words_need() -> None:
    for options in ({}, {"lossless": True}):
        plain = file_of(scene().convert("RGBA"), "WEBP", **options)
        with Image.open(io.BytesIO(webp_leaving(plain, WORDS, (240, 160)))) as image:
            assert (image.size, image.mode) == ((240, 160), "RGB" if not options else image.mode)
            assert read_xmp(image.info["xmp"]) == WORDS


@pytest.mark.parametrize("ending", FORMATS)
def test_a_rendition_carries_nothing_of_the_camera_and_keeps_its_colours(ending: str) -> None:
    with opened(from_a_phone(), "JPEG") as picture:
        (made,) = render_all(picture, [Spec(320, ending)])
    with Image.open(io.BytesIO(made.data)) as image:
        assert (image.size, image.info["icc_profile"]) == ((160, 240), PROFILE)
        assert not dict(image.getexif())
        assert not image.info.get("xmp")
    assert SECRET not in made.data


@needs_exiftool
@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_exiftool_reads_the_words_and_finds_no_place_and_no_fault(kind: str, tmp_path: Path) -> None:
    said = exiftool(left(kind), tmp_path / f"a.{kind.lower()}")
    assert said["ExifTool:Validate"] == "OK"
    assert not [key for key in said if "GPS" in key or key.endswith("Warning")]
    groups = ["XMP-dc:Description", "IPTC:Caption-Abstract"] if kind == "JPEG" else ["XMP-dc:Description"]
    assert {said[name] for name in groups} == {WORDS.caption}
    assert said["XMP-photoshop:Credit"] == "Hanbit"
    assert said["XMP-dc:Subject"] == ["ferry", "여객선"]


@needs_exiftool
@pytest.mark.skipif("avif" not in FORMATS, reason="needs a Pillow that writes AVIF")
def test_exiftool_reads_the_words_of_an_avif(tmp_path: Path) -> None:
    with opened(from_a_phone(), "JPEG") as picture:
        (made,) = render_all(picture, [Spec(320, "avif")], xmp=xmp_packet(WORDS))
    said = exiftool(made.data, tmp_path / "a.avif")
    assert (said["XMP-dc:Description"], said["XMP-photoshop:Credit"]) == (WORDS.caption, "Hanbit")
    assert not [key for key in said if "GPS" in key]


def exiftool(data: bytes, path: Path) -> dict[str, object]:
    path.write_bytes(data)
    flags = ["-j", "-G1", "-a", "-validate", "-warning", "-charset", "iptc=utf8"]
    done = subprocess.run(["exiftool", *flags, "-all", str(path)], capture_output=True, check=True)
    (said,) = json.loads(done.stdout)
    return said
