"""The index of filed versions stays in step with the record, whoever writes to it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from stories import dbobjects
from stories.dbobjects.search import postgresql, sqlite
from stories.models import Version
from stories.queries.archive_question import Question
from stories.queries.archive_search import search
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.wire.seeking import syllable_pairs

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="of SQLite's triggers")
# Each way that the index has to find something: a word, syllables inside one, a single letter.
WAYS = ("ferry", "회담", "f*")
BODY = "The ferry ran aground off Harim.\n\n정상회담이 열렸다."

texts = st.text(st.sampled_from("정상회담이首脳ァー々ㄱ𠀀 \n\t\\\"'[]^-*?ax5é“”。"), max_size=40)


@pytest.fixture
def filed(first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Version:
    return file_version(story=first.story, based_on=first, text=text(body=BODY), actor=reporter, now=now)


@pytest.fixture
def bare(first: Version) -> Iterator[sqlite3.Connection]:
    """The database as another program opens it: nothing of ours is on its connection."""
    with closing(sqlite3.connect(":memory:")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
        yield copy


def found(person: User, now: datetime) -> list[int]:
    """How many versions each way finds."""
    return [len(search(person, now, Question(words=words, everything=True)).hits) for words in WAYS]


def row_after(version: Version, **changes: object) -> Version:
    """The next version as it would be filed, made past every service."""
    kept = {field.attname: getattr(version, field.attname) for field in Version._meta.concrete_fields}
    follows = {
        "id": None,
        "sequence": version.sequence + 1,
        "previous_checksum": version.checksum,
        "checksum": "e" * 64,
    }
    return Version(**kept | follows | {"kind": "lead", "lead_number": 1, "filing_key": None} | changes)


@given(texts, st.integers(0, 600))
@settings(max_examples=300, deadline=None)
def test_sqlite_pairs_syllables_as_the_query_does(text: str, before: int) -> None:
    """At whatever place of a long text: it is read in cuts."""
    with closing(sqlite3.connect(":memory:")) as shell:
        long = "회담" * (before // 2) + "x" * (before % 2) + text
        (made,) = shell.execute(f"SELECT {sqlite.pairs('?1')}", (long,)).fetchone()

    assert tuple(made.split()) == syllable_pairs(long)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL's function")
@pytest.mark.django_db
def test_postgresql_pairs_syllables_as_the_query_does() -> None:
    text = "정상회담이 열렸다. 日首脳会談。AI시대x담\n\n담 회"
    columns = ", ".join(f"'' AS {name}" for name in ("slugline", "headline", "byline", "native_byline", "attn"))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {postgresql.pairs('v')} FROM (SELECT {columns}, %s AS body) AS v", [text])
        (made,) = cursor.fetchone()

    placed = sorted((int(place), pair) for pair, place in _lexemes(made))
    assert tuple(pair for _, pair in placed) == syllable_pairs(text)


def _lexemes(tsvector: str) -> Iterator[tuple[str, str]]:
    for lexeme in tsvector.split():
        pair, _, places = lexeme.rpartition(":")
        for place in places.split(","):
            yield pair.strip("'"), place


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_another_program_can_add_to_the_record_and_it_is_found(first: Version, bare: sqlite3.Connection) -> None:
    """A restore by another tool, or the bare shell: no trigger calls a function of ours."""
    new = row_after(first, body=BODY)
    fields = [field for field in Version._meta.concrete_fields if not field.primary_key]
    values = [field.get_db_prep_save(getattr(new, field.attname), connection) for field in fields]
    columns, marks = ", ".join(field.column for field in fields), ", ".join("?" * len(fields))
    bare.execute(f"INSERT INTO stories_version ({columns}) VALUES ({marks})", values)

    asked = {"stories_search": '"ferry"', "stories_syllables": '"회담"', "stories_beginnings": '"fe"*'}
    for table, words in asked.items():
        hits = bare.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (words,)).fetchall()
        assert hits == bare.execute("SELECT MAX(id) FROM stories_version").fetchall()


@pytest.mark.django_db
def test_what_is_filed_and_what_is_loaded_in_bulk_is_found(filed: Version, reporter: User, now: datetime) -> None:
    assert found(reporter, now) == [1, 1, 1]

    Version.objects.bulk_create([row_after(filed, lead_number=2)])

    assert found(reporter, now) == [2, 2, 2]


@pytest.mark.django_db
def test_a_rebuild_makes_the_index_what_the_record_says(filed: Version, reporter: User, now: datetime) -> None:
    """Also where it has as many rows as the record, and migrating sees nothing to do."""
    spoilt = {
        "sqlite": (
            "INSERT INTO stories_search(stories_search) VALUES ('delete-all')",
            "INSERT INTO stories_search(rowid, body) SELECT id, 'spoilt' FROM stories_version",
            "INSERT INTO stories_syllables(stories_syllables) VALUES ('delete-all')",
            "INSERT INTO stories_syllables(rowid, pairs) SELECT id, '' FROM stories_version",
            "INSERT INTO stories_beginnings(stories_beginnings) VALUES ('delete-all')",
            "INSERT INTO stories_beginnings(rowid, text) SELECT id, '' FROM stories_version",
        ),
        "postgresql": ("UPDATE stories_search SET words = '', pairs = ''",),
    }
    with connection.cursor() as cursor:
        for statement in spoilt[connection.vendor]:
            cursor.execute(statement)
    dbobjects.apply(using="default")
    assert found(reporter, now) == [0, 0, 0]

    call_command("rebuild_search", verbosity=0)

    assert found(reporter, now) == [1, 1, 1]


@on_sqlite
@pytest.mark.django_db
def test_a_trigger_of_before_is_replaced(filed: Version, reporter: User, now: datetime) -> None:
    """It called a function that only the program's own connections had."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE stories_beginnings")
        cursor.execute("DROP TRIGGER stories_search_insert")
        for name in ("stories_search_insert", "stories_syllables_insert"):
            calls = "BEGIN SELECT stories_syllable_pairs(NEW.body); END"
            cursor.execute(f"CREATE TRIGGER {name} AFTER INSERT ON stories_version {calls}")

    dbobjects.apply(using="default")
    Version.objects.bulk_create([row_after(filed, lead_number=2)])

    assert found(reporter, now) == [2, 2, 2]
