"""Captions and credits in the IPTC record."""

import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from stories.photos import jpeg, photoshop
from stories.photos.iptc import cut_bytes, read_iptc, write_iptc
from stories.photos.words import PhotoWords
from stories.photos.xmp import xmp_packet

WORDS = PhotoWords(
    headline="Ferry leaves",
    caption="A ferry leaves <Tongyeong> & Neulbo (통영) on March 12, 2026. (Hanbit)",
    bylines=("Won Bi-chan",),
    credit="Hanbit",
    city="Tongyeong",
    taken=date(2026, 3, 12),
)


def picture(**options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG", **options)
    return out.getvalue()


def with_record(datasets: bytes, **options: object) -> bytes:
    """A picture whose record holds these bytes, as another program would have written them."""
    segments, rest = jpeg.take_apart(picture(**options))
    resource = photoshop.Resource(photoshop.IPTC, datasets)
    return jpeg.put_together([*segments, *photoshop.segments_of([resource])], rest)


def dataset(number: int, value: bytes, record: int = 2) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def test_what_is_written_is_read_back() -> None:
    assert read_iptc(write_iptc(picture(), WORDS)) == WORDS


def test_writing_twice_changes_nothing_more() -> None:
    once = write_iptc(picture(), WORDS)
    assert write_iptc(once, WORDS) == once


def test_the_pixels_are_untouched() -> None:
    before = picture()
    _, pixels = jpeg.take_apart(before)
    assert write_iptc(before, WORDS).endswith(pixels)


def test_a_picture_without_a_record_says_nothing() -> None:
    assert read_iptc(picture()) == PhotoWords()


def test_an_empty_field_leaves_what_the_file_has() -> None:
    changed = write_iptc(write_iptc(picture(), WORDS), PhotoWords(caption="New."))
    assert (read_iptc(changed).caption, read_iptc(changed).credit) == ("New.", "Hanbit")


def test_what_other_programs_wrote_is_kept() -> None:
    keyword = dataset(25, b"harbor")
    assert keyword in write_iptc(with_record(keyword), WORDS)


def test_other_resources_of_photoshop_are_kept() -> None:
    segments, rest = jpeg.take_apart(picture())
    other = photoshop.Resource(0x03ED, b"resolution!", b"odd")
    written = write_iptc(jpeg.put_together([*segments, *photoshop.segments_of([other])], rest), WORDS)
    assert other in photoshop.resources(jpeg.take_apart(written)[0])


def test_a_record_without_a_character_set_is_read_as_latin_where_it_is_not_utf_8() -> None:
    assert read_iptc(with_record(dataset(90, "Málaga".encode("cp1252")))).city == "Málaga"


def test_old_latin_text_is_right_under_the_new_character_set() -> None:
    city = dataset(90, "Málaga".encode("cp1252"))
    written = write_iptc(with_record(city), PhotoWords(caption="x"))
    assert read_iptc(written).city == "Málaga"
    assert b"\x1b%G" in written


@pytest.mark.parametrize(("field", "limit"), [("source", 32), ("city", 32), ("headline", 256), ("caption", 2000)])
def test_a_long_text_is_cut_at_its_limit_and_between_characters(field: str, limit: int) -> None:
    kept = getattr(read_iptc(write_iptc(picture(), PhotoWords(**{field: "통" * 1000}))), field)
    assert kept == "통" * (limit // 3)


def test_cutting_never_leaves_half_a_character() -> None:
    assert cut_bytes("aé", 2) == b"a"


def test_a_damaged_record_gives_what_stands_before_the_damage() -> None:
    record = dataset(90, b"Busan") + b"\x1c\x02\x78\xff\xff rest"
    assert read_iptc(with_record(record)) == PhotoWords(city="Busan")


def test_a_date_that_is_none_is_left_out() -> None:
    assert read_iptc(with_record(dataset(55, b"2026????"))).taken is None


def test_many_resources_run_over_several_segments() -> None:
    segments, rest = jpeg.take_apart(picture())
    big = photoshop.Resource(0x0FA0, bytes(150_000))
    written = write_iptc(jpeg.put_together([*segments, *photoshop.segments_of([big])], rest), WORDS)
    assert big in photoshop.resources(jpeg.take_apart(written)[0])
    assert read_iptc(written) == WORDS
    Image.open(io.BytesIO(written)).load()


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\xff\xd8", b"\x89PNG", b"\xff\xd8\xff\xe0\xff\xff short", b"\xff\xd8nope"]
)
def test_what_is_not_a_jpeg_is_refused(data: bytes) -> None:
    with pytest.raises(jpeg.NotAJpeg):
        write_iptc(data, WORDS)


@pytest.mark.parametrize("cut", range(2, 620, 7))
def test_a_file_cut_anywhere_in_its_head_is_refused_or_read(cut: int) -> None:
    try:
        read_iptc(write_iptc(picture(), WORDS)[:cut])
    except jpeg.NotAJpeg:
        return


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="needs exiftool: apt-get install libimage-exiftool-perl")
def test_exiftool_finds_nothing_wrong_and_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(write_iptc(picture(xmp=xmp_packet(WORDS)), WORDS))
    flags = ["-j", "-G1", "-a", "-validate", "-warning", "-charset", "iptc=utf8"]
    done = subprocess.run(["exiftool", *flags, "-IPTC:all", "-XMP:all", str(path)], capture_output=True, check=True)
    (said,) = json.loads(done.stdout)
    assert said["ExifTool:Validate"] == "OK"
    assert not [key for key in said if key.endswith("Warning")]
    assert said["IPTC:Caption-Abstract"] == said["XMP-dc:Description"] == WORDS.caption
    assert said["IPTC:Credit"] == said["XMP-photoshop:Credit"] == "Hanbit"
    assert said["IPTC:By-line"] == said["XMP-dc:Creator"] == "Won Bi-chan"
    assert said["IPTC:DateCreated"] == "2026:03:12"


def test_the_xmp_packet_escapes_what_it_holds() -> None:
    packet = xmp_packet(PhotoWords(caption='<b> & "c"')).decode()
    assert "&lt;b&gt; &amp;" in packet
    assert "<b>" not in packet
