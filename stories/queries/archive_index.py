"""Asking the index of filed versions: one interface over SQLite's FTS5 and PostgreSQL's full text."""

import json
from collections.abc import Sequence

from django.db import connection
from django.db.models.expressions import RawSQL

from stories.dbobjects.search.postgresql import STEMS
from stories.dbobjects.search.sqlite import SHORT
from stories.wire.seeking import Term, syllable_pairs

_Sql = tuple[str, list[object]]


def latest(terms: Sequence[Term], below: int | None, size: int) -> tuple[str, tuple[object, ...]]:
    """The ids of the latest `size` matching versions under the id `below`, as SQL and its parameters."""
    words = [term for term in terms if not term.run]
    runs = [term for term in terms if term.run]
    ask = _fts5 if connection.vendor == "sqlite" else _tsvectors
    sql, params = ask(words, runs, below, size)
    return sql, tuple(params)


def matches(terms: Sequence[Term], below: int | None, size: int) -> list[int]:
    """The same ids themselves, the latest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(*latest(terms, below, size))
        return [pk for (pk,) in cursor.fetchall()]


def among(ids: Sequence[int]) -> RawSQL:
    """Ids as a part of another query: one parameter, however many."""
    if connection.vendor == "sqlite":
        return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(ids)])
    return RawSQL("SELECT unnest(%s::bigint[])", [list(ids)])


# SQLite: the query is one text in FTS5's own little language, each word in quotation marks.


def _fts5(words: Sequence[Term], runs: Sequence[Term], below: int | None, size: int) -> _Sql:
    """The table that holds a term which must be there is walked; the others say which of its rows fit.

    The sign before "rowid" keeps SQLite from asking each of them once for every row.
    """
    short = [term for term in words if _is_short(term)]
    parts = [
        ("stories_search", [(_phrase(term), term.absent) for term in words if term not in short]),
        ("stories_syllables", [(_pairs_phrase(term.run), term.absent) for term in runs]),
        ("stories_beginnings", [(_phrase(term), term.absent) for term in short]),
    ]
    parts = sorted((part for part in parts if part[1]), key=lambda part: _unwanted(part[1]))
    (table, phrases), *others = parts
    sql, params = f"SELECT rowid AS id FROM {table} WHERE {table} MATCH %s", [_joined(phrases)]  # noqa: S608 - names of this file
    for table, phrases in others:
        fits = "NOT IN" if _unwanted(phrases) else "IN"
        sql += f" AND +rowid {fits} (SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - the same
        params.append(_joined(phrases))
    if below is not None:
        sql, params = f"{sql} AND rowid < %s", [*params, below]
    return f"{sql} ORDER BY rowid DESC LIMIT %s", [*params, size]


def fts5_query(terms: Sequence[Term]) -> str:
    """What meets the terms; where all are absent, what must not be met."""
    return _joined([(_phrase(term), term.absent) for term in terms])


def _is_short(term: Term) -> bool:
    """Whether nearly every text has a word that begins so: those have a table of their own."""
    return term.prefix and len(term.words) == 1 and len(term.words[0]) <= SHORT


def _unwanted(phrases: Sequence[tuple[str, bool]]) -> bool:
    return all(absent for _, absent in phrases)


def _joined(phrases: Sequence[tuple[str, bool]]) -> str:
    wanted = " AND ".join(phrase for phrase, absent in phrases if not absent)
    unwanted = " OR ".join(phrase for phrase, absent in phrases if absent)
    return f"({wanted}) NOT ({unwanted})" if wanted and unwanted else wanted or unwanted


def _phrase(term: Term) -> str:
    # The words are letters and figures alone, so nothing in them can end the quotation.
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _pairs_phrase(run: str) -> str:
    return f'"{" ".join(_pairs(run))}"' if len(run) > 1 else f'"{run}"*'


def _pairs(run: str) -> tuple[str, ...]:
    return syllable_pairs(run)[:-1]


# PostgreSQL: each term is a query of its own, joined by the server.


def _tsvectors(words: Sequence[Term], runs: Sequence[Term], below: int | None, size: int) -> _Sql:
    of_pairs = " && ".join(_not(term) + "%s::tsquery" for term in runs)
    sql = f"SELECT id FROM stories_search_newest({tsquery(words) or 'NULL'}, {of_pairs or 'NULL'}, %s, %s) AS found(id)"  # noqa: S608 - the same
    return sql, [*tsquery_params(words), *(_pairs_query(term.run) for term in runs), below, size]


def tsquery(terms: Sequence[Term]) -> str:
    return " && ".join(_not(term) + f"to_tsquery('{STEMS}', %s)" for term in terms)


def tsquery_params(terms: Sequence[Term]) -> list[object]:
    return [" <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "") for term in terms]


def _not(term: Term) -> str:
    return "!!" if term.absent else ""


def _pairs_query(run: str) -> str:
    return " <-> ".join(f"'{pair}'" for pair in _pairs(run)) if len(run) > 1 else f"'{run}':*"
