"""Filings of one story in the order of the wire, which late imports keep apart from the record's."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from stories.wire.label import Label
from stories.wire.order import wire_rank


class Filing(Protocol):
    """A version, or as much of one as its place needs."""

    sequence: int
    filed_at: datetime

    @property
    def label(self) -> Label: ...


AnyFiling = TypeVar("AnyFiling", bound=Filing)


def in_wire_order(filings: Iterable[AnyFiling]) -> list[AnyFiling]:
    """Oldest first."""
    return sorted(filings, key=lambda filing: (wire_rank(filing.label), filing.filed_at, filing.sequence))
