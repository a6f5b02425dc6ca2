"""Putting bytes into the photo storage, whichever it is: a folder of this machine or a bucket."""

import errno
import logging
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from .refusals import Refused

log = logging.getLogger(__name__)
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NotKept(Refused):
    """The storage did not take the picture; nothing of it is left."""


def keep_file(name: str, data: bytes) -> bool:
    """Put `data` under `name`, which says its content; False where it was there already. Raises NotKept."""
    try:
        if default_storage.exists(name) and default_storage.size(name) == len(data):
            return False
        default_storage.save(name, ContentFile(data))
    except Exception as error:  # each storage has failures of its own kind
        log.exception("The photo storage did not take %s", name)
        full = isinstance(error, OSError) and error.errno in FULL
        why = "The disk for photos is full" if full else "The place for photos does not answer"
        raise NotKept(f"{why}: nothing was stored. Try again in a while, or tell an admin.") from error
    return True


def drop_files(names: Iterable[str]) -> None:
    """Take back files whose rows did not come about. A storage that fails again leaves them for the next try to use."""
    for name in names:
        try:
            default_storage.delete(name)
        except Exception:
            log.exception("A file without a row is left in the photo storage: %s", name)


def read_file(name: str) -> bytes:
    """All bytes of a file. Raises OSError, or what the storage raises, where it is not there."""
    with default_storage.open(name, "rb") as file:
        return file.read()
