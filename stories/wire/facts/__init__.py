"""Facts of wire copy: figures, dates, days, times, names and quotations, and what became of them."""

from .compare import facts
from .context import where
from .extract import extract, graf_facts
from .silent import silent_changes
from .values import Change, Fact, FactChange, FactKind

__all__ = ["Change", "Fact", "FactChange", "FactKind", "extract", "facts", "graf_facts", "silent_changes", "where"]
