"""What people type, checked for shape only: what may be done with it, the services decide."""

from .copy_in import CopyInForm
from .draft import DraftForm
from .embargo import EmbargoForm
from .filing import FilingForm, SavedDraftForm
from .killing import KillForm
from .note import NoteForm
from .preferences import PreferencesForm
from .story import StoryForm
from .submitting import SubmitForm

__all__ = [
    "CopyInForm",
    "DraftForm",
    "EmbargoForm",
    "FilingForm",
    "KillForm",
    "NoteForm",
    "PreferencesForm",
    "SavedDraftForm",
    "StoryForm",
    "SubmitForm",
]
