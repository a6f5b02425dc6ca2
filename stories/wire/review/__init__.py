"""What an editor reads of a diff: rows, folds, the list of changes, its summary, the facts panel."""

from .attn import AttnCheck, check_attn
from .audit import CHECKER, Audit, audit
from .facts import FactPanel, FactRow, announces_correction, fact_key, fact_panel
from .findings import Findings, Screen, read_pair
from .heads import Head, heads
from .order import fold, places, review
from .values import Block, Count, Line, Review, Row, Tag

__all__ = [
    "CHECKER",
    "AttnCheck",
    "Audit",
    "Block",
    "Count",
    "FactPanel",
    "FactRow",
    "Findings",
    "Head",
    "Line",
    "Review",
    "Row",
    "Screen",
    "Tag",
    "announces_correction",
    "audit",
    "check_attn",
    "fact_key",
    "fact_panel",
    "fold",
    "heads",
    "places",
    "read_pair",
    "review",
]
