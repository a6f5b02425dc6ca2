"""The heads of all chains in a file that leaves the database: what shows a removed tail.

One line for each story: its key, the number of its last version, that version's
checksum. The last line counts them, so that a manifest cut short is seen as such.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Exists, OuterRef

from stories.models import Version

from .refusals import Refused

FIRST_LINE = "# Writethru heads"
LAST_LINE = "# heads: {}"


@dataclass(frozen=True, slots=True)
class Head:
    """The last version of a story: it stands for the whole chain below it."""

    sequence: int
    checksum: str


class UnreadableManifest(Refused):
    """The file is no whole manifest of heads; the message names the line."""


def write_manifest(*, path: Path, now: datetime, using: str = DEFAULT_DB_ALIAS) -> int:
    """Write the heads as they are now and return how many; the file is there whole or not at all."""
    part, count = path.with_name(f"{path.name}.part"), 0
    with part.open("w", encoding="ascii") as file:
        file.write(f"{FIRST_LINE} {now.isoformat()}\n")
        for story, head in _heads(using):
            file.write(f"{story} {head.sequence} {head.checksum}\n")
            count += 1
        file.write(f"{LAST_LINE.format(count)}\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return count


def read_manifest(path: Path) -> dict[str, Head]:
    """The heads by story. Raises UnreadableManifest, OSError."""
    try:
        first, *lines = path.read_text(encoding="ascii").splitlines()
    except (UnicodeDecodeError, ValueError):
        first, lines = "", []
    if not first.startswith(FIRST_LINE):
        raise UnreadableManifest(f"{path.name} is no manifest of heads: its first line is not {FIRST_LINE!r}.")
    heads = dict(_head(path, number, line) for number, line in enumerate(lines[:-1], start=2))
    if not lines or lines[-1] != LAST_LINE.format(len(heads)):
        raise UnreadableManifest(f"{path.name} is cut short: its last line should count {len(heads)} heads.")
    return heads


def _head(path: Path, number: int, line: str) -> tuple[str, Head]:
    match line.split(" "):
        case [story, sequence, checksum] if sequence.isdecimal() and len(checksum) == 64:
            return story, Head(int(sequence), checksum)
    raise UnreadableManifest(f"{path.name}, line {number}: not a story's key, a number and a checksum.")


def _heads(using: str) -> Iterator[tuple[str, Head]]:
    later = Version.objects.filter(story=OuterRef("story"), sequence__gt=OuterRef("sequence"))
    heads = Version.objects.using(using).filter(~Exists(later)).order_by("story_id")
    for story, sequence, checksum in heads.values_list("story_id", "sequence", "checksum").iterator(chunk_size=2000):
        yield story, Head(sequence, checksum)
