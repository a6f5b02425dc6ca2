"""What of a found version is shown, and what in it was looked for: by the database's own marks, and by the letter."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from django.db import connection

from stories.dbobjects.search.columns import COLUMNS
from stories.dbobjects.search.postgresql import STEMS
from stories.dbobjects.search.sqlite import TOKENS
from stories.models import Version
from stories.wire.excerpt import Pieces, excerpt, marked_in
from stories.wire.seeking import Term

from .archive_index import fts5_query, tsquery, tsquery_params

# Around a hit in what the database gives back: characters that no text of the record can hold.
HIT, HIT_END = "\x02", "\x03"
SNIPPET_WORDS = 28


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in pieces, each with whether it was looked for."""

    pieces: Pieces

    @property
    def hit(self) -> bool:
        return any(sought for _, sought in self.pieces)


def marked(terms: Sequence[Term], versions: Sequence[Version]) -> dict[int, tuple[Marked, Marked]]:
    """For each id: its headline, and the place of its text that met the query, both with the hits marked.

    One query, none for syllables alone: those the database has by pairs only, and they are found here.
    """
    wanted = [term for term in terms if not term.absent]
    words = [term for term in wanted if not term.run]
    runs = tuple(term.run for term in wanted if term.run)
    if not versions or not wanted:
        return {}
    found = _of_words(words, versions) if words else {}
    return {version.pk: _with_runs(version, found.get(version.pk), runs) for version in versions}


def _with_runs(version: Version, found: tuple[Pieces, Pieces] | None, runs: Sequence[str]) -> tuple[Marked, Marked]:
    headline, body = found or (((version.headline, False),), ())
    text = Marked(marked_in(body, runs))
    if not text.hit and runs:
        text = Marked(excerpt(version.body, runs))
    return Marked(marked_in(headline, runs)), text


def _of_words(terms: Sequence[Term], versions: Sequence[Version]) -> dict[int, tuple[Pieces, Pieces]]:
    rows = _asked(terms, versions)
    return {pk: (tuple(_pieces(headline)), tuple(_pieces(body))) for pk, headline, body in rows}


def _asked(terms: Sequence[Term], versions: Sequence[Version]) -> list[tuple[int, str, str]]:
    ids = [version.pk for version in versions]
    if connection.vendor == "sqlite" and any(term.prefix for term in terms):
        return _of_beginnings(terms, versions)
    with connection.cursor() as cursor:
        cursor.execute(*(_fts5 if connection.vendor == "sqlite" else _tsquery)(terms, ids))
        return cursor.fetchall()


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    before, *rest = text.split(HIT)
    if before:
        yield before, False
    for piece in rest:
        hit, _, after = piece.partition(HIT_END)
        yield hit, True
        if after:
            yield after, False


def _marking(table: str) -> str:
    headline, body = COLUMNS.index("headline"), COLUMNS.index("body")
    return (
        f"SELECT rowid, highlight({table}, {headline}, '{HIT}', '{HIT_END}'), "  # noqa: S608 - names and columns of ours
        f"snippet({table}, {body}, '{HIT}', '{HIT_END}', '…', {SNIPPET_WORDS}) FROM {table} WHERE {table} MATCH "
    )


def _fts5(terms: Sequence[Term], ids: Sequence[int]) -> tuple[str, list[object]]:
    """One SELECT an id: FTS5 finds a row by id at once, and would walk every match for a list."""
    asked = f"{_marking('stories_search')} %s AND rowid = %s"
    query = fts5_query(terms)
    return " UNION ALL ".join([asked] * len(ids)), [value for pk in ids for value in (query, pk)]


def _of_beginnings(terms: Sequence[Term], versions: Sequence[Version]) -> list[tuple[int, str, str]]:
    """By an index of this page alone: that of the archive would merge all the words that begin so."""
    with closing(sqlite3.connect(":memory:")) as page:
        page.execute(f"CREATE VIRTUAL TABLE page USING fts5({', '.join(COLUMNS)}, tokenize='{TOKENS}')")
        page.executemany(
            f"INSERT INTO page(rowid, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})",  # noqa: S608 - the same
            [(version.pk, *(getattr(version, name) for name in COLUMNS)) for version in versions],
        )
        return page.execute(f"{_marking('page')} ?", [fts5_query(terms)]).fetchall()


_HEADLINE = f"StartSel={HIT}, StopSel={HIT_END}, HighlightAll=true"
_BODY = f"StartSel={HIT}, StopSel={HIT_END}, MaxFragments=1, MaxWords={SNIPPET_WORDS}, MinWords={SNIPPET_WORDS // 2}"


def _tsquery(terms: Sequence[Term], ids: Sequence[int]) -> tuple[str, list[object]]:
    query, asked = tsquery(terms), tsquery_params(terms)
    sql = (
        f"SELECT id, ts_headline('{STEMS}', headline, {query}, %s), "  # noqa: S608 - the query is placeholders
        f"ts_headline('{STEMS}', body, {query}, %s) "
        "FROM stories_version WHERE id = ANY(%s)"
    )
    return sql, [*asked, _HEADLINE, *asked, _BODY, list(ids)]
