"""The working copy of a story's next filing: opened, saved, moved to a newer base, discarded."""

from .closing import close_draft, discard_draft
from .holding import DraftClosed, StaleDraft, UnableToSave, lock_draft, lock_draft_to_file, lock_story, refuse_stale
from .opening import open_draft
from .saving import keep_text, rebase_draft, save_draft
from .taking_up import UnableToTakeUp, take_up_draft
from .text import MERGED_FIELDS, DraftText, accept_text, brackets_in_words, brackets_of, text_of

__all__ = [
    "MERGED_FIELDS",
    "DraftClosed",
    "DraftText",
    "StaleDraft",
    "UnableToSave",
    "UnableToTakeUp",
    "accept_text",
    "brackets_in_words",
    "brackets_of",
    "close_draft",
    "discard_draft",
    "keep_text",
    "lock_draft",
    "lock_draft_to_file",
    "lock_story",
    "open_draft",
    "rebase_draft",
    "refuse_stale",
    "save_draft",
    "take_up_draft",
    "text_of",
]
