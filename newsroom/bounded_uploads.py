"""Uploads that fill no disk: of each file no more is stored than it takes to see that it is too large."""

from django.core.files.uploadhandler import FileUploadHandler

from stories.photos.pixels import MAX_BYTES


class BoundedUploadHandler(FileUploadHandler):
    """Stands in front of Django's own. It lets through one byte more than are taken; who reads the file refuses it."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data[: max(0, MAX_BYTES + 1 - start)] or None

    def file_complete(self, file_size: int) -> None:
        return None
