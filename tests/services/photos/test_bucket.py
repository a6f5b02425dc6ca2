"""The same verbs with the photos in a bucket, on a server of this machine that speaks S3."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.request import urlopen

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from newsroom.environment import Environment
from newsroom.photo_store import photo_storage, picture_sources
from stories.models import Photo
from stories.photos.specs import Spec
from stories.services.photos import NotKept, bring_photo
from stories.services.renditions import rendition_of
from tests.pictures import file_of, scene

pytest.importorskip("moto", reason="needs moto: pip install -r requirements/test.txt")
pytest.importorskip("storages", reason="needs django-storages: pip install -r requirements/s3.txt")

import boto3
from moto.server import ThreadedMotoServer

pytestmark = pytest.mark.django_db

BUCKET = "hanbit-photos"
JPEG = file_of(scene(1, (700, 400)))


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def variables(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    return {
        "WRITETHRU_PHOTO_BUCKET": BUCKET,
        "WRITETHRU_PHOTO_ENDPOINT": endpoint,
        "WRITETHRU_PHOTO_REGION": "us-east-1",
        "WRITETHRU_PHOTO_DELIVERY": "link",
    }


@pytest.fixture
def bucket(variables: dict[str, str], endpoint: str, settings: Any) -> Any:
    settings.STORAGES = settings.STORAGES | {"default": photo_storage(Environment(variables))}
    kept = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1").create_bucket(Bucket=BUCKET)
    yield kept
    kept.objects.all().delete()
    kept.delete()


def test_a_photo_and_its_renditions_lie_in_the_bucket(bucket: Any, reporter: User, now: datetime) -> None:
    photo = bring_photo(data=JPEG, name="a.jpg", actor=reporter, now=now).photo
    names = {entry.key for entry in bucket.objects.all()}
    assert names == {photo.file.name, *photo.renditions.values_list("file", flat=True)}
    assert default_storage.open(photo.file.name).read() == JPEG


def test_a_rendition_asked_for_later_is_made_from_the_bucket(bucket: Any, reporter: User, now: datetime) -> None:
    photo = bring_photo(data=JPEG, name="a.jpg", actor=reporter, now=now).photo
    made = rendition_of(photo=photo, spec=Spec(640, "webp"), now=now)
    assert default_storage.size(made.file) == made.bytes


def test_a_bucket_that_is_gone_leaves_no_row(bucket: Any, reporter: User, now: datetime) -> None:
    bucket.delete()
    with pytest.raises(NotKept, match="does not answer"):
        bring_photo(data=JPEG, name="a.jpg", actor=reporter, now=now)
    assert not Photo.objects.exists()
    bucket.create()


def test_a_reader_gets_a_link_that_opens_for_a_minute(
    bucket: Any, client: Client, reporter: User, now: datetime, settings: Any
) -> None:
    settings.PHOTO_DELIVERY = "link"
    photo = bring_photo(data=JPEG, name="a.jpg", actor=reporter, now=now).photo
    client.force_login(reporter)
    answer = client.get(reverse("photo_rendition", args=[photo.sha256, "320.jpg"]))
    assert answer.status_code == 302
    assert "X-Amz-Expires=60" in answer["Location"]
    with urlopen(answer["Location"]) as picture:
        assert picture.read(3) == b"\xff\xd8\xff"


def test_pages_may_show_pictures_of_the_bucket_only_where_it_sends_them(variables: dict[str, str]) -> None:
    assert picture_sources(Environment(variables)) == [variables["WRITETHRU_PHOTO_ENDPOINT"]]
    assert picture_sources(Environment(variables | {"WRITETHRU_PHOTO_DELIVERY": "stream"})) == []
    amazon = variables | {"WRITETHRU_PHOTO_ENDPOINT": ""}
    assert picture_sources(Environment(amazon)) == [f"https://{BUCKET}.s3.us-east-1.amazonaws.com"]


@pytest.mark.parametrize(("delivery", "bucket_name"), [("link", ""), ("accel", BUCKET)])
def test_a_delivery_that_cannot_be_is_refused(delivery: str, bucket_name: str) -> None:
    given = {"WRITETHRU_PHOTO_DELIVERY": delivery, "WRITETHRU_PHOTO_BUCKET": bucket_name}
    with pytest.raises(ImproperlyConfigured, match="WRITETHRU_PHOTO_DELIVERY"):
        Environment(given).refuse_unsafe_mixtures()


def test_a_bucket_without_its_packages_is_refused_by_name(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.photo_store.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"requirements/s3\.txt"):
        photo_storage(Environment(variables))
