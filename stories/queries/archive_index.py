"""Asking the index of filed versions: one interface over SQLite's FTS5 and PostgreSQL's full text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from stories.dbobjects.search import STEMS
from stories.wire.seeking import Term

# Around a hit in what the database gives back: characters that no text of the record can hold.
HIT, HIT_END = "\x02", "\x03"
SNIPPET_WORDS = 28
TEXTS = ("headline", "body")


@dataclass(frozen=True, slots=True)
class Window:
    """Versions that meet a query, latest first, as a condition on their ids; `lowest` is the last id, None for none."""

    sql: str
    params: tuple[object, ...]
    lowest: int | None
    full: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in pieces, each with whether it was looked for."""

    pieces: tuple[tuple[str, bool], ...]


def latest(terms: Sequence[Term], below: int | None, size: int) -> tuple[str, tuple[object, ...]]:
    """The ids of the latest `size` matching versions under the id `below`, as SQL and its parameters."""
    vendor = connection.vendor
    where, params = (_FTS5, [_fts5(terms)]) if vendor == "sqlite" else (_TSQUERY, _tsquery_params(terms))
    sql = where.format(query=_tsquery(terms))
    if below is not None:
        sql, params = f"{sql} AND {_ID[vendor]} < %s", [*params, below]
    return f"{sql} ORDER BY {_ID[vendor]} DESC LIMIT %s", (*params, size)


def window(terms: Sequence[Term], below: int | None, size: int) -> Window:
    """The same, with where it ends. One query."""
    sql, params = latest(terms, below, size)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MIN(id), COUNT(*) FROM ({sql}) AS found", params)  # noqa: S608 - made here, of constants
        lowest, count = cursor.fetchone()
    return Window(sql, params, lowest, count == size)


def marked(terms: Sequence[Term], ids: Sequence[int]) -> dict[int, tuple[Marked, Marked]]:
    """For each id: its headline, and the place of its text that met the query, both with the hits marked. One query."""
    if not ids or not terms:
        return {}
    ask = _marked_fts5 if connection.vendor == "sqlite" else _marked_tsquery
    sql, params = ask(terms, ids)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return {pk: (_marked(headline), _marked(body)) for pk, headline, body in cursor.fetchall()}


def _marked(text: str) -> Marked:
    return Marked(tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    before, *rest = text.split(HIT)
    if before:
        yield before, False
    for piece in rest:
        hit, _, after = piece.partition(HIT_END)
        yield hit, True
        if after:
            yield after, False


# SQLite: the query is one text in FTS5's own little language, each word in quotation marks.

_ID = {"sqlite": "rowid", "postgresql": "version_id"}
_FTS5 = "SELECT rowid AS id FROM stories_search WHERE stories_search MATCH %s"
_COLUMN = {"headline": 1, "body": 5}


def _fts5(terms: Sequence[Term]) -> str:
    wanted = " AND ".join(_phrase(term) for term in terms if not term.absent)
    unwanted = "".join(f" NOT {_phrase(term)}" for term in terms if term.absent)
    return f"({wanted}){unwanted}" if unwanted else wanted


def _phrase(term: Term) -> str:
    # The words are letters and figures alone, so nothing in them can end the quotation.
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _marked_fts5(terms: Sequence[Term], ids: Sequence[int]) -> tuple[str, list[object]]:
    """For whole words one SELECT an id: FTS5 finds a row by id at once, and would walk every match for a list.

    For a beginning one walk from the first id to the last: each SELECT would merge all the words that begin so.
    """
    columns = (
        f"SELECT rowid, highlight(stories_search, {_COLUMN['headline']}, %s, %s), "  # noqa: S608 - columns by number
        f"snippet(stories_search, {_COLUMN['body']}, %s, %s, '…', {SNIPPET_WORDS}) "
        "FROM stories_search WHERE stories_search MATCH %s AND "
    )
    asked: list[object] = [HIT, HIT_END, HIT, HIT_END, _fts5(terms)]
    if any(term.prefix for term in terms):
        listed = ", ".join(["%s"] * len(ids))
        return f"{columns} rowid BETWEEN %s AND %s AND +rowid IN ({listed})", [*asked, min(ids), max(ids), *ids]
    return " UNION ALL ".join([f"{columns} rowid = %s"] * len(ids)), [value for pk in ids for value in (*asked, pk)]


# PostgreSQL: each term is a query of its own, joined by the server.

_TSQUERY = "SELECT version_id AS id FROM stories_search WHERE words @@ ({query})"
_HEADLINE = f"StartSel={HIT}, StopSel={HIT_END}, HighlightAll=true"
_BODY = f"StartSel={HIT}, StopSel={HIT_END}, MaxFragments=1, MaxWords={SNIPPET_WORDS}, MinWords={SNIPPET_WORDS // 2}"


def _tsquery(terms: Sequence[Term]) -> str:
    return " && ".join(("!!" if term.absent else "") + f"to_tsquery('{STEMS}', %s)" for term in terms)


def _tsquery_params(terms: Sequence[Term]) -> list[object]:
    return [" <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "") for term in terms]


def _marked_tsquery(terms: Sequence[Term], ids: Sequence[int]) -> tuple[str, list[object]]:
    query, asked = _tsquery(terms), _tsquery_params(terms)
    sql = (
        f"SELECT id, ts_headline('{STEMS}', headline, {query}, %s), "  # noqa: S608 - the query is placeholders
        f"ts_headline('{STEMS}', body, {query}, %s) "
        "FROM stories_version WHERE id = ANY(%s)"
    )
    return sql, [*asked, _HEADLINE, *asked, _BODY, list(ids)]
