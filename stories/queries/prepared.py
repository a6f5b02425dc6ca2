"""Queries of every request, put in words once and asked with other keys ever after.

Django words a query anew each time; for one of several tables that takes longer than the database takes to answer.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler

# Stand for the keys while a query is worded, to be found among its parameters: values that no row has.
NUMBER = -2_000_004_011
TEXT = "\x01key\x01"

Row = TypeVar("Row", bound=Model)


class Prepared(Generic[Row]):
    """The rows of `make(*keys)`; `holes` says what each key is: NUMBER or TEXT, each once at most.

    What `make` gives may depend on its keys alone: it is asked once for each kind of database, not for each answer.
    Rows come with what is selected and annotated with them, and with nothing fetched ahead.
    """

    def __init__(self, make: "Callable[..., QuerySet[Row]]", *holes: int | str) -> None:
        self.make, self.holes = make, holes
        self.worded: dict[str, tuple[SQLCompiler, str, tuple[Any, ...]]] = {}

    def __call__(self, *keys: int | str) -> list[Row]:
        """One query."""
        worded, sql, given = self.worded.get(connection.vendor) or self._put_in_words()
        known = dict(zip(self.holes, keys, strict=True))
        params = tuple(known.get(one, one) if isinstance(one, int | str) else one for one in given)
        compiler = copy.copy(worded)
        compiler.connection = connection
        compiler.as_sql = lambda *_, **__: (sql, params)
        return list(ModelIterable(_Asked(compiler)))

    def _put_in_words(self) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
        rows = self.make(*self.holes)
        compiler = rows.query.get_compiler(rows.db)
        sql, params = compiler.as_sql()
        if not set(self.holes).issubset(one for one in params if isinstance(one, int | str)):
            raise ValueError("A key is not among the query's parameters.")
        self.worded[connection.vendor] = compiler, sql, tuple(params)
        return self.worded[connection.vendor]


@dataclass(slots=True)
class _Asked:
    """As much of a query set as Django's reader of rows looks at."""

    compiler: SQLCompiler
    db: str = connection.alias
    _known_related_objects: dict[Any, Any] = field(default_factory=dict)

    @property
    def query(self) -> "_Asked":
        return self

    def get_compiler(self, using: str) -> SQLCompiler:
        return self.compiler
