"""The ATTN line: read, written, proposed from a diff and checked against it."""

from .format import format_attn, format_clause
from .parse import normalise, parse_attn
from .values import Attn, Clause, Object, Place, PlaceKind, Target, Verb

__all__ = [
    "Attn",
    "Clause",
    "Object",
    "Place",
    "PlaceKind",
    "Target",
    "Verb",
    "format_attn",
    "format_clause",
    "normalise",
    "parse_attn",
]
