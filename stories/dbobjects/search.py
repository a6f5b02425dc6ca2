"""The index over every filed version, kept by the database itself: a row for each, added by a trigger.

Beside a text's words stand the pairs of its syllables (Hangul, Han, kana): a Korean word is found inside another.
Versions never change, so nothing is ever renewed or taken out. `apply` makes what is missing, and fills the
index anew where it does not have as many rows as the record: after a restore, or when a test was emptied.
"""

from typing import Any

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from stories.wire.seeking import SYLLABLES, syllable_pairs

COLUMNS = ("slugline", "headline", "byline", "native_byline", "attn", "body")
# What stands between words on PostgreSQL, whose own parser would read "Harim-tunnel" and "183.5" as it pleases.
BETWEEN = r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u205e\u3000-\u303f\uff00-\uff0f]+"
LONGEST = 250_000  # characters of a body on PostgreSQL: a document's index has a largest size there

# SQLite has no words for it: every connection of the program brings the function (`lend`).
_PAIRS = f"stories_syllable_pairs({' || char(10) || '.join('{row}.' + name for name in COLUMNS)})"
SQLITE = (
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS stories_search USING fts5(
        {", ".join(COLUMNS)}, content='stories_version', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS stories_syllables USING fts5(
        pairs, content='', tokenize='unicode61 remove_diacritics 0')""",
    f"""CREATE TRIGGER IF NOT EXISTS stories_search_insert AFTER INSERT ON stories_version BEGIN
        INSERT INTO stories_search(rowid, {", ".join(COLUMNS)})
        VALUES (NEW.id, {", ".join(f"NEW.{name}" for name in COLUMNS)}); END""",  # noqa: S608 - names of this file
    f"""CREATE TRIGGER IF NOT EXISTS stories_syllables_insert AFTER INSERT ON stories_version BEGIN
        INSERT INTO stories_syllables(rowid, pairs) VALUES (NEW.id, {_PAIRS.format(row="NEW")}); END""",  # noqa: S608
)
_DOCUMENT = " || ' ' || ".join(f"left({{row}}.{name}, {LONGEST})" for name in COLUMNS)
# English word stems, and every word kept: PostgreSQL's own English drops "who", and so the WHO.
STEMS = "writethru_english"
_WORDS = f"to_tsvector('{STEMS}', regexp_replace({_DOCUMENT}, '{BETWEEN}', ' ', 'g'))"
# Read syllable by syllable only where there is one; what the server's parser takes for a word has no part in it.
_ONE = f"'[{SYLLABLES}]'"
_SYLLABLES = f"""COALESCE((SELECT string_agg(one || CASE WHEN next ~ {_ONE} THEN next ELSE '' END || ':' || at, ' ')
    FROM (SELECT one, at, lead(one) OVER (ORDER BY at) AS next
        FROM string_to_table({_DOCUMENT}, NULL) WITH ORDINALITY AS letters(one, at)
        WHERE {_DOCUMENT} ~ {_ONE}) AS pairs
    WHERE one ~ {_ONE}), '')::tsvector"""  # noqa: S608 - names of this file
# An index that was made without these stems is emptied, and filled anew as after a restore.
MAKE_STEMS = (
    f"CREATE TEXT SEARCH DICTIONARY {STEMS} (TEMPLATE = snowball, LANGUAGE = english)",
    f"CREATE TEXT SEARCH CONFIGURATION {STEMS} (COPY = english)",
    f"""ALTER TEXT SEARCH CONFIGURATION {STEMS}
        ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH {STEMS}""",
    "DROP TABLE IF EXISTS stories_search",
)
POSTGRESQL = (
    """CREATE TABLE IF NOT EXISTS stories_search (
        version_id bigint PRIMARY KEY, words tsvector NOT NULL, pairs tsvector NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS stories_search_words ON stories_search USING gin (words)",
    "CREATE INDEX IF NOT EXISTS stories_search_pairs ON stories_search USING gin (pairs)",
    f"""CREATE OR REPLACE FUNCTION stories_search_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO stories_search VALUES (NEW.id, {_WORDS.format(row="NEW")}, {_SYLLABLES.format(row="NEW")});
        RETURN NULL; END $$""",  # noqa: S608 - names of this file
    """CREATE OR REPLACE TRIGGER stories_search_insert AFTER INSERT ON stories_version
        FOR EACH ROW EXECUTE FUNCTION stories_search_insert()""",
)
HAS_STEMS = f"SELECT COUNT(*) FROM pg_ts_config WHERE cfgname = '{STEMS}' AND pg_ts_config_is_visible(oid)"  # noqa: S608
HAS_PAIRS = "SELECT COUNT(*) FROM pg_attribute WHERE attrelid = to_regclass('stories_search') AND attname = 'pairs'"
# Each part of the index: how many rows it has, and what fills it anew.
PARTS = {
    "sqlite": (
        (
            "SELECT COUNT(*) FROM stories_search_docsize",
            ("INSERT INTO stories_search(stories_search) VALUES ('rebuild')",),
        ),
        (
            "SELECT COUNT(*) FROM stories_syllables_docsize",
            (
                "INSERT INTO stories_syllables(stories_syllables) VALUES ('delete-all')",
                f"""INSERT INTO stories_syllables(rowid, pairs)
                    SELECT v.id, {_PAIRS.format(row="v")} FROM stories_version v""",  # noqa: S608 - names of this file
            ),
        ),
    ),
    "postgresql": (
        (
            "SELECT COUNT(*) FROM stories_search",
            (
                "TRUNCATE stories_search",
                f"""INSERT INTO stories_search SELECT v.id, {_WORDS.format(row="v")}, {_SYLLABLES.format(row="v")}
                    FROM stories_version v""",  # noqa: S608 - names of this file
            ),
        ),
    ),
}


def apply(*, using: str) -> None:
    """Make the index and its triggers where they are missing, and fill it where it does not fit the record."""
    vendor = connections[using].vendor
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if vendor == "postgresql":
            _make_way(cursor)
        for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]:
            cursor.execute(statement)
        filed = _count(cursor, "SELECT COUNT(*) FROM stories_version")
        for indexed, refill in PARTS[vendor]:
            if _count(cursor, indexed) != filed:
                for statement in refill:
                    cursor.execute(statement)


def lend(connection: Any) -> None:
    """Give a new connection to SQLite the function that the trigger calls."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("stories_syllable_pairs", 1, _pairs, deterministic=True)


def lift(*, using: str) -> None:
    """Take the triggers off a SQLite table that is about to be rebuilt; `apply` puts them back."""
    with connections[using].cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS stories_search_insert")
        cursor.execute("DROP TRIGGER IF EXISTS stories_syllables_insert")


def _pairs(text: str) -> str:
    return " ".join(syllable_pairs(text))


def _make_way(cursor: CursorWrapper) -> None:
    """Drop an index of before; what it lacks cannot be added to a row."""
    if not _count(cursor, HAS_STEMS):
        for statement in MAKE_STEMS:
            cursor.execute(statement)
    if not _count(cursor, HAS_PAIRS):
        cursor.execute("DROP TABLE IF EXISTS stories_search")


def _count(cursor: CursorWrapper, sql: str) -> int:
    cursor.execute(sql)
    count: int = cursor.fetchone()[0]
    return count
