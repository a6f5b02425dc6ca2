"""What leaves the newsroom: the desk's words, the colours, and no word of where the camera stood."""

import io
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from stories.photos import jpeg, webp
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
    return (
        png_leaving(data, WORDS, orientation) if kind == "PNG" else webp_leaving(data, WORDS, (240, 160), orientation)
    )


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
    for kind in ("WEBP", "PNG"):
        with Image.open(io.BytesIO(left(kind))) as image:
            assert read_xmp(image.info["xmp"]) == WORDS


def test_what_stands_between_the_scans_of_a_jpeg_stays_here_too() -> None:
    segments, picture = jpeg.take_apart(file_of(scene(), progressive=True))
    second = picture.index(b"\xff\xc4")  # the tables of the second scan
    aside = b"\xff\xfe\x00\x0d" + SECRET
    after = jpeg_leaving(jpeg.put_together(segments, picture[:second] + aside + picture[second:]), WORDS)
    assert SECRET not in after
    assert (
        Image.open(io.BytesIO(after)).tobytes()
        == Image.open(io.BytesIO(jpeg.put_together(segments, picture))).tobytes()
    )


@pytest.mark.parametrize("mark", [b"JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x03\x01", b"JFXX\x00\x13\x03\x01", b"CIFF"])
def test_a_small_picture_or_a_cameras_notes_in_the_first_segment_stay_here(mark: bytes) -> None:
    plain = file_of(scene())
    payload = mark + SECRET[:9]
    after = jpeg_leaving(plain[:2] + b"\xff\xe0" + (len(payload) + 2).to_bytes(2, "big") + payload + plain[2:], WORDS)
    assert SECRET[:9] not in after
    assert Image.open(io.BytesIO(after)).tobytes() == Image.open(io.BytesIO(plain)).tobytes()


def test_what_nobody_knows_in_a_webp_stays_here() -> None:
    chunks = [*webp.take_apart(file_of(scene(), "WEBP")), webp.Chunk(b"NOTE", SECRET)]
    after = webp_leaving(webp.put_together(chunks, 240, 160), WORDS, (240, 160))
    assert SECRET not in after
    assert Image.open(io.BytesIO(after)).size == (240, 160)


def test_words_too_many_for_a_jpeg_are_cut_and_not_left_out() -> None:
    many = tuple(f"{number}{'&' * 230}" for number in range(100))
    words = replace(WORDS, caption="통" * 20_000, keywords=many, rights="<" * 4000, alt_text="통영")
    said = read_xmp(Image.open(io.BytesIO(jpeg_leaving(file_of(scene()), words))).info["xmp"])
    assert (said.caption, said.alt_text, said.copyright) == ("통" * 4000, "통영", "Hanbit")
    assert len(said.keywords) == 50


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
    assert b"serial 42" not in made.data


@needs_exiftool
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
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
