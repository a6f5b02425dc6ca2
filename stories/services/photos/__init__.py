"""The verbs of a photo: brought in, put right, withdrawn, put to a caption that waits for it."""

from stories.services.photo_files import NotKept

from .reading import NotAPicture
from .storing import Brought, bring_photo, store_photo

__all__ = ["Brought", "NotAPicture", "NotKept", "bring_photo", "store_photo"]
