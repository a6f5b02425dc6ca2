"""The marker segments of a JPEG file: taken apart and put together again, pixels untouched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

START = b"\xff\xd8"
START_OF_SCAN = 0xDA
END = 0xD9
APP0, APP1, APP13 = 0xE0, 0xE1, 0xED
COMMENT = 0xFE
# What programs say beside the picture: their own segments, and comments.
ASIDES = frozenset({*range(0xE0, 0xF0), COMMENT})
# The two bytes of a segment's length count themselves.
MAX_PAYLOAD = 0xFFFF - 2
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
# Inside a scan 0xFF is followed by 0x00 or a restart mark; any other mark ends the scan.
_MARK = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)


class NotAJpeg(ValueError):  # noqa: N818 - an answer about the file
    """The bytes are not a JPEG file whose segments can be read."""


@dataclass(frozen=True, slots=True)
class Segment:
    marker: int
    payload: bytes


def take_apart(data: bytes) -> tuple[list[Segment], bytes]:
    """The segments before the picture, and the rest from the start of scan on.

    Raises NotAJpeg where the head is cut off or is something else.
    """
    if not data.startswith(START):
        raise NotAJpeg("The file does not start as a JPEG does.")
    segments: list[Segment] = []
    at = len(START)
    while True:
        marker, at = _marker(data, at)
        if marker in (START_OF_SCAN, END):
            return segments, data[at - 2 :]
        if marker in _WITHOUT_LENGTH:
            segments.append(Segment(marker, b""))
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            raise NotAJpeg("The file ends inside its head.")
        segments.append(Segment(marker, data[at + 2 : at + length]))
        at += length


def put_together(segments: list[Segment], picture: bytes) -> bytes:
    return START + b"".join(_bytes(segment) for segment in segments) + picture


def end_of_picture(data: bytes) -> int | None:
    """The place behind the end mark, None where there is none: a segment is skipped by its length."""
    for mark, _, end in _marks(data, len(START)):
        if mark == END:
            return end
    return None


def passes(data: bytes) -> int:
    """In how many scans the picture is drawn."""
    return sum(mark == START_OF_SCAN for mark, _, _ in _marks(data, len(START)))


def payloads(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marks of the whole picture, between its scans too, with what each says."""
    for mark, start, end in _marks(data, len(START)):
        yield mark, data[start + 4 : end]


def without_asides(picture: bytes) -> bytes:
    """The scans without comments and programs' segments between them, where hardly a reader looks for any."""
    kept, at = [], 0
    for mark, start, end in _marks(picture, 0):
        if mark in ASIDES:
            kept.append(picture[at:start])
            at = end
    return b"".join((*kept, picture[at:]))


def _marks(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Each mark from `at` on with the places where its segment starts and ends, up to the picture's end."""
    while found := _MARK.search(data, at):
        mark, at = found[1][0], found.end()
        if mark not in (0x01, START[1], END):
            length = int.from_bytes(data[at : at + 2], "big")
            if length < 2:
                return
            at += length
        yield mark, found.start(), at
        if mark == END:
            return


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at `at` and the place after it; a marker may be filled up with 0xFF."""
    if data[at : at + 1] != b"\xff":
        raise NotAJpeg("The file's head is damaged.")
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data):
        raise NotAJpeg("The file ends inside its head.")
    return data[at], at + 1


def _bytes(segment: Segment) -> bytes:
    head = bytes((0xFF, segment.marker))
    if segment.marker in _WITHOUT_LENGTH:
        return head
    return head + (len(segment.payload) + 2).to_bytes(2, "big") + segment.payload
