"""What stands behind the end of a picture: nothing, what cameras put there, or another file in hiding."""

import re

# Inside a scan 0xFF is followed by 0x00 or a restart mark; any other mark ends the scan.
_MARK = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)
_PADDING = re.compile(rb"[\x00\xff\s]*\Z")
END_OF_IMAGE = 0xD9
START_OF_IMAGE = 0xD8


def end_of(data: bytes, kind: str) -> int | None:
    """The place behind the last byte of the picture, None where its end is missing.

    For a kind whose end does not show (TIFF, HEIF) the length of the file.
    """
    if kind == "JPEG":
        return _end_of_jpeg(data)
    if kind == "PNG":
        return _end_of_png(data)
    if kind == "WEBP":
        end = 8 + int.from_bytes(data[4:8], "little")
        return end if end <= len(data) + 1 else None
    return len(data)


def is_harmless(tail: bytes) -> bool:
    """Whether what follows is padding, or what cameras put there: more pictures, a short film, their own notes."""
    if _PADDING.match(tail):
        return True
    camera = tail.startswith(b"\xff\xd8\xff") or tail[4:8] == b"ftyp" or tail.endswith(b"SEFT")
    return camera and not re.search(rb"<script|<svg|<html|<\?php", tail, re.IGNORECASE)


def _end_of_jpeg(data: bytes) -> int | None:
    """Walks the marks: a segment is skipped by its length, a scan up to the next mark that is none of its own."""
    at = 2
    while found := _MARK.search(data, at):
        mark, at = found[1][0], found.end()
        if mark == END_OF_IMAGE:
            return at
        if mark in (0x01, START_OF_IMAGE):
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2:
            return None
        at += length
    return None


def _end_of_png(data: bytes) -> int | None:
    at = 8
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at
    return None
