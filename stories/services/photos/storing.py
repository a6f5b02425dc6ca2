"""Keeping pictures: each content once, under a name that is its own checksum."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from stories.models import Photo, Rendition
from stories.permissions import in_newsroom
from stories.photos.fingerprint import fingerprint
from stories.photos.kinds import KEPT
from stories.queries.photos.near import Near, near_photos
from stories.services.history import save_signed
from stories.services.photo_files import drop_files, keep_file
from stories.services.refusals import NotAllowed
from stories.services.renditions import first_renditions
from stories.services.text import accept, accept_line

from .prefill import prefill, put
from .reading import Arrived, arrived, plain_name, read_upload

ONLY_THE_NEWSROOM = "Only people of the newsroom add photos."


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of an upload: the photo, whether it is new here, and kept ones that look nearly the same."""

    photo: Photo
    is_new: bool
    near: tuple[Near, ...] = ()


def bring_photo(*, data: bytes | BinaryIO, name: str, actor: User, now: datetime) -> Brought:
    """Keep an uploaded picture with the words it carries, in its sizes; the same bytes again give the row there is.

    JPEG, PNG, WebP, TIFF, and HEIC where the server can open it. `data` may be a file open
    for reading. The desk's fields begin with what the file says; `found` keeps that apart.
    Raises NotAPicture, which names the file and the reason, NotKept, NotAllowed: then
    nothing is stored.
    """
    name = plain_name(name)
    content = _let_in(data, name, actor)
    if kept := _kept(content):
        return Brought(kept, is_new=False)
    with arrived(content, name) as picture:
        filled = prefill(picture.found.words)
        photo = _photo(picture, actor, now)
        put(photo, filled.columns)
        photo.byline = filled.byline
        return _keep(photo, picture, actor, now, in_sizes=True)


def store_photo(
    *,
    data: bytes,
    caption: str,
    credit: str,
    actor: User,
    now: datetime,
    taken_at: datetime | None = None,
    place: str = "",
    rights: str = "",
    alt_text: str = "",
) -> Photo:
    """Keep a picture whose words the caller knows; the same bytes again give back the row there is.

    What the caller leaves open is filled with what the file says. `credit` is as in copy,
    "(Yonhap)". Raises what `bring_photo` does, and UnacceptableText.
    """
    content = _let_in(data, "", actor)
    given = {
        "caption": accept("caption", caption).strip(),
        "credit": accept_line("credit", credit),
        "place": accept_line("place", place),
        "rights": accept("rights", rights),
        "alt_text": accept("alt text", alt_text),
    }
    if kept := _kept(content):
        return kept
    with arrived(content, "") as picture:
        photo, filled = _photo(picture, actor, now), prefill(picture.found.words)
        known = {name: value for name, value in (*given.items(), ("taken_at", taken_at)) if value}
        put(photo, filled.columns | known)
        photo.byline = filled.byline
        return _keep(photo, picture, actor, now).photo


def _let_in(data: bytes | BinaryIO, name: str, actor: User) -> bytes:
    if not in_newsroom(actor):
        raise NotAllowed(ONLY_THE_NEWSROOM)
    return read_upload(data, name)


def _kept(data: bytes) -> Photo | None:
    """The photo that has these bytes already; its file is put back where it was lost."""
    photo = Photo.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()
    if photo:
        keep_file(photo.file.name, data)
    return photo


def _photo(picture: Arrived, actor: User, now: datetime) -> Photo:
    ending, media_type = KEPT[picture.kind]
    sha256 = hashlib.sha256(picture.data).hexdigest()
    photo = Photo(
        sha256=sha256,
        width=picture.opened.width,
        height=picture.opened.height,
        bytes=len(picture.data),
        media_type=media_type,
        uploaded_name=picture.name,
        found=picture.found.plain(),
        fingerprint=fingerprint(picture.opened.image),
        added_by=actor,
        added_at=now,
    )
    photo.file.name = f"originals/{sha256[:2]}/{sha256}.{ending}"
    return photo


def _keep(photo: Photo, picture: Arrived, actor: User, now: datetime, *, in_sizes: bool = False) -> Brought:
    """All files first, then all rows at once: no row names a missing picture, and what fails takes its files along."""
    files: list[str] = []
    try:
        if keep_file(photo.file.name, picture.data):
            files.append(photo.file.name)
        sizes = first_renditions(photo=photo, opened=picture.opened, now=now) if in_sizes else []
        files += [size.file for size in sizes]
        near = near_photos(photo.fingerprint)
        photo.same_as = next((one.photo.same_as or one.photo for one in near if one.same), None)
        with transaction.atomic():
            save_signed(photo, actor=actor, now=now)
            Rendition.objects.bulk_create(sizes)
    except IntegrityError:  # somebody brought the same bytes at the same moment, and was first
        return Brought(Photo.objects.get(sha256=photo.sha256), is_new=False)
    except BaseException:
        _take_back(photo, files)
        raise
    return Brought(photo, is_new=True, near=near)


def _take_back(photo: Photo, files: list[str]) -> None:
    """The files of rows that failed, unless somebody else's row has come to name them."""
    if not Photo.objects.filter(sha256=photo.sha256).exists():
        drop_files(files)
