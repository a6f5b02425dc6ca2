"""The index in SQLite's words: three tables of FTS5, filled by a trigger that any program's connection can run."""

from stories.wire.seeking import SYLLABLES

from .columns import COLUMNS

TOKENS = "porter unicode61 remove_diacritics 2"
SHORT = 2  # letters of a beginning that has an index of its own
# Where a cut of SIDE x SIDE letters, and in it a cut of SIDE, is read letter by letter: so no text takes
# longer for its length, for SQLite counts its letters from the start each time.
SIDE = 16
_STEPS = f"(SELECT column1 AS at FROM (VALUES {', '.join(f'({at})' for at in range(SIDE))}))"  # noqa: S608 - figures
_ANY = "\u1100-\U0002fa1f"  # the first and the last of SYLLABLES: one range is read faster than twenty


def _joined(row: str) -> str:
    return " || char(10) || ".join(f"{row}.{name}" for name in COLUMNS)


def pairs(text: str) -> str:
    """`stories.wire.seeking.syllable_pairs` of an expression, with blanks between, as an expression.

    LIMIT -1 keeps SQLite from folding one cut into the next, and so from making each cut anew for every letter.
    """
    cuts = f"json_each('[0' || replace(hex(zeroblob(length({text}) / {SIDE * SIDE})), '00', ',0') || ']')"
    return f"""CASE WHEN {text} GLOB '*[{_ANY}]*' THEN COALESCE((
        SELECT group_concat(CASE WHEN pair GLOB '?[{SYLLABLES}]' THEN pair ELSE substr(pair, 1, 1) END, ' ') FROM (
            SELECT substr(piece, at + 1, 2) AS pair FROM (
                SELECT substr(cut, at * {SIDE} + 1, {SIDE} + 1) AS piece FROM (
                    SELECT substr({text}, key * {SIDE * SIDE} + 1, {SIDE * SIDE} + 1) AS cut FROM {cuts} LIMIT -1
                ) CROSS JOIN {_STEPS} WHERE piece GLOB '*[{_ANY}]*' LIMIT -1
            ) CROSS JOIN {_STEPS} LIMIT -1
        ) WHERE pair GLOB '[{SYLLABLES}]*'), '') ELSE '' END"""  # noqa: S608 - names of this file


CREATE = (
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS stories_search USING fts5(
        {", ".join(COLUMNS)}, content='stories_version', content_rowid='id', tokenize='{TOKENS}')""",
    # Which texts have a word that begins so, for one letter and for two: all words that do would have to be merged.
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS stories_beginnings USING fts5(
        text, content='', detail=none, prefix='1 {SHORT}', tokenize='{TOKENS}')""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS stories_syllables USING fts5(
        pairs, content='', tokenize='unicode61 remove_diacritics 0')""",
)
LIFT = ("DROP TRIGGER IF EXISTS stories_search_insert", "DROP TRIGGER IF EXISTS stories_syllables_insert")
TRIGGERS = (
    *LIFT,
    f"""CREATE TRIGGER stories_search_insert AFTER INSERT ON stories_version BEGIN
        INSERT INTO stories_search(rowid, {", ".join(COLUMNS)})
            VALUES (NEW.id, {", ".join(f"NEW.{name}" for name in COLUMNS)});
        INSERT INTO stories_beginnings(rowid, text) VALUES (NEW.id, {_joined("NEW")});
        INSERT INTO stories_syllables(rowid, pairs) VALUES (NEW.id, {pairs(_joined("NEW"))}); END""",  # noqa: S608
)
_EVERY = f"SELECT v.id, {_joined('v')} AS text FROM stories_version v"  # noqa: S608 - names of this file
# Each part of the index: how many rows it has, and what fills it anew.
PARTS = (
    (
        "SELECT COUNT(*) FROM stories_search_docsize",
        ("INSERT INTO stories_search(stories_search) VALUES ('rebuild')",),
    ),
    (
        "SELECT COUNT(*) FROM stories_beginnings_docsize",
        (
            "INSERT INTO stories_beginnings(stories_beginnings) VALUES ('delete-all')",
            f"INSERT INTO stories_beginnings(rowid, text) {_EVERY}",
        ),
    ),
    (
        "SELECT COUNT(*) FROM stories_syllables_docsize",
        (
            "INSERT INTO stories_syllables(stories_syllables) VALUES ('delete-all')",
            f"INSERT INTO stories_syllables(rowid, pairs) SELECT id, {pairs('text')} FROM ({_EVERY} LIMIT -1)",  # noqa: S608
        ),
    ),
)
