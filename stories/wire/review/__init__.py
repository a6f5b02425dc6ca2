"""What an editor reads of a diff: rows, folds, the list of changes, its summary, the facts panel."""

from .facts import FactPanel, FactRow, announces_correction, fact_key, fact_panel
from .heads import Head, heads
from .order import fold, places, review
from .values import Block, Count, Line, Review, Row, Tag

__all__ = [
    "Block",
    "Count",
    "FactPanel",
    "FactRow",
    "Head",
    "Line",
    "Review",
    "Row",
    "Tag",
    "announces_correction",
    "fact_key",
    "fact_panel",
    "fold",
    "heads",
    "places",
    "review",
]
