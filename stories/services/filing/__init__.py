"""Sending a version to the wire."""

from .refused import (
    AlreadyKilled,
    Blocked,
    FalseClaim,
    NothingToFile,
    StaleBase,
    UnableToFile,
    WrongKind,
)
from .sending import file_draft, file_version

__all__ = [
    "AlreadyKilled",
    "Blocked",
    "FalseClaim",
    "NothingToFile",
    "StaleBase",
    "UnableToFile",
    "WrongKind",
    "file_draft",
    "file_version",
]
