"""What the seal of a version covers: every column of it but its own key, and every photo's."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from stories.models import Version
from stories.wire.seal import seal

# The key says nothing of the content, and a seal cannot cover itself; `previous_checksum` goes in beside the content.
BESIDE = frozenset({"id", "checksum", "previous_checksum"})
SEALED = tuple(field.attname for field in Version._meta.concrete_fields if field.attname not in BESIDE)


def content_of(values: Mapping[str, object], photos: Iterable[tuple[str | None, str, str]]) -> dict[str, object]:
    """The sealed content of one version: `values` by column, `photos` as (sha256 or None, caption, credit) in order."""
    content = {name: _plain(values[name]) for name in SEALED}
    content["photos"] = [list(photo) for photo in photos]
    return content


def seal_version(version: Version, photos: Iterable[tuple[str | None, str, str]]) -> str:
    """The checksum of a version about to be added after the one whose checksum it names."""
    values = {name: getattr(version, name) for name in SEALED}
    return seal(content_of(values, photos), version.previous_checksum)


def _plain(value: object) -> object:
    """A moment in UTC to the microsecond, whatever zone it came in; the rest as it is."""
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
