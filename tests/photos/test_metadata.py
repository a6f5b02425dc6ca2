"""What a file says of itself, and which of its voices is believed."""

import hashlib
import io
from datetime import date, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from stories.photos import photoshop
from stories.photos.charsets import decode_text
from stories.photos.exif import Exif, exif_block, read_exif
from stories.photos.iptc import read_record
from stories.photos.metadata import MOST_ITEMS, read_metadata
from stories.photos.words import NOTHING, PhotoWords
from stories.photos.xmp import xmp_packet
from stories.photos.xmp_reading import read_xmp
from tests.pictures import dataset, file_of, located, scene, with_record, xmp

SEOUL = timezone(timedelta(hours=9))
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
FULL = PhotoWords(
    headline="Ferry leaves",
    caption="A ferry leaves <Tongyeong> & Neulbo (통영). (Hanbit)",
    bylines=("Won Bi-chan", "서준호"),
    credit="Hanbit",
    source="Hanbit Photo",
    location="Port",
    city="Tongyeong",
    province="South Gyeongsang",
    country="South Korea",
    taken=date(2026, 3, 12),
    taken_at=time(18, 5, 9, tzinfo=SEOUL),
    keywords=("ferry", "여객선"),
    instructions="Not for sale",
    copyright="© 2026 Hanbit",
    rights="With the story only",
    alt_text="A white ferry.",
)


def read(data: bytes, kind: str = "JPEG") -> PhotoWords:
    with Image.open(io.BytesIO(data)) as image:
        return read_metadata(data, kind, exif=image.info.get("exif", b""), xmp=image.info.get("xmp", b"")).words


def test_what_is_written_as_xmp_is_read_back() -> None:
    assert read_xmp(xmp_packet(FULL)) == FULL


def test_short_forms_of_xmp_are_read() -> None:
    packet = xmp("").replace(b'rdf:about=""', b'rdf:about="" photoshop:City="Busan" photoshop:DateCreated="2026-03-12"')
    assert read_xmp(packet) == PhotoWords(city="Busan", taken=date(2026, 3, 12))


def test_the_default_language_is_the_caption() -> None:
    items = '<rdf:li xml:lang="ko">배</rdf:li><rdf:li xml:lang="x-default">A boat</rdf:li>'
    packet = xmp(f"<dc:description><rdf:Alt>{items}</rdf:Alt></dc:description>")
    assert read_xmp(packet).caption == "A boat"


PLACE = (
    '<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Harim</Iptc4xmpExt:City>'
    "</rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>"
    '<Iptc4xmpExt:LocationCreated rdf:parseType="Resource"><Iptc4xmpExt:City>Nara</Iptc4xmpExt:City>'
    "<Iptc4xmpExt:CountryName>Japan</Iptc4xmpExt:CountryName><exif:GPSLatitude>34,41.1N</exif:GPSLatitude>"
    "</Iptc4xmpExt:LocationCreated>"
)


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        (PLACE, PhotoWords(city="Nara", country="Japan")),
        (PLACE.replace("LocationCreated", "Other"), PhotoWords(city="Harim")),
        (PLACE + "<photoshop:City>Busan</photoshop:City>", PhotoWords(city="Busan")),
    ],
)
def test_a_place_with_parts_of_its_own_is_read_where_no_plain_one_stands(properties: str, words: PhotoWords) -> None:
    assert read_xmp(xmp(properties)) == words


@pytest.mark.parametrize("packet", [b"", b"<x", BOMB, OUTSIDE, b"<a>" * 60_000, b"\xff\xfe<\x00x\x00", b"<x/>" * 9])
def test_a_packet_that_is_none_or_hostile_says_nothing(packet: bytes) -> None:
    assert read_xmp(packet) == NOTHING


def test_a_packet_as_deep_as_is_read_breaks_nothing() -> None:
    assert read_xmp(b"<a>" * 9_000 + b"</a>" * 9_000) == NOTHING


@pytest.mark.parametrize(
    ("value", "named", "text"),
    [
        ("통영항".encode(), b"", "통영항"),
        ("통영항".encode("cp949"), b"", "통영항"),
        ("통영항".encode("euc_kr"), b"\x1b$)C", "통영항"),
        (b"\x1b$)C" + "통영항".encode("iso2022_kr").removeprefix(b"\x1b$)C"), b"", "통영항"),
        ("東京".encode("iso2022_jp"), b"", "東京"),
        ("東京".encode("euc_jp"), b"\x1b$)B", "東京"),
        ("Málaga".encode("latin-1"), b"\x1b.A", "Málaga"),
        ("Málaga".encode("cp1252"), b"", "Málaga"),
        ("Ångström in Åse".encode("cp1252"), b"", "Ångström in Åse"),
        ("Málaga".encode(), b"\x1b.A", "Málaga"),  # named wrongly, as much software does
        ("통영항".encode("cp949"), b"\x1b%G", "통영항"),
        ("통영항".encode("cp949"), b"\x1b.A", "통영항"),
        ("Málaga".encode("cp1252"), b"\x1b%G", "Málaga"),
        ("통영항".encode()[:-1], b"\x1b%G", "통영"),  # cut at the byte where a dataset was full
        ("통영항".encode()[:-2], b"", "통영"),
        ("café".encode("cp1252"), b"", "café"),
        (b"\x1b!odd", b"", "\x1b!odd"),
    ],
)
def test_texts_of_every_character_set_agencies_write_are_read(value: bytes, named: bytes, text: str) -> None:
    assert decode_text(value, named) == text


