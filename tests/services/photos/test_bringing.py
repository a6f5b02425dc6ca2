"""An upload becomes a photo with the words it carries, or is refused by name and reason."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from stories.models import Byline, Photo, Rendition
from stories.photos import pixels
from stories.photos.specs import SMALLEST
from stories.services.photos import Brought, NotAPicture, bring_photo
from stories.services.refusals import NotAllowed
from tests.pictures import dataset, file_of, located, scene, with_record, xmp

pytestmark = pytest.mark.django_db

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
JPEG = file_of(scene())
ARCHIVE = b"PK\x03\x04" + bytes(60) + b"PK\x05\x06" + bytes(18)


def commented(words: bytes) -> bytes:
    return JPEG[:2] + b"\xff\xfe" + (len(words) + 2).to_bytes(2, "big") + words + JPEG[2:]


def in_passes(times: int) -> bytes:
    whole = file_of(scene(), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + whole[last:-2] * times + whole[-2:]


def note(words: str) -> PngInfo:
    info = PngInfo()
    info.add_text("Comment", words)
    return info


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "photos"
    return settings.MEDIA_ROOT


def bring(actor: User, now: datetime, data: Any = JPEG, name: str = "harbor.jpg") -> Brought:
    return bring_photo(data=data, name=name, actor=actor, now=now)


def test_it_is_kept_with_who_brought_it_and_ready_in_its_first_sizes(reporter: User, now: datetime) -> None:
    brought = bring(reporter, now)
    photo = Photo.objects.get(pk=brought.photo.pk)
    assert brought.is_new
    assert (photo.added_by, photo.added_at, photo.uploaded_name) == (reporter, now, "harbor.jpg")
    assert (photo.media_type, photo.width, photo.height) == ("image/jpeg", 240, 160)
    assert {row.spec for row in photo.renditions.all()} == {"320.jpg", f"320.{SMALLEST}"}
    assert all(default_storage.size(row.file) == row.bytes for row in photo.renditions.all())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_four_kinds_are_taken_and_a_file_open_for_reading_too(kind: str, reporter: User, now: datetime) -> None:
    assert bring(reporter, now, io.BytesIO(file_of(scene(), kind))).photo.media_type == f"image/{kind.lower()}"


@pytest.mark.skipif(not pixels.HEIF, reason="needs pillow-heif: pip install -r requirements/heic.txt")
def test_a_phones_heic_is_taken_where_the_server_opens_it(
    reporter: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = file_of(scene(), "HEIF", quality=60)
    assert bring(reporter, now, data, "IMG_1.HEIC").photo.media_type == "image/heic"
    monkeypatch.setattr(pixels, "HEIF", False)
    with pytest.raises(NotAPicture, match="a HEIC picture, which this server cannot open"):
        bring(reporter, now, file_of(scene(2), "HEIF"), "IMG_2.HEIC")


REFUSED = {
    "an EPS renamed": (EPS, "“a.jpg” is an EPS drawing", "kind"),
    "an SVG": (SVG, "is an SVG drawing", "kind"),
    "a GIF with a script": (file_of(scene(), "GIF") + b"<script>alert(1)</script>", "is a GIF", "kind"),
    "an AVIF": (file_of(scene(), "AVIF"), "is an AVIF", "kind"),
    "a PDF": (b"%PDF-1.7\n", "is a PDF", "kind"),
    "a page": (b"<!DOCTYPE html><html>", "is a web page", "kind"),
    "nothing": (b"", "is empty", "empty"),
    "noise": (b"\x07" * 500, "is no photo", "kind"),
    "a torn JPEG": (JPEG[: len(JPEG) // 2], "is not whole", "torn"),
    "a torn PNG": (file_of(scene(), "PNG")[:-30], "is not whole", "torn"),
    "a torn WebP": (file_of(scene(), "WEBP")[:-30], "is not whole", "torn"),
    "a torn TIFF": (file_of(scene(), "TIFF")[:5000], "is not whole", "torn"),
    "a JPEG with a page behind it": (JPEG + b"<html><script>alert(1)</script>", "bytes of something else", "tail"),
    "a JPEG with an archive behind it": (JPEG + b"PK\x03\x04" + bytes(90), "bytes of something else", "tail"),
    "a PNG with a program behind it": (file_of(scene(), "PNG") + b"MZ\x90\x00program", "something else", "tail"),
    "a JPEG with a script in a false film": (JPEG + b"\x00\x00\x00\x18ftyp<script>", "something else", "tail"),
    "a TIFF with an archive behind it": (file_of(scene(), "TIFF") + ARCHIVE, "a ZIP archive as well", "two"),
    "a JPEG with two pictures and an archive": (JPEG + JPEG + ARCHIVE, "a ZIP archive as well", "two"),
    "a JPEG that is an archive": (commented(ARCHIVE), "a ZIP archive as well", "two"),
    "a JPEG that is a PDF": (commented(b"\n%PDF-1.4\n1 0 obj"), "is a PDF as well", "two"),
    "a JPEG that is a page": (commented(b"<html ><script>alert(1)</script>"), "a web page or a program as well", "two"),
    "a JPEG that is a program": (commented(b"<?php system($_GET[0]);"), "a web page or a program as well", "two"),
    "a PNG that is a page": (
        file_of(scene(), "PNG", pnginfo=note("<script >alert(1)</script>")),
        "a web page or a program as well",
        "two",
    ),
    "a BigTIFF": (b"II+\x00\x08\x00\x00\x00", "is a BigTIFF", "kind"),
    "a picture in a thousand passes": (in_passes(1000), "is drawn in 1", "large"),
    "a huge bomb": (file_of(Image.new("1", (20_000, 20_000)), "PNG"), "more pixels than the 50 million", "large"),
    "a moving WebP": (
        file_of(scene(), "WEBP", save_all=True, append_images=[scene(2)]),
        "is a moving picture",
        "moving",
    ),
    "a bomb": (file_of(scene(1, (8000, 8000)).convert("1"), "PNG"), "has 64 million pixels", "large"),
    "a thin bomb": (file_of(scene().resize((1, 1)).resize((6000, 6000)), "WEBP", lossless=True), "unfolds", "large"),
}
if pixels.HEIF:
    HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(80)
    REFUSED["a HEIC with an archive behind it"] = (HEIC + ARCHIVE, "a ZIP archive as well", "two")


@pytest.mark.parametrize("what", REFUSED)
def test_all_else_is_refused_by_name_and_reason_and_nothing_is_stored(
    what: str, reporter: User, now: datetime, media: Path
) -> None:
    data, message, reason = REFUSED[what]
    with pytest.raises(NotAPicture) as refusal:
        bring(reporter, now, data, "a.jpg")
    assert message in refusal.value.message
    assert refusal.value.message.startswith("“a.jpg” ")
    assert refusal.value.reason == reason
    assert not Photo.objects.exists()
    assert not media.exists()


def test_a_raw_file_is_not_taken_for_its_thumbnail(reporter: User, now: datetime) -> None:
    with pytest.raises(NotAPicture, match=r"“DSC_1\.NEF” is a camera's raw file"):
        bring(reporter, now, file_of(scene(), "TIFF"), "DSC_1.NEF")


def test_more_bytes_than_are_taken_are_not_even_read(
    reporter: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "MAX_BYTES", 1024)
    source = io.BytesIO(bytes(10_000))
    with pytest.raises(NotAPicture, match="larger than"):
        bring(reporter, now, source)
    assert source.tell() == 1025


@pytest.mark.parametrize("tail", [b"\x00" * 400, b"\xff\xff\n", JPEG, b"\x00\x00\x00\x18ftypmp42 film", b"notes SEFT"])
def test_what_cameras_put_behind_a_picture_is_no_reason_to_refuse_it(
    tail: bytes, reporter: User, now: datetime
) -> None:
    assert bring(reporter, now, JPEG + tail).is_new


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\photos\\a\r\nSet-Cookie: x.jpg", "a Set-Cookie: x.jpg"),
        ("../../etc/passwd", "passwd"),
        ("gnp\u202egpj.exe", "gnpgpj.exe"),
        ("통영항.jpg", "통영항.jpg"),
        ("x" * 500 + ".jpg", "x" * 196 + ".jpg"),
    ],
)
def test_the_senders_name_is_kept_fit_to_be_read(name: str, kept: str, reporter: User, now: datetime) -> None:
    assert bring(reporter, now, name=name).photo.uploaded_name == kept


def test_the_desks_fields_begin_with_what_the_file_says(reporter: User, now: datetime) -> None:
    won = Byline.objects.create(name="Won Bi-chan", native_name="원비찬")
    record = dataset(120, "통영항의 여객선. (한빛)".encode("cp949")) + dataset(80, "원비찬".encode("cp949"))
    packet = xmp(
        '<photoshop:City>Tongyeong</photoshop:City><dc:description><rdf:Alt><rdf:li xml:lang="x-default">A ferry '
        "leaves Tongyeong on March 12, 2026. (pool photo) (Hanbit)</rdf:li></rdf:Alt></dc:description>"
        "<photoshop:Instructions>NOT FOR SALE</photoshop:Instructions>"
        "<dc:subject><rdf:Bag><rdf:li>여객선</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></dc:subject>"
    )
    data = with_record(file_of(scene(), xmp=packet, exif=located()), record)
    photo = Photo.objects.get(pk=bring(reporter, now, data).photo.pk)
    assert (photo.caption, photo.credit) == ("A ferry leaves Tongyeong on March 12, 2026.", "(pool photo) (Hanbit)")
    assert (photo.place, photo.keywords, photo.not_for_sale) == ("Tongyeong", ["여객선", "ferry"], True)
    assert (photo.photographer, photo.byline) == ("원비찬", won)
    assert photo.taken_at == datetime(2026, 3, 12, 9, 5, 9, tzinfo=UTC)
    assert photo.found["iptc"]["caption"] == "통영항의 여객선. (한빛)"
    assert photo.found["exif"]["caption"] == "A harbor at dusk."


def test_where_a_phone_stood_is_not_kept_among_its_words(reporter: User, now: datetime) -> None:
    photo = bring(reporter, now, file_of(scene(), exif=located())).photo
    assert "37" not in str(photo.found)
    assert "gps" not in str(photo.found).lower()


def test_the_same_bytes_again_are_the_row_there_is(reporter: User, other_reporter: User, now: datetime) -> None:
    first = bring(reporter, now).photo
    again = bring(other_reporter, now, name="other.jpg")
    assert (again.photo, again.is_new, again.photo.uploaded_name) == (first, False, "harbor.jpg")
    assert Photo.objects.count() == 1


def test_who_comes_second_by_a_hair_gets_the_first_ones_row(
    reporter: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bring(reporter, now).photo
    monkeypatch.setattr("stories.services.photos.storing._kept", lambda data: None)  # it was not there yet
    again = bring(reporter, now)
    assert (again.photo, again.is_new) == (first, False)
    assert default_storage.exists(first.file.name)


def test_nearly_the_same_picture_is_told_and_linked(reporter: User, now: datetime) -> None:
    first = bring(reporter, now).photo
    smaller = bring(reporter, now, file_of(scene().resize((180, 120)), quality=60), "small.jpg")
    assert [one.photo for one in smaller.near] == [first]
    assert smaller.photo.same_as == first
    other = bring(reporter, now, file_of(scene(7)), "other.jpg")
    assert (other.near, other.photo.same_as) == ((), None)


def test_a_picture_lying_on_its_side_is_measured_and_shown_upright(reporter: User, now: datetime) -> None:
    photo = bring(reporter, now, file_of(scene(), exif=located(orientation=6))).photo
    assert (photo.width, photo.height) == (160, 240)
    row = Rendition.objects.get(photo=photo, spec="320.jpg")
    assert (row.width, row.height) == (160, 240)


def test_an_outsider_brings_nothing(outsider: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        bring(outsider, now)
