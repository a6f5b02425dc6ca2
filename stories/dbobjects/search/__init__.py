"""The index over every filed version, kept by the database itself: a row for each, added by a trigger.

Beside a text's words stand the pairs of its syllables (Hangul, Han, kana): a Korean word is found inside another.
Versions never change, so nothing is ever renewed or taken out. `apply` makes what is missing, and fills the
index anew where it does not have as many rows as the record: after a restore, or when a test was emptied.
"""

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from . import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def apply(*, using: str) -> None:
    """Make the index and its triggers, those of before anew, and fill it where it does not fit the record."""
    _make(using, whole=False)


def rebuild(*, using: str) -> None:
    """The same, and fill it whether it fits or not."""
    _make(using, whole=True)


def lift(*, using: str) -> None:
    """Take the triggers off a SQLite table that is about to be rebuilt; `apply` puts them back."""
    with connections[using].cursor() as cursor:
        for statement in sqlite.LIFT:
            cursor.execute(statement)


def _make(using: str, *, whole: bool) -> None:
    engine = ENGINES[connections[using].vendor]
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if engine is postgresql:
            _make_way(cursor)
        for statement in (*engine.CREATE, *engine.TRIGGERS):
            cursor.execute(statement)
        filed = _count(cursor, "SELECT COUNT(*) FROM stories_version")
        for indexed, refill in engine.PARTS:
            if whole or _count(cursor, indexed) != filed:
                for statement in refill:
                    cursor.execute(statement)


def _make_way(cursor: CursorWrapper) -> None:
    """Drop an index of before; what it lacks cannot be added to a row."""
    if not _count(cursor, postgresql.HAS_STEMS):
        for statement in postgresql.MAKE_STEMS:
            cursor.execute(statement)
    if not _count(cursor, postgresql.HAS_PAIRS):
        cursor.execute("DROP TABLE IF EXISTS stories_search")


def _count(cursor: CursorWrapper, sql: str) -> int:
    cursor.execute(sql)
    count: int = cursor.fetchone()[0]
    return count
