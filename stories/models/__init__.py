"""The newsroom's nouns, one file for each."""

from .attn_audit import AttnAudit
from .board_marks import SavedFilter, SeenStory
from .byline import Byline
from .desk import Desk
from .draft import Draft, DraftPhoto
from .fact_check import FactCheck
from .failed_sign_in import FailedSignIn
from .late_photo import LatePhoto
from .note import Note
from .notification import Notification
from .parked import ParkedText
from .photo import Photo
from .preferences import Preferences
from .presence import Presence
from .rendition import Rendition
from .story import Story
from .submission import Submission, SubmissionPhoto
from .verdict import Verdict
from .version import Version, VersionPhoto

__all__ = [
    "AttnAudit",
    "Byline",
    "Desk",
    "Draft",
    "DraftPhoto",
    "FactCheck",
    "FailedSignIn",
    "LatePhoto",
    "Note",
    "Notification",
    "ParkedText",
    "Photo",
    "Preferences",
    "Presence",
    "Rendition",
    "SavedFilter",
    "SeenStory",
    "Story",
    "Submission",
    "SubmissionPhoto",
    "Verdict",
    "Version",
    "VersionPhoto",
]
