"""The library, a photo's page, and what the editor's strip sends."""

import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from stories.models import Photo
from stories.photos.iptc import write_iptc
from stories.photos.words import PhotoWords
from stories.services.drafting import open_draft
from stories.services.draftphotos import uses_of
from stories.services.photos import bring_photo
from tests.pictures import file_of, scene

pytestmark = pytest.mark.django_db
WORDS = PhotoWords(caption="<b>A tunnel</b> opens.", credit="Hanbit", copyright="Hanbit 2026", keywords=("터널",))


def upload(name: str = "tunnel.jpg", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or write_iptc(file_of(scene()), WORDS), "image/jpeg")


@pytest.fixture
def photo(reporter: Any, now: Any) -> Photo:
    return bring_photo(data=upload().read(), name="tunnel.jpg", actor=reporter, now=now).photo


@pytest.fixture
def client_of() -> Any:
    def sign_in(person: Any) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def about(photo: Photo) -> str:
    return reverse("photo_about", args=[photo.sha256])


def fields(page: Any, **changes: Any) -> dict[str, Any]:
    form = page.context["form"]
    posted = {name: form[name].value() or "" for name in form.fields if name != "not_for_sale"}
    return posted | changes


def test_an_upload_answers_with_its_tile(client_of, reporter):
    answer = client_of(reporter).post(reverse("photo_upload"), {"picture": upload()})
    assert answer.status_code == 201
    assert answer.json()["found"] == "IPTC caption and credit found"
    assert "&lt;b&gt;A tunnel&lt;/b&gt; opens." in answer.json()["tile"]
    again = client_of(reporter).post(reverse("photo_upload"), {"picture": upload()})
    assert (again.status_code, again.json()["new"]) == (200, False)


def test_an_upload_that_looks_like_a_kept_photo_brings_that_ones_tile(client_of, reporter, photo):
    copy = Image.open(io.BytesIO(upload().read())).resize((180, 120))
    answer = client_of(reporter).post(reverse("photo_upload"), {"picture": upload(data=file_of(copy))}).json()
    (near,) = answer["near"]
    assert (answer["new"], near["sha256"], near["same"]) == (True, photo.sha256, True)
    assert f'value="{photo.sha256}"' in near["tile"]
    Photo.objects.filter(pk=photo.pk).update(withdrawn_at=photo.added_at)
    again = (
        client_of(reporter).post(reverse("photo_upload"), {"picture": upload(data=file_of(copy, quality=50))}).json()
    )
    assert photo.sha256 not in [one["sha256"] for one in again["near"] if one["tile"]]


def test_an_upload_larger_than_is_taken_is_refused_by_name_and_stored_no_further(
    client_of, reporter, settings, monkeypatch
):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1024
    monkeypatch.setattr("newsroom.bounded_uploads.MAX_BYTES", 5000)
    monkeypatch.setattr("stories.photos.pixels.MAX_BYTES", 5000)
    sizes = []

    def seen(**given):
        sizes.append(given["data"].seek(0, 2))
        given["data"].seek(0)
        return bring_photo(**given)

    monkeypatch.setattr("stories.views.uploads.bring_photo", seen)
    answer = client_of(reporter).post(
        reverse("photo_upload"), {"picture": upload("b.jpg", b"\xff\xd8\xff" + bytes(400_000))}
    )
    assert (answer.status_code, sizes) == (413, [5001])


def test_an_upload_that_is_no_photo_is_refused_by_name(client_of, reporter):
    answer = client_of(reporter).post(reverse("photo_upload"), {"picture": upload("logo.svg", b"<svg/>")})
    assert answer.status_code == 422
    assert "logo.svg" in answer.json()["message"]
    assert not Photo.objects.exists()


