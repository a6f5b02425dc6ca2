"""A full disk, a bucket that is away, a database that fails: no row without its file, no file without its row."""

import errno
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Photo, Rendition
from stories.services.photos import Brought, NotKept, bring_photo
from tests.pictures import file_of, scene

pytestmark = pytest.mark.django_db

JPEG = file_of(scene())


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "photos"
    return settings.MEDIA_ROOT


def bring(actor: User, now: datetime, data: bytes = JPEG) -> Brought:
    return bring_photo(data=data, name="harbor.jpg", actor=actor, now=now)


def files(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space"), ConnectionError("bucket is away")])
def test_a_storage_that_fails_leaves_no_row_and_no_file(
    failure: Exception, reporter: User, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise failure

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(NotKept, match="full" if isinstance(failure, OSError) and failure.errno else "not answer"):
        bring(reporter, now)
    assert not Photo.objects.exists()
    assert not files(media)


@pytest.mark.parametrize("last", [1, 2, 3, 4])
def test_a_disk_that_fills_up_in_the_middle_leaves_no_row_and_no_file(
    last: int, reporter: User, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, renames = os.replace, []

    def fill_up(*args: Any) -> None:
        renames.append(args)
        if len(renames) >= last:
            raise OSError(errno.ENOSPC, "No space")
        real(*args)

    monkeypatch.setattr("os.replace", fill_up)
    with pytest.raises(NotKept, match="full"):
        bring(reporter, now, file_of(scene(1, (700, 500))))
    assert not Photo.objects.exists()
    assert not Rendition.objects.exists()
    assert not files(media)


def test_a_folder_that_is_not_brought_to_the_disk_leaves_no_file(
    reporter: User, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        raise OSError(errno.EIO, "the disk is gone")

    monkeypatch.setattr("newsroom.photo_files._sync_folder", fail)
    with pytest.raises(NotKept):
        bring(reporter, now)
    assert not files(media)


def test_a_row_that_fails_takes_its_file_along(
    reporter: User, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr("stories.services.photos.storing.save_signed", fail)
    with pytest.raises(RuntimeError):
        bring(reporter, now)
    assert not files(media)


def test_a_size_whose_row_fails_takes_the_photo_along(
    reporter: User, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(Rendition.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        bring(reporter, now)
    assert not Photo.objects.exists()
    assert not files(media)
