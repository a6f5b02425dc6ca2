"""Renditions and downloads: the right type, the right words, asked about each time."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from PIL import Image

from stories.models import Photo, Rendition, Version
from stories.photos.iptc import read_iptc
from stories.photos.xmp_reading import read_xmp
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.photos import bring_photo
from tests.pictures import SECRET, file_of, located, located_xmp, scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "photos"
    return settings.MEDIA_ROOT


@pytest.fixture
def photo(reporter: User, now: datetime) -> Photo:
    data = file_of(scene(1, (720, 480)), exif=located(), xmp=located_xmp())
    return bring_photo(data=data, name='통영 "항"\r\n.jpg', actor=reporter, now=now).photo


@pytest.fixture
def version(first: Version, photo: Photo, reporter: User, now: datetime, text: Callable[..., Any]) -> Version:
    uses = [PhotoUse(photo, "The Daero tunnel on Monday.", "(pool photo) (Hanbit)")]
    return file_version(
        story=first.story, based_on=first, text=text(headline="With it"), photos=uses, actor=reporter, now=now
    )


def get(client: Client, photo: Photo, spec: str, **headers: str) -> Any:
    return client.get(reverse("photo_rendition", args=[photo.sha256, spec]), headers=headers)


@pytest.mark.parametrize("ending", ["jpg", "webp"])
def test_a_rendition_is_made_once_and_says_what_it_is(as_reporter: Client, photo: Photo, ending: str) -> None:
    answers = [get(as_reporter, photo, f"640.{ending}") for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert Rendition.objects.filter(photo=photo, spec=f"640.{ending}").count() == 1
    assert answers[0].headers["Content-Type"] == f"image/{'jpeg' if ending == 'jpg' else ending}"
    assert answers[0].headers["X-Content-Type-Options"] == "nosniff"
    assert answers[0].headers["Cache-Control"] == "private, no-cache"
    assert Image.open(io.BytesIO(answers[0].content)).size == (640, 427)


def test_a_browser_that_has_it_is_told_so_and_gets_no_bytes(as_reporter: Client, photo: Photo) -> None:
    tag = get(as_reporter, photo, "640.jpg").headers["ETag"]
    again = get(as_reporter, photo, "640.jpg", if_none_match=tag)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["Cache-Control"] == "private, no-cache"


def test_pictures_are_not_packed_again(as_reporter: Client, photo: Photo) -> None:
    answer = get(as_reporter, photo, "640.jpg", accept_encoding="gzip")
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["ETag"].startswith('"')


@pytest.mark.parametrize("what", ["withdrawn", "embargo"])
def test_a_browser_that_has_it_gets_it_no_more_once_it_is_withdrawn_or_held(
    what: str, as_other_reporter: Client, photo: Photo, now: datetime
) -> None:
    tag = get(as_other_reporter, photo, "640.jpg").headers["ETag"]
    held = {"withdrawn_at": now} if what == "withdrawn" else {"embargo_until": datetime(2999, 1, 1, tzinfo=now.tzinfo)}
    Photo.objects.filter(pk=photo.pk).update(**held)
    assert get(as_other_reporter, photo, "640.jpg", if_none_match=tag).status_code == 404


@pytest.mark.parametrize("spec", ["641.jpg", "640.gif", "original", "640-16x9-3-4.jpg", "..%2Fkeys"])
def test_what_is_no_rendition_is_not_there_and_makes_nothing(as_reporter: Client, photo: Photo, spec: str) -> None:
    before = Rendition.objects.count()
    assert as_reporter.get(f"/photos/{photo.sha256}/{spec}/").status_code == 404
    assert Rendition.objects.count() == before


def test_a_crop_is_made_around_the_points_of_the_photo_and_its_uses(as_reporter: Client, photo: Photo) -> None:
    assert Image.open(io.BytesIO(get(as_reporter, photo, "320-1x1-50-50.jpg").content)).size == (320, 320)
    Photo.objects.filter(pk=photo.pk).update(focal_x=3, focal_y=4)
    assert get(as_reporter, photo, "640-16x9-3-4.jpg").status_code == 200


def test_a_picture_whose_files_are_lost_is_not_there(as_reporter: Client, photo: Photo, media: Path) -> None:
    for path in media.rglob("*.*"):
        path.unlink()
    assert get(as_reporter, photo, "640.jpg").status_code == 404
    assert get(as_reporter, photo, "1280.webp").status_code == 404


def test_a_size_whose_file_is_lost_is_made_again(as_reporter: Client, photo: Photo, media: Path) -> None:
    before = get(as_reporter, photo, "640.jpg").content
    for path in media.rglob("renditions/**/*.jpg"):
        path.unlink()
    assert get(as_reporter, photo, "640.jpg").content == before
    for path in media.rglob("renditions/**/*.jpg"):
        path.unlink()
    assert as_reporter.get(reverse("photo_download", args=[photo.sha256, "640.jpg"])).status_code == 200


def test_a_proxy_is_told_where_the_file_lies(as_reporter: Client, photo: Photo, settings: Any) -> None:
    settings.PHOTO_DELIVERY = "accel"
    answer = get(as_reporter, photo, "640.jpg")
    row = Rendition.objects.get(photo=photo, spec="640.jpg")
    assert answer.headers["X-Accel-Redirect"] == f"/photo-files/{row.file}"
    assert (answer.content, answer.headers["Content-Type"]) == (b"", "image/jpeg")


@pytest.mark.parametrize("spec", ["original", "640.jpg", "full.jpg"])
def test_a_download_of_a_version_carries_the_caption_it_ran_with(
    as_desk_editor: Client, version: Version, spec: str
) -> None:
    answer = as_desk_editor.get(reverse("version_photo_download", args=[version.story_id, 2, 1, spec]))
    words = read_iptc(answer.content)
    caption = "The Daero tunnel on Monday. (pool photo) (Hanbit)"
    assert (words.caption, words.credit) == (caption, "pool photo/Hanbit")
    assert read_xmp(Image.open(io.BytesIO(answer.content)).info["xmp"]).caption == caption
    assert SECRET not in answer.content
    assert not Image.open(io.BytesIO(answer.content)).getexif().get_ifd(0x8825)


def test_the_page_of_a_version_leads_to_its_photos_as_they_ran(as_desk_editor: Client, version: Version) -> None:
    page = as_desk_editor.get(reverse("version", args=[version.story_id, 2])).content.decode()
    address = reverse("version_photo_download", args=[version.story_id, 2, 1, "2048.jpg"])
    assert f'href="{address}" download' in page
    assert read_iptc(as_desk_editor.get(address).content).caption.startswith("The Daero tunnel on Monday.")


def test_a_photo_that_goes_out_to_nobody_is_offered_to_nobody(
    as_desk_editor: Client, version: Version, photo: Photo, now: datetime
) -> None:
    for held in ({"withdrawn_at": now}, {"withdrawn_at": None, "embargo_until": now + timedelta(days=40_000)}):
        Photo.objects.filter(pk=photo.pk).update(**held)
        page = as_desk_editor.get(reverse("version", args=[version.story_id, 2])).content.decode()
        assert "2048.jpg/" not in page


def test_a_download_of_the_photo_carries_its_own_caption(as_reporter: Client, photo: Photo) -> None:
    for spec in ("640.webp", "640.jpg", "original"):
        answer = as_reporter.get(reverse("photo_download", args=[photo.sha256, spec]))
        assert read_xmp(Image.open(io.BytesIO(answer.content)).info["xmp"]).caption == "A harbor at dusk."
        assert SECRET not in answer.content


def test_any_senders_name_makes_a_safe_header(as_reporter: Client, photo: Photo) -> None:
    header = as_reporter.get(reverse("photo_download", args=[photo.sha256, "640.webp"])).headers["Content-Disposition"]
    assert header == "attachment; filename*=utf-8''%ED%86%B5%EC%98%81%20%ED%95%AD.webp"


def test_what_hides_in_a_senders_name_is_not_in_the_files(as_reporter: Client, photo: Photo) -> None:
    """Turned round, "…\u202egpj.exe.jpg" reads as another kind of file."""
    Photo.objects.filter(pk=photo.pk).update(uploaded_name="port\u202egpj\u200b.jpg")
    header = as_reporter.get(reverse("photo_download", args=[photo.sha256, "640.webp"])).headers["Content-Disposition"]
    assert header == 'attachment; filename="portgpj.webp"'


def test_a_withdrawn_or_held_photo_goes_out_to_nobody(
    as_desk_editor: Client, version: Version, photo: Photo, now: datetime
) -> None:
    address = reverse("version_photo_download", args=[version.story_id, 2, 1, "original"])
    for held in ({"withdrawn_at": now}, {"withdrawn_at": None, "embargo_until": now + timedelta(days=40_000)}):
        Photo.objects.filter(pk=photo.pk).update(**held)
        assert as_desk_editor.get(address).status_code == 404


@pytest.mark.parametrize("place", [(1, 1), (2, 2), (2, 0), (9, 1)])
def test_a_place_without_a_picture_has_no_download(
    as_desk_editor: Client, version: Version, place: tuple[int, int]
) -> None:
    address = reverse("version_photo_download", args=[version.story_id, *place, "original"])
    assert as_desk_editor.get(address).status_code == 404
