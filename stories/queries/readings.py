"""What is read of filed text once for all: its facts, and where its paragraphs come from.

Kept on disk beside the record when a version is filed, so that a pair nobody has looked at yet opens as fast on
every worker and after a restart. It can be thrown away at any time: what is missing is read again.
"""

import hashlib
import logging
import pickle
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from django.core.cache import caches

from stories import wire
from stories.models import Version
from stories.queries.filing_list import Filing, sent_filings
from stories.wire.diff.values import GrafKind
from stories.wire.facts import Fact, extract
from stories.wire.provenance import Strand, provenance

Read = TypeVar("Read")
Strands = tuple[tuple[Strand, ...], ...]
Packed = tuple[tuple[list[int], list[tuple[int, ...]], list[int], list[bool]], ...]
KINDS = tuple(GrafKind)
# The filings of a story up to which each is read as it goes out. The work grows with their number, and so does the
# rest: of a longer story the first who compares waits for it instead of everyone who files.
READ_AHEAD = 12

log = logging.getLogger(__name__)


def _edition() -> str:
    """Stands for the code that reads: what another release kept is not taken for what this one would find."""
    files = sorted(Path(wire.__path__[0]).rglob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


EDITION = _edition()
UNREADABLE = (OSError, EOFError, ValueError, AttributeError, ImportError, pickle.PickleError, zlib.error)


def facts_of(filing: Filing) -> tuple[Fact, ...]:
    """The facts of a filing's text; those of a version are kept. No query."""
    if not isinstance(filing.row, Version):
        return extract(filing.grafs)
    key = f"facts-{EDITION}-{filing.row.checksum}"
    found: tuple[Fact, ...] | None = _kept(key)
    return _keep(key, extract(filing.grafs)) if found is None else found


def strands_of(filings: Sequence[Filing]) -> Strands:
    """Where each paragraph of each filing comes from, oldest filing first; what was filed is kept. No query."""
    filed = [filing.row for filing in filings if isinstance(filing.row, Version)]
    chain, keys = hashlib.sha256(), []
    for row in filed:
        chain.update(row.checksum.encode())
        keys.append(f"origins-{EDITION}-{chain.hexdigest()}")
    grafs = [filing.grafs for filing in filings]
    known = next((_unpacked(found) for key in reversed(keys) if (found := _kept(key)) is not None), ())
    if len(known) == len(grafs):
        return known
    strands = provenance(grafs, known)
    if filed and len(known) < len(filed) and all(filing.is_sent for filing in filings[: len(filed)]):
        _keep(keys[-1], _packed(strands[: len(filed)]))
    return strands


def _packed(strands: Strands) -> Packed:
    """The strands of each version as four rows of plain values: a thousand small objects take long to keep."""
    return tuple(
        (
            [strand.origin for strand in version],
            [strand.parents for strand in version],
            [KINDS.index(strand.kind) for strand in version],
            [strand.moved for strand in version],
        )
        for version in strands
    )


def _unpacked(kept: Any) -> Strands:
    return tuple(
        tuple(
            Strand(origin, parents, KINDS[kind], moved) for origin, parents, kind, moved in zip(*version, strict=True)
        )
        for version in kept
    )


def keep_readings(version: Version) -> None:
    """Read what was just filed, for everyone who opens it next; not of a very long story. At most one query."""
    if version.sequence > READ_AHEAD:
        return
    filings = sent_filings(version.story)
    strands_of(filings)
    facts_of(filings[-1])


def _kept(key: str) -> object:
    try:
        return caches["readings"].get(key)
    except UNREADABLE as error:
        log.warning("What was kept of a filed text cannot be read, and is read anew: %s", error)
        return None


def _keep(key: str, value: Read) -> Read:
    try:
        caches["readings"].set(key, value)
    except OSError as error:
        log.warning("What was read of a filed text cannot be kept: %s", error)
    return value
