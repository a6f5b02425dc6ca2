"""Where a picture ends, and another file in hiding: behind its end, or in a part of it that nobody reads."""

import re

from . import jpeg, webp

_PADDING = re.compile(rb"[\x00\xff\s]*\Z")
_MARKUP = re.compile(rb"<script[\s>]|<svg[\s>]|<html[\s>]|<!doctype html|<\?php", re.IGNORECASE)
# Readers of archives look for the directory from the end of a file, those of PDF for the mark in its first bytes.
_ARCHIVE = re.compile(rb"PK\x05\x06\x00\x00\x00\x00")
ARCHIVE_REACH, PDF_REACH = 22 + 0xFFFF, 1024
# The chunks of a PNG and of a WebP that hold the picture, and the words that are read of it.
PNG_READ = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"iCCP", b"eXIf"}
WEBP_READ = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"EXIF", b"XMP "}


def end_of(data: bytes, kind: str) -> int | None:
    """The place behind the last byte of the picture, None where its end is missing.

    For a kind whose end does not show (TIFF, HEIF) the length of the file.
    """
    if kind == "JPEG":
        return jpeg.end_of_picture(data)
    if kind == "PNG":
        chunks = png_chunks(data)
        return chunks[-1][2] if chunks and chunks[-1][0] == b"IEND" else None
    if kind == "WEBP":
        end = 8 + int.from_bytes(data[4:8], "little")
        return end if end <= len(data) + 1 else None
    return len(data)


def is_harmless(tail: bytes) -> bool:
    """Whether what follows is padding, or what cameras put there: more pictures, a short film, their own notes."""
    if _PADDING.match(tail):
        return True
    camera = tail.startswith(b"\xff\xd8\xff") or tail[4:8] == b"ftyp" or tail.endswith(b"SEFT")
    return camera and not _MARKUP.search(tail)


def hidden_file(data: bytes, kind: str) -> str:
    """What a whole picture is besides, for a program that takes it for that: "a web page"; "" where it is none."""
    if _ARCHIVE.search(data, max(0, len(data) - ARCHIVE_REACH)):
        return "a ZIP archive"
    if b"%PDF-" in data[:PDF_REACH]:
        return "a PDF"
    return "a web page or a program" if any(map(_MARKUP.search, _unread(data, kind))) else ""


def png_chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """The name of each chunk up to the end mark, with the places where it starts and ends."""
    found, at = [], 8
    while at + 12 <= len(data):
        name, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4], "big")
        found.append((name, at, end))
        at = end
        if name == b"IEND":
            break
    return found


def _unread(data: bytes, kind: str) -> list[bytes]:
    """The parts in which nobody looks for words of a picture; the end of a file whose parts do not show."""
    try:
        if kind == "JPEG":
            return [part.payload for part in jpeg.take_apart(data)[0] if part.marker == jpeg.COMMENT]
        if kind == "WEBP":
            return [chunk.data for chunk in webp.take_apart(data) if chunk.name not in WEBP_READ]
    except (jpeg.NotAJpeg, webp.NotAWebP):
        return []
    if kind == "PNG":
        return [data[start:end] for name, start, end in png_chunks(data) if name not in PNG_READ]
    return [data[-ARCHIVE_REACH:]]
