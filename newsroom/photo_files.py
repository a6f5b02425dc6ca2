"""Photos on this machine's disk: whole or not there, whatever happens in between."""

import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

NAMED_AT_ONCE = 0o640


class WholeFileStorage(FileSystemStorage):
    """Names say the content (a checksum stands in each), so a name that is taken is the file asked for.

    Django's own storage leaves half a file under its last name where the disk is full, and
    waits for no disk. Here a file is written aside, brought to the disk, then given its name.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: File) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                for chunk in content.chunks():
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(aside, self.file_permissions_mode or NAMED_AT_ONCE)
            os.replace(aside, path)
            aside = str(path)
            _sync_folder(path.parent)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
        return name

    def delete(self, name: str) -> None:
        """Take a file away, and nothing else: folders of checksums fill again."""
        Path(self.path(name)).unlink(missing_ok=True)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        folders, files = super().listdir(path)
        return folders, [name for name in files if not name.startswith(".")]


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
