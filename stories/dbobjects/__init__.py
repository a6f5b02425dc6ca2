"""Triggers that hold the record in the database itself, whoever writes to it.

They are made on `post_migrate` and may be made again at any time: altering a column
on SQLite rebuilds its table and silently drops the table's triggers.
"""

from django.db import connections, transaction

from . import postgresql, search, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}
TABLES = (
    "stories_version",
    "stories_versionphoto",
    "stories_photo",
    "stories_submission",
    "stories_submissionphoto",
    "stories_verdict",
)


def apply(*, using: str) -> None:
    """Make every trigger anew on the database called `using`; does nothing before its tables exist."""
    connection = connections[using]
    if not set(TABLES) <= set(connection.introspection.table_names()):
        return
    _run(using, ENGINES[connection.vendor].CREATE)
    search.apply(using=using)


def lift(*, using: str) -> None:
    """Make way for a migration where the engine needs it; `apply` runs when the migration is through."""
    if connections[using].vendor == "sqlite":
        drop(using=using)
        search.lift(using=using)


def missing(*, using: str) -> tuple[str, ...]:
    """Names of the triggers that should be there and are not."""
    engine = ENGINES[connections[using].vendor]
    with connections[using].cursor() as cursor:
        cursor.execute(engine.NAMES)
        present = {name for (name,) in cursor.fetchall()}
    return tuple(trigger[0] for trigger in engine.TRIGGERS if trigger[0] not in present)


def drop(*, using: str) -> None:
    """Take every trigger away: for emptying a test database and for rehearsing a tampering, nothing else."""
    _run(using, ENGINES[connections[using].vendor].DROP)


def _run(using: str, statements: tuple[str, ...]) -> None:
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
