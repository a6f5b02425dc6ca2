"""The newsroom's nouns, one file for each."""

from .attn_audit import AttnAudit
from .byline import Byline
from .desk import Desk
from .draft import Draft, DraftPhoto
from .fact_check import FactCheck
from .parked import ParkedText
from .photo import Photo
from .presence import Presence
from .story import Story
from .version import Version, VersionPhoto

__all__ = [
    "AttnAudit",
    "Byline",
    "Desk",
    "Draft",
    "DraftPhoto",
    "FactCheck",
    "ParkedText",
    "Photo",
    "Presence",
    "Story",
    "Version",
    "VersionPhoto",
]
