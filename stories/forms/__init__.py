"""What people type, checked for shape only: what may be done with it, the services decide."""

from .copy_in import CopyInForm
from .draft import DraftForm
from .filing import FilingForm, SavedDraftForm
from .note import NoteForm
from .preferences import PreferencesForm
from .story import StoryForm
from .submitting import SubmitForm

__all__ = [
    "CopyInForm",
    "DraftForm",
    "FilingForm",
    "NoteForm",
    "PreferencesForm",
    "SavedDraftForm",
    "StoryForm",
    "SubmitForm",
]
