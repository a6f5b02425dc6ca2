"""Pictures are kept once, whole, under their checksum."""

import hashlib
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from PIL import Image

from stories.models import Byline, Photo
from stories.photos import pixels
from stories.photos.iptc import write_iptc
from stories.photos.words import PhotoWords
from stories.services.photos import NotAPicture, NotKept, store_photo
from stories.services.refusals import NotAllowed, UnacceptableText

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "photos"
    return settings.MEDIA_ROOT


def picture(colour: str = "navy", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, kind)
    return out.getvalue()


def store(reporter: User, now: datetime, **changes: Any) -> Photo:
    given = {"data": picture(), "caption": "A harbor.", "credit": "(Hanbit)", "actor": reporter, "now": now}
    return store_photo(**given | changes)


def test_a_photo_lies_under_its_checksum_with_its_words(reporter: User, now: datetime, media: Path) -> None:
    photo = Photo.objects.get(pk=store(reporter, now).pk)
    assert photo.sha256 == hashlib.sha256(picture()).hexdigest()
    assert photo.file.name == f"originals/{photo.sha256[:2]}/{photo.sha256}.jpg"
    assert (media / photo.file.name).read_bytes() == picture()
    assert (photo.width, photo.height, photo.bytes) == (60, 40, len(picture()))
    assert (photo.caption, photo.credit, photo.added_at) == ("A harbor.", "(Hanbit)", now)


def test_what_the_caller_leaves_open_is_filled_from_the_file(reporter: User, now: datetime) -> None:
    rim = Byline.objects.create(name="Rim Na-ra", native_name="임나라")
    words = PhotoWords(caption="A quay.", bylines=("임나라",), copyright="Hanbit 2026", keywords=("harbor",))
    photo = store(reporter, now, data=write_iptc(picture(), words))
    assert (photo.caption, photo.credit) == ("A harbor.", "(Hanbit)")
    assert (photo.byline, photo.photographer, photo.copyright, photo.keywords) == (
        rim,
        "임나라",
        "Hanbit 2026",
        ["harbor"],
    )


def test_its_history_names_who_added_it(reporter: User, now: datetime) -> None:
    row = store(reporter, now).history.get()
    assert (row.history_user, row.history_date) == (reporter, now)


def test_the_same_picture_again_gives_the_row_there_is(reporter: User, other_reporter: User, now: datetime) -> None:
    first = store(reporter, now)
    again = store(other_reporter, now, caption="Something else.")
    assert (again.pk, again.caption) == (first.pk, "A harbor.")
    assert Photo.objects.count() == 1


def test_a_picture_whose_file_was_lost_is_written_again(reporter: User, now: datetime, media: Path) -> None:
    path = media / store(reporter, now).file.name
    path.unlink()
    store(reporter, now)
    assert path.read_bytes() == picture()


def test_the_ending_follows_the_content(reporter: User, now: datetime) -> None:
    assert store(reporter, now, data=picture(kind="PNG")).file.name.endswith(".png")


@pytest.mark.parametrize("data", [b"", b"<svg/>", picture()[:400], picture(kind="GIF")])
def test_what_is_not_a_whole_picture_is_refused(data: bytes, reporter: User, now: datetime, media: Path) -> None:
    with pytest.raises(NotAPicture):
        store(reporter, now, data=data)
    assert not Photo.objects.exists()
    assert not media.exists()


def test_a_picture_too_large_to_open_is_refused(reporter: User, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pixels, "MAX_PIXELS", 100)
    with pytest.raises(NotAPicture):
        store(reporter, now)


def test_a_write_that_fails_leaves_no_row_and_no_piece(
    reporter: User, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(NotKept, match="nothing was stored"):
        store(reporter, now)
    assert not Photo.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_an_outsider_adds_no_photo(outsider: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        store(outsider, now)


def test_a_caption_with_a_control_character_is_refused(reporter: User, now: datetime) -> None:
    with pytest.raises(UnacceptableText):
        store(reporter, now, caption="A\x00 harbor.")
