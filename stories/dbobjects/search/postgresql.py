"""The index in PostgreSQL's words: a row of lexemes for each version, with a GIN index over words and over pairs."""

from stories.wire.seeking import SYLLABLES

from .columns import COLUMNS

# What stands between words, for PostgreSQL's own parser would read "Harim-tunnel" and "183.5" as it pleases.
BETWEEN = r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u205e\u3000-\u303f\uff00-\uff0f]+"
LONGEST = 250_000  # characters of a body: a document's index has a largest size
# English word stems, and every word kept: PostgreSQL's own English drops "who", and so the WHO.
STEMS = "writethru_english"
NEAR = 600  # versions, the newest, that are looked through before the index is asked


def _document(row: str) -> str:
    return " || ' ' || ".join(f"left({row}.{name}, {LONGEST})" for name in COLUMNS)


def words(row: str) -> str:
    """The words of a row of versions, as a tsvector, as an expression."""
    return f"to_tsvector('{STEMS}', regexp_replace({_document(row)}, '{BETWEEN}', ' ', 'g'))"


def pairs(row: str) -> str:
    """`stories.wire.seeking.syllable_pairs` of one, likewise: a run's pairs take places that follow each other.

    The server's parser, and what it takes for a word, have no part in it.
    """
    return f"""COALESCE((SELECT string_agg(substr(run, at::int, 2) || ':' || before + at, ' ')
        FROM (SELECT hit[1] AS run, number + sum(length(hit[1])) OVER (ORDER BY number) - length(hit[1]) AS before
            FROM regexp_matches({_document(row)}, '[{SYLLABLES}]+', 'g') WITH ORDINALITY AS runs(hit, number)) AS placed
        CROSS JOIN generate_series(1, length(run)) AS at), '')::tsvector"""  # noqa: S608 - names of this file


# An index that was made without these stems is emptied, and filled anew as after a restore.
MAKE_STEMS = (
    f"CREATE TEXT SEARCH DICTIONARY {STEMS} (TEMPLATE = snowball, LANGUAGE = english)",
    f"CREATE TEXT SEARCH CONFIGURATION {STEMS} (COPY = english)",
    f"""ALTER TEXT SEARCH CONFIGURATION {STEMS}
        ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH {STEMS}""",
    "DROP TABLE IF EXISTS stories_search",
)
HAS_STEMS = f"SELECT COUNT(*) FROM pg_ts_config WHERE cfgname = '{STEMS}' AND pg_ts_config_is_visible(oid)"  # noqa: S608
HAS_PAIRS = "SELECT COUNT(*) FROM pg_attribute WHERE attrelid = to_regclass('stories_search') AND attname = 'pairs'"
CREATE = (
    """CREATE TABLE IF NOT EXISTS stories_search (
        version_id bigint PRIMARY KEY, words tsvector NOT NULL, pairs tsvector NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS stories_search_words ON stories_search USING gin (words)",
    "CREATE INDEX IF NOT EXISTS stories_search_pairs ON stories_search USING gin (pairs)",
    # What most texts hold is among the newest, by their key; what few do, the GIN index knows. The planner, which takes
    # reading a tsvector for cheap, would walk the whole table for either: here it may not.
    f"""CREATE OR REPLACE FUNCTION stories_search_newest(of_words tsquery, of_pairs tsquery, below bigint, most integer)
        RETURNS SETOF bigint LANGUAGE plpgsql STABLE
        SET enable_seqscan = off SET enable_indexscan = on SET plan_cache_mode = force_custom_plan AS $$
        DECLARE
            top bigint := COALESCE(below, 1 + (SELECT max(version_id) FROM stories_search));
            given integer;
        BEGIN
            RETURN QUERY SELECT version_id FROM stories_search
                WHERE version_id < top AND version_id >= top - {NEAR}
                    AND (of_words IS NULL OR words @@ of_words) AND (of_pairs IS NULL OR pairs @@ of_pairs)
                ORDER BY version_id DESC LIMIT most;
            GET DIAGNOSTICS given = ROW_COUNT;
            IF given < most THEN
                PERFORM set_config('enable_indexscan', 'off', true);
                RETURN QUERY SELECT version_id FROM stories_search
                    WHERE version_id + 0 < top - {NEAR}
                        AND (of_words IS NULL OR words @@ of_words) AND (of_pairs IS NULL OR pairs @@ of_pairs)
                    ORDER BY version_id + 0 DESC LIMIT most - given;
            END IF;
        END $$""",  # noqa: S608 - names of this file
)
TRIGGERS = (
    f"""CREATE OR REPLACE FUNCTION stories_search_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO stories_search VALUES (NEW.id, {words("NEW")}, {pairs("NEW")});
        RETURN NULL; END $$""",  # noqa: S608 - names of this file
    """CREATE OR REPLACE TRIGGER stories_search_insert AFTER INSERT ON stories_version
        FOR EACH ROW EXECUTE FUNCTION stories_search_insert()""",
)
# How many rows the index has, and what fills it anew.
PARTS = (
    (
        "SELECT COUNT(*) FROM stories_search",
        (
            "TRUNCATE stories_search",
            f"""INSERT INTO stories_search SELECT v.id, {words("v")}, {pairs("v")}
                FROM stories_version v""",  # noqa: S608 - names of this file
        ),
    ),
)