def test_a_photo_nobody_may_see_comes_into_no_draft(client_of, first, photo, reporter, other_reporter, now):
    photo.embargo_until = now.replace(year=2999)
    photo.save()
    draft = open_draft(story=first.story, actor=reporter, now=now)
    rows = json.dumps([{"photo": photo.sha256, "caption": "Mine."}])
    address = reverse("draft_photos", args=[first.story_id])
    client_of(other_reporter).post(address, {"draft": draft.pk, "base": "[]", "photos": rows})
    assert uses_of(draft) == ()


@pytest.mark.parametrize("photos", ["", "no list", "{}", "[1]", json.dumps([{}] * 41)])
def test_what_is_no_list_of_photos_is_refused(client_of, first, reporter, now, photos):
    draft = open_draft(story=first.story, actor=reporter, now=now)
    posted = {"draft": draft.pk, "base": "[]", "photos": photos}
    assert client_of(reporter).post(reverse("draft_photos", args=[first.story_id]), posted).status_code == 404


def test_the_library_finds_by_keyword_and_offers_filters(client_of, reporter, photo):
    client = client_of(reporter)
    address = reverse("photo_library")
    assert b"1, the newest first." in client.get(address, {"q": "터널"}).content
    assert b"No photo fits." in client.get(address, {"q": "bridge"}).content
    assert b"No photo fits." in client.get(address, {"only": "used"}).content
    assert b"No photo fits." in client.get(address, {"until": "2020-01-01"}).content
    assert client.get(address, {"q": "\x00", "since": "never", "after": "x_9"}).status_code == 200


def test_a_photos_words_are_put_right_and_the_files_own_stay(client_of, reporter, photo, about):
    client = client_of(reporter)
    page = client.get(about)
    assert client.post(about, fields(page, caption="Put right.")).status_code == 302
    photo.refresh_from_db()
    assert photo.caption == "Put right."
    assert "&lt;b&gt;A tunnel&lt;/b&gt; opens." in client.get(about).content.decode()


def test_a_stale_edit_is_refused_and_keeps_what_was_typed(client_of, reporter, desk_editor, photo, about):
    mine, desk = client_of(reporter), client_of(desk_editor)
    page = mine.get(about)
    desk.post(about, fields(desk.get(about), caption="The desk's."))
    answer = mine.post(about, fields(page, caption="Mine."))
    assert answer.status_code == 409
    assert "Mine." in answer.content.decode()
    assert "The desk&#x27;s." in answer.content.decode()
    mine.post(about, fields(answer))
    photo.refresh_from_db()
    assert photo.caption == "Mine."


def test_a_corrected_caption_is_offered_to_open_drafts_and_never_forced(client_of, first, reporter, photo, about, now):
    client = client_of(reporter)
    draft = open_draft(story=first.story, actor=reporter, now=now)
    client.post(reverse("photo_add", args=[photo.sha256]), {"story": first.story_id})
    client.post(about, fields(client.get(about), caption="Put right."))
    assert uses_of(draft)[0].caption == "<b>A tunnel</b> opens."
    assert "1 open draft runs other words" in client.get(about).content.decode()
    use = draft.photos.get()
    client.post(reverse("photo_captions", args=[photo.sha256]), {"use": use.pk})
    assert uses_of(draft)[0].caption == "Put right."


def test_the_desk_alone_withdraws_for_a_reason_and_restores(client_of, reporter, desk_editor, photo):
    address = reverse("photo_withdraw", args=[photo.sha256])
    client_of(reporter).post(address, {"reason": "A wrong face."})
    client_of(desk_editor).post(address, {"reason": " "})
    photo.refresh_from_db()
    assert photo.withdrawn_at is None
    client_of(desk_editor).post(address, {"reason": "A wrong face."})
    photo.refresh_from_db()
    assert photo.withdrawn_reason == "A wrong face."
    page = client_of(reporter).get(reverse("photo_about", args=[photo.sha256])).content.decode()
    assert "the desk alone sees the picture" in page
    client_of(desk_editor).post(address, {"restore": "yes"})
    photo.refresh_from_db()
    assert photo.withdrawn_at is None
