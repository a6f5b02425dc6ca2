"""The chunks of a WebP file: taken apart and put together again, pixels untouched.

Source: WebP Container Specification (RIFF; "VP8X" says which other chunks there are).
"""

from collections.abc import Iterator
from dataclasses import dataclass

ICC, ALPHA, EXIF, XMP = 0x20, 0x10, 0x08, 0x04
_SAID_IN_HEAD = {b"ICCP": ICC, b"ALPH": ALPHA, b"EXIF": EXIF, b"XMP ": XMP}


class NotAWebP(ValueError):  # noqa: N818 - an answer about the file
    """The bytes are not a WebP whose chunks can be read."""


@dataclass(frozen=True, slots=True)
class Chunk:
    name: bytes
    data: bytes


def take_apart(data: bytes) -> list[Chunk]:
    """All chunks up to the end that the head names; what stands behind it is left off. Raises NotAWebP."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise NotAWebP("The file does not start as a WebP does.")
    return list(_chunks(data[: 8 + int.from_bytes(data[4:8], "little")]))


def put_together(chunks: list[Chunk], width: int, height: int) -> bytes:
    """A file of the chunks, the head made anew for what they are. `width` and `height` are the canvas's."""
    rest = [chunk for chunk in chunks if chunk.name != b"VP8X"]
    flags = 0
    for chunk in rest:
        flags |= _SAID_IN_HEAD.get(chunk.name, 0)
    old = next((chunk.data for chunk in chunks if chunk.name == b"VP8X"), b"")
    flags |= (old[0] if old else _lossless_alpha(rest)) & ALPHA
    head = Chunk(b"VP8X", bytes((flags, 0, 0, 0)) + _less_one(width) + _less_one(height))
    # The order that the specification asks for: head, profile, picture, then what is said of it.
    last = [chunk for name in (b"EXIF", b"XMP ") for chunk in rest if chunk.name == name]
    profile = [chunk for chunk in rest if chunk.name == b"ICCP"]
    picture = [chunk for chunk in rest if chunk.name not in (b"ICCP", b"EXIF", b"XMP ")]
    body = b"WEBP" + b"".join(_bytes(chunk) for chunk in (head, *profile, *picture, *last))
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(data: bytes) -> Iterator[Chunk]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise NotAWebP("The file ends inside a chunk.")
        yield Chunk(data[at : at + 4], data[at + 8 : at + 8 + size])
        at += 8 + size + size % 2


def _lossless_alpha(chunks: list[Chunk]) -> int:
    """Whether a lossless picture has transparent places: a bit behind its two 14-bit sizes."""
    picture = next((chunk.data for chunk in chunks if chunk.name == b"VP8L"), b"")
    return ALPHA if len(picture) > 4 and picture[4] & 0x10 else 0


def _less_one(size: int) -> bytes:
    return (size - 1).to_bytes(3, "little")


def _bytes(chunk: Chunk) -> bytes:
    return chunk.name + len(chunk.data).to_bytes(4, "little") + chunk.data + b"\x00" * (len(chunk.data) % 2)
