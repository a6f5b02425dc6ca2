"""A picture file as it leaves the newsroom: with the desk's words, and with nothing else of what it came with.

What a camera or a phone wrote (where it stood, its number, its owner) stays here: all of it is
left out, and the words, the colour profile and how the camera was held are put in anew. Pixels
are not touched. PNG has no field that newsrooms read: it leaves without words.
"""

import zlib

from . import jpeg, photoshop, webp
from .endings import end_of
from .exif import exif_block
from .iptc import write_iptc
from .words import PhotoWords
from .xmp import xmp_packet

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\x00"
ICC_MARK = b"ICC_PROFILE\x00"
# Of the application segments: JFIF's, Adobe's (how colours are stored) and the colour profile.
_APP = range(0xE0, 0xF0)
_COMMENT = 0xFE
_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"}


def jpeg_leaving(data: bytes, words: PhotoWords, orientation: int = 1) -> bytes:
    """Words in IPTC, cut to its byte limits, and whole in XMP. Raises jpeg.NotAJpeg."""
    whole = data[: end_of(data, "JPEG")]
    segments, picture = jpeg.take_apart(whole)
    kept = [segment for segment in segments if _stays(segment)]
    jfif = [segment for segment in kept if segment.marker == jpeg.APP0]
    rest = [segment for segment in kept if segment.marker != jpeg.APP0]
    said = [jpeg.Segment(jpeg.APP1, exif_block(orientation))] if orientation != 1 else []
    packet = XMP_MARK + xmp_packet(words)
    said += [jpeg.Segment(jpeg.APP1, packet)] if len(packet) <= jpeg.MAX_PAYLOAD else []
    return write_iptc(jpeg.put_together([*jfif, *said, *rest], picture), words)


def webp_leaving(data: bytes, words: PhotoWords, size: tuple[int, int], orientation: int = 1) -> bytes:
    """Words in XMP. `size` is the picture's as stored. Raises webp.NotAWebP."""
    chunks = [chunk for chunk in webp.take_apart(data) if chunk.name not in (b"EXIF", b"XMP ")]
    if orientation != 1:
        chunks.append(webp.Chunk(b"EXIF", exif_block(orientation).removeprefix(b"Exif\x00\x00")))
    return webp.put_together([*chunks, webp.Chunk(b"XMP ", xmp_packet(words))], *size)


def png_leaving(data: bytes, orientation: int = 1) -> bytes:
    """Nothing but the picture, its colours and how it was held."""
    at, kept = 8, [data[:8]]
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        if name == b"IHDR" and orientation != 1:
            kept.append(_png_chunk(b"eXIf", exif_block(orientation).removeprefix(b"Exif\x00\x00")))
        if name == b"IEND":
            break
        at = end
    return b"".join(kept)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _stays(segment: jpeg.Segment) -> bool:
    if segment.marker == _COMMENT or photoshop.is_photoshop(segment):
        return False
    if segment.marker not in _APP:
        return True
    profile = segment.marker == 0xE2 and segment.payload.startswith(ICC_MARK)
    return profile or segment.marker in (0xE0, 0xEE)
