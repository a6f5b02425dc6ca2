"""Checking the whole record against its own seals, and against heads that left the database earlier."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q

from stories import dbobjects
from stories.models import Version, VersionPhoto
from stories.wire.seal import seal

from .manifest import Head
from .sealing import BESIDE, PHOTO_COLUMNS, SEALED, content_of

BATCH = 1000
COLUMNS = (*SEALED, *sorted(BESIDE))

Row = dict[str, Any]  # a version's columns, and "uses": position and PHOTO_COLUMNS of each of its photos


@dataclass(frozen=True, slots=True)
class Break:
    """The first link of a story's chain that does not hold: version `sequence`, and what does not fit."""

    story: str
    sequence: int
    what: str

    def __str__(self) -> str:
        return f"story {self.story}, version {self.sequence}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was walked and what is wrong; `unguarded` names triggers that are not in their place."""

    stories: int
    versions: int
    breaks: tuple[Break, ...]
    unguarded: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not (self.breaks or self.unguarded)


def verify_archive(*, manifest: Mapping[str, Head] | None = None, using: str = DEFAULT_DB_ALIAS) -> Verification:
    """Walk every chain in batches while filing goes on, and name the first broken link of each.

    With a `manifest` (see `services.manifest`) each head in it must still be in its chain:
    only so a removed tail, a removed story or a chain sealed anew show.
    """
    due = dict(manifest or {})
    breaks: list[Break] = []
    stories = versions = 0
    for story, rows in groupby(_rows(using), key=itemgetter("story_id")):
        broken, count = _walk(story, rows, due.pop(story, None))
        stories, versions = stories + 1, versions + count
        breaks += [broken] if broken else []
    breaks += [Break(story, 1, f"gone with all {head.sequence} versions of the story") for story, head in due.items()]
    return Verification(stories, versions, tuple(breaks), dbobjects.missing(using=using))


def _walk(story: str, rows: Iterable[Row], due: Head | None) -> tuple[Break | None, int]:
    """The first break of one chain, and how many versions it has."""
    last, broken, count = Head(0, ""), None, 0
    for row in rows:
        count += 1
        broken = broken or _misfit(story, row, last, due)
        last = Head(row["sequence"], row["checksum"])
    if broken is None and due is not None and due.sequence > last.sequence:
        broken = Break(story, last.sequence + 1, f"gone: the manifest has {due.sequence} versions")
    return broken, count


def _misfit(story: str, row: Row, last: Head, due: Head | None) -> Break | None:
    sequence = row["sequence"]
    if sequence != last.sequence + 1:
        return Break(story, last.sequence + 1, f"missing: the next one there is version {sequence}")
    if row["previous_checksum"] != last.checksum:
        after = f"version {last.sequence}" if last.sequence else "nothing, as the first one must"
        return Break(story, sequence, f"does not follow {after}: it names another checksum before its own")
    if len(row["uses"]) != row["photo_count"]:
        return Break(story, sequence, f"has {len(row['uses'])} photos; it was filed with {row['photo_count']}")
    if [use[0] for use in row["uses"]] != list(range(row["photo_count"])):
        return Break(story, sequence, "its photos are not in their places")
    if seal(content_of(row, [use[1:] for use in row["uses"]]), last.checksum) != row["checksum"]:
        return Break(story, sequence, "its text, times, names or captions are not the ones sealed when it was filed")
    if due is not None and due.sequence == sequence and due.checksum != row["checksum"]:
        return Break(story, sequence, "sealed anew: the manifest has another checksum for it")
    return None


def _rows(using: str) -> Iterator[Row]:
    """Every version in chain order, with its photos. Two queries a batch; no cursor is held and nothing locked."""
    after: Row | None = None
    while batch := _batch(using, after):
        uses = _uses(using, [row["id"] for row in batch])
        for row in batch:
            row["uses"] = uses.get(row["id"], [])
            yield row
        after = batch[-1]


def _batch(using: str, after: Row | None) -> list[Row]:
    versions = Version.objects.using(using).order_by("story_id", "sequence")
    if after:
        # The first condition alone says where in the index to begin; both engines need it said.
        later = Q(story_id__gt=after["story_id"]) | Q(sequence__gt=after["sequence"])
        versions = versions.filter(later, story_id__gte=after["story_id"])
    return [dict(zip(COLUMNS, row, strict=True)) for row in versions.values_list(*COLUMNS)[:BATCH]]


def _uses(using: str, versions: list[int]) -> dict[int, list[tuple[Any, ...]]]:
    photos = VersionPhoto.objects.using(using).filter(version__in=versions).order_by("version_id", "position")
    uses: dict[int, list[tuple[Any, ...]]] = {}
    for version, *use in photos.values_list("version_id", "position", *PHOTO_COLUMNS):
        uses.setdefault(version, []).append(tuple(use))
    return uses
