"""Bringing in filed texts from outside: read and show first, then save all of them or nothing."""

from .places import Place, Placed, place_stories
from .plan import ImportPlan, PlannedFile, PlannedStory, read_files
from .saving import ImportedStory, ImportResult, UnableToImport, import_stories

__all__ = [
    "ImportPlan",
    "ImportResult",
    "ImportedStory",
    "Place",
    "Placed",
    "PlannedFile",
    "PlannedStory",
    "UnableToImport",
    "import_stories",
    "place_stories",
    "read_files",
]
