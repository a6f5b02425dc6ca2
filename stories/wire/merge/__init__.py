"""Three-way merge by paragraph: nothing that either side typed is lost, and only true conflicts are asked about."""

from .fields import FieldConflict, TextMerge, merge_fields
from .merge import merge
from .summary import came_in
from .text import merge_text
from .values import Conflict, Merge, Merged, Side

__all__ = [
    "Conflict",
    "FieldConflict",
    "Merge",
    "Merged",
    "Side",
    "TextMerge",
    "came_in",
    "merge",
    "merge_fields",
    "merge_text",
]
