"""What a ladder is made of: a row for each filing, without objects that nobody asks for more, and the strips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from stories.models import Story, Version
from stories.wire.label import Kind, Label
from stories.wire.strip import Strip, strip

from .ordering import in_wire_order
from .prepared import TEXT, Prepared

KEPT_STORIES = 200  # whose strips this process remembers
COLUMNS = (
    "pk",
    "sequence",
    "kind",
    "lead_number",
    "correction_number",
    "qualifiers",
    "headline",
    "attn",
    "byline",
    "filed_at",
    "word_count",
    "photo_count",
    "imported_at",
    "checksum",
    "attn_audit__held",
    "attn_audit__wrong",
    "filed_by__byline__name",
    "filed_by__first_name",
    "filed_by__last_name",
    "filed_by__username",
)
FILED, FILED_WITH_TEXT = (
    Prepared(lambda story, also=also: Version.objects.filter(story=story).order_by().values_list(*COLUMNS, *also), TEXT)
    for also in ((), ("body",))
)
Pair = tuple[str, str]  # the seals of a filing and of the one before it, "" where there is none


@dataclass(frozen=True, slots=True)
class Filed:
    """One filing of a story; its text, where it was asked for."""

    pk: int
    sequence: int
    label: Label
    headline: str
    attn: str
    byline: str
    filed_at: datetime
    word_count: int
    photo_count: int
    imported: bool
    checksum: str
    held: int | None
    wrong: int | None
    filed_by: str
    body: str | None = None


def filed(story: Story, *, with_text: bool = False) -> list[Filed]:
    """The story's filings in the order of the wire, oldest first. One query."""
    return in_wire_order(_filed(*row) for row in (FILED_WITH_TEXT if with_text else FILED)(story.pk))


def filed_with_strips(story: Story) -> tuple[list[Filed], list[Strip]]:
    """The same, and what became of the paragraphs of each against the one before it on the wire.

    The texts are read once: a strip is remembered under the seals of its two texts, which stand
    for what is in them. One query; one more where something was filed since the last time.
    """
    known = _strips_of(story.pk)
    rows = filed(story, with_text=not known)
    if any(pair not in known for pair in _pairs(rows)):
        rows = rows if rows[0].body is not None else filed(story, with_text=True)
        for (before, row), pair in zip(_neighbours(rows), _pairs(rows), strict=True):
            known[pair] = strip(before.body if before else None, row.body or "")
    return rows, [known[pair] for pair in _pairs(rows)]


def _neighbours(rows: Sequence[Filed]) -> list[tuple[Filed | None, Filed]]:
    return list(zip((None, *rows[:-1]), rows, strict=True)) if rows else []


def _pairs(rows: Sequence[Filed]) -> list[Pair]:
    return [(before.checksum if before else "", row.checksum) for before, row in _neighbours(rows)]


@lru_cache(maxsize=KEPT_STORIES)
def _strips_of(_: str) -> dict[Pair, Strip]:
    """What is remembered of one story, to be filled."""
    return {}


def _filed(*row: Any) -> Filed:
    of, (held, wrong, byline, first, last, username, *text) = row[:14], row[14:]
    pk, sequence, kind, lead, correction, qualifiers, *told, imported_at, checksum = of
    label = Label(Kind(kind), lead, correction, tuple(qualifiers))
    person = byline or f"{first} {last}".strip() or username  # as queries.people.name_of
    return Filed(pk, sequence, label, *told, imported_at is not None, checksum, held, wrong, person, *text)
