"""What the seal of a version covers: every column of it but its own key, and every photo's."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from django.db.models import DateTimeField

from stories.models import Version
from stories.wire.seal import seal

# The key says nothing of the content, and a seal cannot cover itself; `previous_checksum` goes in beside the content.
BESIDE = frozenset({"id", "checksum", "previous_checksum"})
SEALED = tuple(field.attname for field in Version._meta.concrete_fields if field.attname not in BESIDE)
# These came after the first seals: they are in the content where they hold something, so that the old seals still fit.
LATER = frozenset({"attn_reason", "reason", "told", "submission_id"})
TIMES = tuple(field.attname for field in Version._meta.concrete_fields if isinstance(field, DateTimeField))


def content_of(values: Mapping[str, object], photos: Iterable[tuple[str | None, str, str]]) -> dict[str, object]:
    """The sealed content of one version: `values` by column, `photos` as (sha256 or None, caption, credit) in order."""
    content = {name: values[name] for name in SEALED if values[name] or name not in LATER}
    for name in TIMES:
        content[name] = _in_utc(values[name])
    content["photos"] = [list(photo) for photo in photos]
    return content


def seal_version(version: Version, photos: Iterable[tuple[str | None, str, str]]) -> str:
    """The checksum of a version about to be added after the one whose checksum it names."""
    values = {name: getattr(version, name) for name in SEALED}
    return seal(content_of(values, photos), version.previous_checksum)


def _in_utc(moment: datetime | None) -> str | None:
    """A moment to the microsecond, the same in whatever zone it came."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None
