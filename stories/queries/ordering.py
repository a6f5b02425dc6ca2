"""Versions of one story in the order of the wire, which late imports keep apart from the record's."""

from collections.abc import Iterable

from stories.models import Version
from stories.wire.order import wire_rank


def in_wire_order(versions: Iterable[Version]) -> list[Version]:
    """Oldest first; needs the columns of the label, `filed_at` and `sequence`."""
    return sorted(versions, key=lambda version: (wire_rank(version.label), version.filed_at, version.sequence))
