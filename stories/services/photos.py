"""Keeping pictures: each content once, under a name that is its own checksum."""

import hashlib
import io
import os
import tempfile
import warnings
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from PIL import Image

from stories.models import Photo
from stories.permissions import in_newsroom

from .history import save_signed
from .refusals import NotAllowed, Refused
from .text import accept, accept_line

# What a browser shows everywhere; the name's ending follows the content, never the uploaded name.
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


class NotAPicture(Refused):
    """The bytes are not a whole picture of a kind that the newsroom keeps."""


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
    """Keep a picture and what it says of itself; the same bytes again give back the row there is.

    The file is whole on the disk before the row is written, so a row never names a
    missing picture. `credit` is as in copy, "(Yonhap)". Raises NotAPicture,
    UnacceptableText, NotAllowed.
    """
    if not in_newsroom(actor):
        raise NotAllowed("Only people of the newsroom add photos.")
    photo = Photo(
        caption=accept("caption", caption).strip(),
        credit=accept_line("credit", credit),
        place=accept_line("place", place),
        rights=accept("rights", rights),
        alt_text=accept("alt text", alt_text),
        taken_at=taken_at,
        added_at=now,
    )
    ending, photo.width, photo.height = _measure(data)
    photo.sha256 = hashlib.sha256(data).hexdigest()
    photo.bytes = len(data)
    photo.file.name = f"originals/{photo.sha256[:2]}/{photo.sha256}.{ending}"
    _keep_file(Path(settings.MEDIA_ROOT) / photo.file.name, data)
    return _keep_row(photo, actor, now)


def _measure(data: bytes) -> tuple[str, int, int]:
    """The ending for the file's name, width and height; decodes the whole picture, so that a torn one is refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(ENDINGS)) as image:
                image.load()
                return ENDINGS[image.format or ""], *image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotAPicture("This is not a whole JPEG, PNG or WebP picture, or it is too large.") from error


def _keep_file(path: Path, data: bytes) -> None:
    """Write through a temporary file, so that a crash leaves the whole picture or none."""
    if path.exists() and path.stat().st_size == len(data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep_row(photo: Photo, actor: User, now: datetime) -> Photo:
    """The row for this content; where two people bring it at once, the unique checksum decides."""
    kept = Photo.objects.filter(sha256=photo.sha256).first()
    if kept:
        return kept
    try:
        with transaction.atomic():
            save_signed(photo, actor=actor, now=now)
    except IntegrityError:
        return Photo.objects.get(sha256=photo.sha256)
    return photo
