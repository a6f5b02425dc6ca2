"""Queries of every request, put in words once and asked with other keys ever after.

Django words a query anew each time; for one of several tables that takes longer than the database takes to answer.
"""

import copy
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

# Stand for the keys while a query is worded, to be found among its parameters: values that no row has.
NUMBER, OTHER_NUMBER = -2_000_004_011, -2_000_004_013
PLACE = 2_000_004_017  # a number that is counted from 1
TEXT, OTHER_TEXT = "\x01key\x01", "\x01other key\x01"
MOMENT = datetime(3, 2, 1, 4, 5, 6, 7, tzinfo=UTC)
LARGEST = 2**63 - 1  # of a database's whole numbers: a larger one, typed into a form, is nobody's key

Key = int | str | datetime
Row = TypeVar("Row")


class Prepared(Generic[Row]):
    """The rows of `make(*keys)`; `holes` says what each key is: NUMBER, PLACE, TEXT, MOMENT or another, each once.

    What `make` gives may depend on its keys alone: it is asked once for each kind of database, not for each answer.
    Rows come with what is selected and annotated with them, and with nothing fetched ahead; as tuples where `make`
    asks for values.
    """

    def __init__(self, make: "Callable[..., QuerySet[Row]]", *holes: Key) -> None:
        self.make, self.holes = make, holes
        self.worded: dict[str, Worded[Row]] = {}

    def __call__(self, *keys: Key) -> list[Row]:
        """One query; nothing for a number that no column can hold."""
        if any(abs(key) > LARGEST for key in keys if isinstance(key, int)):
            return []
        worded = self.worded.get(connection.vendor) or self._put_in_words()
        known = dict(zip(map(_as_asked, self.holes), map(_as_asked, keys), strict=True))
        params = tuple(known.get(one, one) if isinstance(one, Key) else one for one in worded.params)
        return list(worded.asked(params))

    def _put_in_words(self) -> "Worded[Row]":
        rows = self.make(*self.holes)
        compiler = rows.query.get_compiler(rows.db)
        sql, params = compiler.as_sql()
        if not {_as_asked(hole) for hole in self.holes}.issubset(one for one in params if isinstance(one, Key)):
            raise ValueError("A key is not among the query's parameters.")
        converters = compiler.get_converters(column for column, *_ in compiler.select[: compiler.col_count])
        self.worded[connection.vendor] = worded = Worded(rows, compiler, sql, tuple(params), converters)
        return worded


def listed(keys: str) -> RawSQL:
    """The keys of a list of any length, where a query takes one key for it: what `as_list` makes of them."""
    read = {"sqlite": "SELECT value FROM json_each(%s)", "postgresql": "SELECT json_array_elements_text(%s::json)"}
    return RawSQL(read[connection.vendor], [keys])  # noqa: S611 - they are a parameter


def as_list(keys: Iterable[str]) -> str:
    return json.dumps(list(keys))


def _as_asked(key: Key) -> Key:
    """A key as it stands among the parameters: SQLite is asked for moments by their words."""
    return connection.ops.adapt_datetimefield_value(key) if isinstance(key, datetime) else key


@dataclass(frozen=True, slots=True)
class Worded(Generic[Row]):
    """A query set with what Django made of it: a compiler, which knows the columns, the words, their parameters.

    `converters` make a row's values of what this kind of database gives; they know nothing of one connection.
    """

    rows: "QuerySet[Row]"
    compiler: SQLCompiler
    sql: str
    params: tuple[Any, ...]
    converters: dict[int, Any]

    def asked(self, params: tuple[Any, ...]) -> "QuerySet[Row]":
        """The query set with these parameters; shallow copies, as a clone costs half of wording it."""
        compiler, query = copy.copy(self.compiler), copy.copy(self.rows.query)
        compiler.connection = connection
        compiler.get_converters = lambda _: self.converters
        compiler.as_sql = lambda *_, **__: (self.sql, params)
        query.get_compiler = lambda *_, **__: compiler
        found = QuerySet(self.rows.model, query)
        found._iterable_class, found._fields = self.rows._iterable_class, self.rows._fields
        return found
