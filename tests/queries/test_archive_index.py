"""The index of filed versions fills itself again where it is not what the record holds."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection

from stories import dbobjects
from stories.models import Desk, Version
from stories.queries.archive_index import latest
from stories.queries.archive_question import Question
from stories.queries.archive_search import search
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.wire.seeking import read_query

pytestmark = pytest.mark.django_db

Filer = Callable[..., Version]


@pytest.fixture
def filed(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Filer:
    def file(**changes: str) -> Version:
        story = open_story(actor=reporter, now=now, slugline="Harim-tunnel", desk=desk)
        return file_version(story=story, based_on=None, text=text(**changes), actor=reporter, now=now)

    return file


def found(person: User, now: datetime, words: str) -> list[str]:
    return [hit.slugline for hit in search(person, now, Question(words=words)).hits]


def test_the_index_is_filled_anew_after_a_restore(filed: Filer, reporter: User, now: datetime) -> None:
    filed(headline="정상회담 in the tunnel")
    of_sqlite = ("stories_search", "stories_syllables", "stories_beginnings")
    tables = {"sqlite": of_sqlite, "postgresql": ("stories_search",)}
    emptied = {"sqlite": "INSERT INTO {0}({0}) VALUES ('delete-all')", "postgresql": "TRUNCATE {0}"}
    with connection.cursor() as cursor:
        for table in tables[connection.vendor]:
            cursor.execute(emptied[connection.vendor].format(table))
    assert [found(reporter, now, words) for words in ("tunnel", "회담", "t*")] == [[], [], []]

    dbobjects.apply(using="default")

    assert [found(reporter, now, words) for words in ("tunnel", "회담", "t*")] == [["Harim-tunnel"]] * 3


def test_an_index_that_knew_no_syllables_is_made_anew(filed: Filer, reporter: User, now: datetime) -> None:
    filed(headline="정상회담 in the tunnel")
    before = {
        "sqlite": ("DROP TRIGGER stories_search_insert", "DROP TABLE stories_syllables"),
        "postgresql": ("ALTER TABLE stories_search DROP COLUMN pairs",),
    }
    with connection.cursor() as cursor:
        for statement in before[connection.vendor]:
            cursor.execute(statement)

    dbobjects.apply(using="default")

    assert found(reporter, now, "tunnel") == found(reporter, now, "회담") == ["Harim-tunnel"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no words that it leaves out")
def test_an_index_that_left_common_words_out_is_made_anew(filed: Filer, reporter: User, now: datetime) -> None:
    filed(body="The WHO met.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE stories_search SET words = to_tsvector('english', 'The WHO met.')")
        cursor.execute("DROP TEXT SEARCH CONFIGURATION writethru_english")
        cursor.execute("DROP TEXT SEARCH DICTIONARY writethru_english")

    dbobjects.apply(using="default")

    assert found(reporter, now, "WHO") == ["Harim-tunnel"]


def test_a_term_of_another_kind_is_asked_once_and_not_for_every_row() -> None:
    """SQLite would search the syllables anew for each text that has the word: seconds, in a large archive."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has words and syllables in one row")
    sql, params = latest(read_query("tunnel 회담 t*"), None, 10)

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        plan = [detail for *_, detail in cursor.fetchall()]

    walked = [line for line in plan if line.startswith("SCAN")]
    assert [line.split()[1] for line in walked] == ["stories_search", "stories_syllables", "stories_beginnings"]
    assert not any("=" in line for line in walked)
