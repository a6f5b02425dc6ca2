"""Asking the index of filed versions: one interface over SQLite's FTS5 and PostgreSQL's full text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from stories.dbobjects.search import STEMS
from stories.wire.seeking import Term, syllable_pairs

_Sql = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class Window:
    """Versions that meet a query, latest first, as a condition on their ids; `lowest` is the last id, None for none."""

    sql: str
    params: tuple[object, ...]
    lowest: int | None
    full: bool


def latest(terms: Sequence[Term], below: int | None, size: int) -> tuple[str, tuple[object, ...]]:
    """The ids of the latest `size` matching versions under the id `below`, as SQL and its parameters."""
    words = [term for term in terms if not term.run]
    runs = [term for term in terms if term.run]
    sql, params = (_fts5 if connection.vendor == "sqlite" else _tsvectors)(words, runs)
    place = _ID[connection.vendor]
    if below is not None:
        sql, params = f"{sql} AND {place} < %s", [*params, below]
    return f"{sql} ORDER BY {place} DESC LIMIT %s", (*params, size)


def window(terms: Sequence[Term], below: int | None, size: int) -> Window:
    """The same, with where it ends. One query."""
    sql, params = latest(terms, below, size)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MIN(id), COUNT(*) FROM ({sql}) AS found", params)  # noqa: S608 - made here, of constants
        lowest, count = cursor.fetchone()
    return Window(sql, params, lowest, count == size)


_ID = {"sqlite": "rowid", "postgresql": "version_id"}

# SQLite: the query is one text in FTS5's own little language, each word in quotation marks.


def _fts5(words: Sequence[Term], runs: Sequence[Term]) -> _Sql:
    """The table that holds a term which must be there is walked; the other one says which of its rows fit."""
    parts = [("stories_search", fts5_query(words), words), ("stories_syllables", _fts5_runs(runs), runs)]
    parts = [part for part in parts if part[2]]
    parts.sort(key=lambda part: all(term.absent for term in part[2]))
    (table, query, _), *others = parts
    sql, params = f"SELECT rowid AS id FROM {table} WHERE {table} MATCH %s", [query]  # noqa: S608 - names of this file
    for table, query, asked in others:
        fits = "NOT IN" if all(term.absent for term in asked) else "IN"
        sql += f" AND rowid {fits} (SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - the same
        params.append(query)
    return sql, list(params)


def fts5_query(terms: Sequence[Term]) -> str:
    """What meets the terms; where all are absent, what must not be met."""
    return _joined([(_phrase(term), term.absent) for term in terms])


def _fts5_runs(runs: Sequence[Term]) -> str:
    return _joined([(_pairs_phrase(term.run), term.absent) for term in runs])


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


def _tsvectors(words: Sequence[Term], runs: Sequence[Term]) -> _Sql:
    asked = []
    if words:
        asked.append(f"words @@ ({tsquery(words)})")
    if runs:
        asked.append(f"pairs @@ ({' && '.join(_not(term) + '%s::tsquery' for term in runs)})")
    params = [*tsquery_params(words), *(_pairs_query(term.run) for term in runs)]
    return f"SELECT version_id AS id FROM stories_search WHERE {' AND '.join(asked)}", params  # noqa: S608 - the same


def tsquery(terms: Sequence[Term]) -> str:
    return " && ".join(_not(term) + f"to_tsquery('{STEMS}', %s)" for term in terms)


def tsquery_params(terms: Sequence[Term]) -> list[object]:
    return [" <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "") for term in terms]


def _not(term: Term) -> str:
    return "!!" if term.absent else ""


def _pairs_query(run: str) -> str:
    return " <-> ".join(f"'{pair}'" for pair in _pairs(run)) if len(run) > 1 else f"'{run}':*"
