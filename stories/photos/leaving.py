"""A picture file as it leaves the newsroom: with the desk's words, and with nothing else of what it came with.

What a camera or a phone wrote (where it stood, its number, its owner) stays here: all of it is
left out, and the words, the colour profile and how the camera was held are put in anew. Pixels
are not touched. JPEG takes the words twice, in IPTC and in XMP; WebP and PNG have XMP alone.
"""

import zlib

from . import jpeg, webp
from .endings import end_of, png_chunks
from .exif import exif_block
from .iptc import write_iptc
from .words import PhotoWords
from .xmp import fitting_packet, xmp_packet

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\x00"
ICC_MARK = b"ICC_PROFILE\x00"
JFIF_MARK = b"JFIF\x00"
JFIF_HEAD = 12  # mark, version and resolution; a thumbnail stands behind its two sizes
# Of the application segments: JFIF's, Adobe's (how colours are stored) and the colour profile.
_KEPT = ((0xE0, JFIF_MARK), (0xE2, ICC_MARK), (0xEE, b"Adobe"))
_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"}
_PNG_XMP = b"XML:com.adobe.xmp" + bytes(5)  # not packed, in no language
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"}


def jpeg_leaving(data: bytes, words: PhotoWords, orientation: int = 1) -> bytes:
    """Words in IPTC, cut to its byte limits, and whole in XMP. Raises jpeg.NotAJpeg."""
    whole = data[: end_of(data, "JPEG")]
    segments, picture = jpeg.take_apart(whole)
    kept = [_bare(segment) for segment in segments if _stays(segment)]
    jfif = [segment for segment in kept if segment.marker == jpeg.APP0]
    rest = [segment for segment in kept if segment.marker != jpeg.APP0]
    said = [jpeg.Segment(jpeg.APP1, exif_block(orientation))] if orientation != 1 else []
    said.append(jpeg.Segment(jpeg.APP1, XMP_MARK + fitting_packet(words, jpeg.MAX_PAYLOAD - len(XMP_MARK))))
    return write_iptc(jpeg.put_together([*jfif, *said, *rest], jpeg.without_asides(picture)), words)


def webp_leaving(data: bytes, words: PhotoWords, size: tuple[int, int], orientation: int = 1) -> bytes:
    """Words in XMP. `size` is the picture's as stored. Raises webp.NotAWebP."""
    chunks = [chunk for chunk in webp.take_apart(data) if chunk.name in _WEBP_KEPT]
    if orientation != 1:
        chunks.append(webp.Chunk(b"EXIF", exif_block(orientation).removeprefix(b"Exif\x00\x00")))
    return webp.put_together([*chunks, webp.Chunk(b"XMP ", xmp_packet(words))], *size)


def png_leaving(data: bytes, words: PhotoWords, orientation: int = 1) -> bytes:
    """Words in XMP, beside the picture, its colours and how it was held."""
    kept = [data[:8]]
    for name, start, end in png_chunks(data):
        if name in _PNG_KEPT:
            kept.append(data[start:end])
        if name == b"IHDR":
            kept.append(_png_chunk(b"iTXt", _PNG_XMP + xmp_packet(words)))
        if name == b"IHDR" and orientation != 1:
            kept.append(_png_chunk(b"eXIf", exif_block(orientation).removeprefix(b"Exif\x00\x00")))
    return b"".join(kept)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _stays(segment: jpeg.Segment) -> bool:
    if segment.marker not in jpeg.ASIDES:
        return True
    return any(segment.marker == marker and segment.payload.startswith(mark) for marker, mark in _KEPT)


def _bare(segment: jpeg.Segment) -> jpeg.Segment:
    """JFIF's own segment without the small picture in it, which shows what a crop took away."""
    if segment.marker != jpeg.APP0:
        return segment
    return jpeg.Segment(jpeg.APP0, segment.payload[:JFIF_HEAD].ljust(JFIF_HEAD, b"\x00") + bytes(2))
