"""How the history rows of a model are reached."""

from functools import cache
from typing import Any

from simple_history.manager import HistoryManager


class Histories(HistoryManager):
    """The package's manager, its class put together once: it did so for each look at `draft.history`, and each save."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: type, class_name: str | None = None) -> Any:
        return super().from_queryset(queryset_class, class_name)
