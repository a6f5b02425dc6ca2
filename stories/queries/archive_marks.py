"""What of a found version is shown, and what in it was looked for: by the database's own marks, and by the letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from stories.dbobjects.search import STEMS
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
    found = _of_words(words, [version.pk for version in versions]) if words else {}
    return {version.pk: _with_runs(version, found.get(version.pk), runs) for version in versions}


def _with_runs(version: Version, found: tuple[Pieces, Pieces] | None, runs: Sequence[str]) -> tuple[Marked, Marked]:
    headline, body = found or (((version.headline, False),), ())
    text = Marked(marked_in(body, runs))
    if not text.hit and runs:
        text = Marked(excerpt(version.body, runs))
    return Marked(marked_in(headline, runs)), text


def _of_words(terms: Sequence[Term], ids: Sequence[int]) -> dict[int, tuple[Pieces, Pieces]]:
    sql, params = (_fts5 if connection.vendor == "sqlite" else _tsquery)(terms, ids)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return {pk: (tuple(_pieces(headline)), tuple(_pieces(body))) for pk, headline, body in cursor.fetchall()}


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    before, *rest = text.split(HIT)
    if before:
        yield before, False
    for piece in rest:
        hit, _, after = piece.partition(HIT_END)
        yield hit, True
        if after:
            yield after, False


_COLUMN = {"headline": 1, "body": 5}


def _fts5(terms: Sequence[Term], ids: Sequence[int]) -> tuple[str, list[object]]:
    """For whole words one SELECT an id: FTS5 finds a row by id at once, and would walk every match for a list.

    For a beginning one walk from the first id to the last: each SELECT would merge all the words that begin so.
    """
    columns = (
        f"SELECT rowid, highlight(stories_search, {_COLUMN['headline']}, %s, %s), "  # noqa: S608 - columns by number
        f"snippet(stories_search, {_COLUMN['body']}, %s, %s, '…', {SNIPPET_WORDS}) "
        "FROM stories_search WHERE stories_search MATCH %s AND "
    )
    asked: list[object] = [HIT, HIT_END, HIT, HIT_END, fts5_query(terms)]
    if any(term.prefix for term in terms):
        listed = ", ".join(["%s"] * len(ids))
        return f"{columns} rowid BETWEEN %s AND %s AND +rowid IN ({listed})", [*asked, min(ids), max(ids), *ids]
    return " UNION ALL ".join([f"{columns} rowid = %s"] * len(ids)), [value for pk in ids for value in (*asked, pk)]


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
