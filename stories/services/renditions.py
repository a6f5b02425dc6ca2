"""A photo in the sizes and formats pages ask for: each made once, kept beside the original, made again if lost."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from stories.models import Photo, Rendition
from stories.photos.kinds import KEPT
from stories.photos.pixels import Opened, opened
from stories.photos.rendering import Rendered, render_all
from stories.photos.specs import SMALLEST, Spec, read_spec, widths_for

from .photo_files import drop_files, keep_file, read_file

KINDS = {ending: kind for kind, (ending, _) in KEPT.items()}
# Made at once with the upload: what the editor and the library show. The wide ones in the smaller format
# cost as much time as all of these, and come when a page first asks.
SOON = 640


def first_renditions(*, photo: Photo, opened: Opened, now: datetime) -> list[Rendition]:
    """The sizes a page asks for first, from pixels already open: their files are kept, their rows not saved yet.

    Raises NotKept; then none of the files is left.
    """
    widths = widths_for(photo.width)
    specs = [Spec(width) for width in widths] + [Spec(width, SMALLEST) for width in widths if width <= SOON]
    return _files(photo, render_all(opened, specs), now)


def rendition_of(*, photo: Photo, spec: Spec, now: datetime) -> Rendition:
    """The rendition, made now where it is not there yet. One query where it is.

    Raises NotKept where the storage takes nothing, and what it raises where the original is gone.
    """
    kept = photo.renditions.filter(spec=str(spec)).first()
    if kept:
        return kept
    data, least = read_file(photo.file.name), spec.width * (2 if spec.crop else 1)
    with opened(data, kind_of_photo(photo), least=least or None) as picture:
        (made,) = _make(photo, picture, [spec], now)
    return made


def bytes_of(made: Rendition, now: datetime) -> bytes:
    """The bytes of a rendition; where its file was lost it is made again. Raises what `rendition_of` does."""
    try:
        return read_file(made.file)
    except FileNotFoundError:
        photo, spec = made.photo, read_spec(made.spec)
        made.delete()
        return read_file(rendition_of(photo=photo, spec=spec, now=now).file)


def kind_of_photo(photo: Photo) -> str:
    """The kind of its original, by the ending of its name, which follows the content."""
    return KINDS[photo.file.name.rpartition(".")[2]]


def forget_renditions(*, photo: Photo) -> int:
    """Throw all away, to be made again when asked for; how many there were."""
    kept = list(photo.renditions.all())
    photo.renditions.all().delete()
    drop_files(rendition.file for rendition in kept)
    return len(kept)


def _make(photo: Photo, picture: Opened, specs: Iterable[Spec], now: datetime) -> list[Rendition]:
    """Files first, then all their rows in one transaction; rows that fail take their files along."""
    rows = _files(photo, render_all(picture, specs), now)
    try:
        with transaction.atomic():
            return Rendition.objects.bulk_create(rows)
    except IntegrityError:  # somebody asked for the same at the same moment: theirs is as good
        return [_row(row) for row in rows]
    except BaseException:
        drop_files(row.file for row in rows)
        raise


def _row(row: Rendition) -> Rendition:
    rest = {name: getattr(row, name) for name in ("file", "media_type", "width", "height", "bytes", "made_at")}
    return Rendition.objects.get_or_create(photo=row.photo, spec=row.spec, defaults=rest)[0]


def _files(photo: Photo, rendered: Iterable[Rendered], now: datetime) -> list[Rendition]:
    """All kept, with their rows to be saved; or, where one is not, none."""
    rows: list[Rendition] = []
    try:
        rows.extend(_file(photo, one, now) for one in rendered)
    except BaseException:
        drop_files(row.file for row in rows)
        raise
    return rows


def _file(photo: Photo, one: Rendered, now: datetime) -> Rendition:
    name = f"renditions/{photo.sha256[:2]}/{photo.sha256}/{one.spec}"
    keep_file(name, one.data)
    return Rendition(
        photo=photo,
        spec=str(one.spec),
        file=name,
        media_type=one.spec.media_type,
        width=one.width,
        height=one.height,
        bytes=len(one.data),
        made_at=now,
    )
