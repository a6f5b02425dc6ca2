"""The index over every filed version, kept by the database itself: a row for each, added by a trigger.

Versions never change, so nothing is ever renewed or taken out. `apply` makes what is missing, and fills the
index anew where it does not have as many rows as the record: after a restore, or when a test was emptied.
"""

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

COLUMNS = ("slugline", "headline", "byline", "native_byline", "attn", "body")
# What stands between words on PostgreSQL, whose own parser would read "Harim-tunnel" and "183.5" as it pleases.
BETWEEN = r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u205e\u3000-\u303f\uff00-\uff0f]+"
LONGEST = 250_000  # characters of a body on PostgreSQL: a document's index has a largest size there

SQLITE = (
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS stories_search USING fts5(
        {", ".join(COLUMNS)}, content='stories_version', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2')""",
    f"""CREATE TRIGGER IF NOT EXISTS stories_search_insert AFTER INSERT ON stories_version BEGIN
        INSERT INTO stories_search(rowid, {", ".join(COLUMNS)})
        VALUES (NEW.id, {", ".join(f"NEW.{name}" for name in COLUMNS)}); END""",  # noqa: S608 - names of this file
)
_DOCUMENT = " || ' ' || ".join(f"left({{row}}.{name}, {LONGEST})" for name in COLUMNS)
# English word stems, and every word kept: PostgreSQL's own English drops "who", and so the WHO.
STEMS = "writethru_english"
_WORDS = f"to_tsvector('{STEMS}', regexp_replace({_DOCUMENT}, '{BETWEEN}', ' ', 'g'))"
# An index that was made without these stems is emptied, and filled anew as after a restore.
MAKE_STEMS = (
    f"CREATE TEXT SEARCH DICTIONARY {STEMS} (TEMPLATE = snowball, LANGUAGE = english)",
    f"CREATE TEXT SEARCH CONFIGURATION {STEMS} (COPY = english)",
    f"""ALTER TEXT SEARCH CONFIGURATION {STEMS}
        ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH {STEMS}""",
    "DROP TABLE IF EXISTS stories_search",
)
POSTGRESQL = (
    "CREATE TABLE IF NOT EXISTS stories_search (version_id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX IF NOT EXISTS stories_search_words ON stories_search USING gin (words)",
    f"""CREATE OR REPLACE FUNCTION stories_search_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO stories_search VALUES (NEW.id, {_WORDS.format(row="NEW")}); RETURN NULL; END $$""",  # noqa: S608 - names of this file
    """CREATE OR REPLACE TRIGGER stories_search_insert AFTER INSERT ON stories_version
        FOR EACH ROW EXECUTE FUNCTION stories_search_insert()""",
)
HAS_STEMS = f"SELECT COUNT(*) FROM pg_ts_config WHERE cfgname = '{STEMS}' AND pg_ts_config_is_visible(oid)"  # noqa: S608
REFILL = {
    "sqlite": ("INSERT INTO stories_search(stories_search) VALUES ('rebuild')",),
    "postgresql": (
        "TRUNCATE stories_search",
        f"INSERT INTO stories_search SELECT v.id, {_WORDS.format(row='v')} FROM stories_version v",  # noqa: S608 - names of this file
    ),
}
INDEXED = {
    "sqlite": "SELECT COUNT(*) FROM stories_search_docsize",
    "postgresql": "SELECT COUNT(*) FROM stories_search",
}


def apply(*, using: str) -> None:
    """Make the index and its trigger where they are missing, and fill it where it does not fit the record."""
    vendor = connections[using].vendor
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if vendor == "postgresql" and not _count(cursor, HAS_STEMS):
            for statement in MAKE_STEMS:
                cursor.execute(statement)
        for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]:
            cursor.execute(statement)
        if _count(cursor, INDEXED[vendor]) != _count(cursor, "SELECT COUNT(*) FROM stories_version"):
            for statement in REFILL[vendor]:
                cursor.execute(statement)


def _count(cursor: CursorWrapper, sql: str) -> int:
    cursor.execute(sql)
    count: int = cursor.fetchone()[0]
    return count


def lift(*, using: str) -> None:
    """Take the trigger off a SQLite table that is about to be rebuilt; `apply` puts it back."""
    with connections[using].cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS stories_search_insert")
