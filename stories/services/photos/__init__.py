"""The verbs of a photo: brought in, put right, withdrawn, put to a caption that waits for it.

What leaves the newsroom is made in `exporting`. This front door names what needs no draft;
`editing`, `withdrawing` and `placing`, which stand on drafts and notes, are asked for by name.
"""

from stories.services.photo_files import NotKept

from .reading import NotAPicture
from .storing import Brought, bring_photo, store_photo

__all__ = ["Brought", "NotAPicture", "NotKept", "bring_photo", "store_photo"]