def test_all_bylines_and_keywords_of_a_record_are_read() -> None:
    record = dataset(80, b"Won Bi-chan") + dataset(80, "서준호".encode()) + dataset(25, b"ferry") + dataset(25, b"sea")
    words = read_record(record)
    assert (words.bylines, words.keywords) == (("Won Bi-chan", "서준호"), ("ferry", "sea"))


def test_a_records_date_and_time_belong_together() -> None:
    words = read_record(dataset(55, b"20260312") + dataset(60, b"180509+0900"))
    assert (words.taken, words.taken_at) == (date(2026, 3, 12), time(18, 5, 9, tzinfo=SEOUL))
    assert read_record(dataset(60, b"180509")).taken_at is None


def test_a_cameras_words_are_read_and_its_place_is_not() -> None:
    found = read_exif(located(orientation=6))
    assert found == Exif(
        PhotoWords(
            caption="A harbor at dusk.",
            bylines=("Won Bi-chan", "Seo Joon-ho"),
            copyright="Hanbit 2026",
            taken=date(2026, 3, 12),
            taken_at=time(18, 5, 9, tzinfo=SEOUL),
        ),
        orientation=6,
    )


@pytest.mark.parametrize("said", ["OLYMPUS DIGITAL CAMERA", "DSC_0042.JPG", "  ", "DCIM\\100MEDIA\\DJI_0001.JPG"])
def test_what_a_camera_says_when_nobody_said_anything_is_no_caption(said: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = said
    assert read_exif(exif.tobytes()).words.caption == ""


def test_our_own_block_says_how_the_camera_was_held_and_nothing_else() -> None:
    assert read_exif(exif_block(8)) == Exif(orientation=8)


def test_xmp_is_believed_before_the_record_and_the_record_before_the_camera() -> None:
    data = file_of(scene(), exif=located(), xmp=xmp("<photoshop:City>Busan</photoshop:City>"))
    data = with_record(data, dataset(90, b"Pusan") + dataset(120, b"The record's caption."))
    words = read(data)
    assert (words.city, words.caption, words.copyright) == ("Busan", "The record's caption.", "Hanbit 2026")
    assert words.taken_at == time(18, 5, 9, tzinfo=SEOUL)


def test_a_record_changed_after_the_xmp_is_believed_first() -> None:
    record, xmp_said = dataset(90, b"Busan"), xmp("<photoshop:City>Seoul</photoshop:City>")
    before = hashlib.md5(dataset(90, b"Seoul"), usedforsecurity=False).digest()
    stale = with_record(file_of(scene(), xmp=xmp_said), record, photoshop.Resource(photoshop.IPTC_DIGEST, before))
    assert read(stale).city == "Busan"
    own = hashlib.md5(record, usedforsecurity=False).digest()
    fresh = with_record(file_of(scene(), xmp=xmp_said), record, photoshop.Resource(photoshop.IPTC_DIGEST, own))
    assert read(fresh).city == "Seoul"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_the_other_kinds_are_read_too(kind: str) -> None:
    options = {"xmp": xmp_packet(FULL)} if kind == "WEBP" else {}
    exif = Image.Exif()
    exif.load(located())
    if kind == "TIFF":
        exif[0x02BC] = xmp_packet(FULL)
    words = read(file_of(scene(), kind, exif=exif.tobytes(), **options), kind)
    assert words.caption == ("A harbor at dusk." if kind == "PNG" else FULL.caption)


def test_controls_and_what_hides_are_left_out_and_lengths_bounded() -> None:
    record = dataset(90, "Bu\x00s\u202ean\x07".encode()) + dataset(105, b"x" * 9000)
    record += b"".join(dataset(25, f"word {number}".encode()) for number in range(500))
    words = read(with_record(file_of(scene()), record))
    assert words.city in ("Bu san", "Busan")
    assert (len(words.headline), len(words.keywords)) == (240, MOST_ITEMS)


@given(st.binary(max_size=400))
def test_no_block_of_bytes_breaks_a_reader(data: bytes) -> None:
    for start in (b"", b"II*\x00\x08\x00\x00\x00", b"MM\x00*\x00\x00\x00\x08", b"\x1c\x02", b"8BIM\x04\x04"):
        read_exif(start + data)
        read_record(start + data)
        photoshop.resources_in(start + data)
        read_metadata(start + data, "TIFF", exif=start + data, xmp=data)


@given(st.data())
def test_no_damage_to_a_real_file_breaks_a_reader(data: st.DataObject) -> None:
    broken = bytearray(with_record(file_of(scene(), exif=located(), xmp=xmp_packet(FULL)), dataset(120, b"Caption")))
    for _ in range(8):
        broken[data.draw(st.integers(0, 3000))] = data.draw(st.integers(0, 255))
    whole = bytes(broken)
    read_metadata(whole, "JPEG", exif=whole[20:], xmp=whole[100:])
