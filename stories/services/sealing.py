"""What the seal of a version covers: every column of it but its own key, and every photo's."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from django.db.models import DateTimeField

from stories.models import Version, VersionPhoto
from stories.wire.seal import seal

# The key says nothing of the content, and a seal cannot cover itself; `previous_checksum` goes in beside the content.
BESIDE = frozenset({"id", "checksum", "previous_checksum"})
SEALED = tuple(field.attname for field in Version._meta.concrete_fields if field.attname not in BESIDE)
# These came after the first seals: they are in the content where they hold something, so that the old seals still fit.
LATER = frozenset({"attn_reason", "reason", "told", "submission_id"})
TIMES = tuple(field.attname for field in Version._meta.concrete_fields if isinstance(field, DateTimeField))
PHOTO_FIRST = ("photo__sha256", "caption", "credit")
PHOTO_LATER = ("alt_text", "crop", "focal_x", "focal_y")
PHOTO_COLUMNS = (*PHOTO_FIRST, *PHOTO_LATER)

SealedPhoto = Sequence[object]  # one photo's values in the order of PHOTO_COLUMNS; no picture is None


def content_of(values: Mapping[str, object], photos: Iterable[SealedPhoto]) -> dict[str, object]:
    """The sealed content of one version: `values` by column, `photos` in order."""
    content = {name: values[name] for name in SEALED if values[name] or name not in LATER}
    for name in TIMES:
        content[name] = _in_utc(values[name])
    content["photos"] = [_photo(photo) for photo in photos]
    return content


def seal_version(version: Version, photos: Iterable[VersionPhoto]) -> str:
    """The checksum of a version about to be added after the one whose checksum it names, with these photos."""
    values = {name: getattr(version, name) for name in SEALED}
    rows = (
        (photo.photo and photo.photo.sha256, *(getattr(photo, name) for name in PHOTO_COLUMNS[1:])) for photo in photos
    )
    return seal(content_of(values, rows), version.previous_checksum)


def _photo(values: SealedPhoto) -> list[object]:
    """A photo as the first seals had it, and behind that, by name, what later columns hold."""
    first, later = values[: len(PHOTO_FIRST)], values[len(PHOTO_FIRST) :]
    held = {name: value for name, value in zip(PHOTO_LATER, later, strict=True) if value not in ("", None)}
    return [*first, held] if held else list(first)


def _in_utc(moment: datetime | None) -> str | None:
    """A moment to the microsecond, the same in whatever zone it came."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None
