"""Whether a JPEG that has its end mark lacks a part of its picture: it was cut off, and somebody closed it.

A decoder only warns of that, where nobody hears it. What is missing comes out as middle grey, or, where a picture is
drawn in passes, as one that was never drawn to its end.
"""

import hashlib
import io
import re

from PIL import Image, ImageChops

from . import jpeg

# Pictures in Huffman's code. The other code ends where its zeros begin, and nobody sends it.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
_MISSING = range(126, 131)
# Where a decoder still waits for bytes it draws these; where it has them all it passes them over.
_NOISE = b"".join(hashlib.sha256(bytes((place,))).digest() for place in range(64)).replace(b"\xff", b"\x7f")


def lacks_passes(data: bytes) -> bool:
    """Whether a part of the picture is in none of its passes, or not to its last bit. Nothing is decoded."""
    parts, missing = b"", {}
    for mark, said in jpeg.payloads(data):
        if mark in _FRAMES and len(said) > 5:
            parts = said[6 : 6 + 3 * said[5] : 3]
        elif mark == jpeg.START_OF_SCAN and said and len(said) >= 4 + 2 * said[0]:
            first, last, bits = said[1 + 2 * said[0] :][:3]
            for part in said[1 : 1 + 2 * said[0] : 2]:
                missing |= dict.fromkeys(((part, at) for at in range(first, min(last, 63) + 1)), bits & 0x0F)
    return any(missing.get((part, at), 1) for part in parts for at in range(64))


def is_cut_off(data: bytes, image: Image.Image, size: tuple[int, int] | None) -> bool:
    """Whether the decoder ran out of bytes before `image` was full; `size` is what was asked of its `draft`.

    Only where that may be, for it is drawn in passes or its last corner looks as a missing one
    does, it is drawn once more with bytes added at its end: a whole picture stays the same.
    """
    end = jpeg.end_of_picture(data)
    frame, passes = _frame(data)
    if end is None or frame not in _FRAMES or not (passes > 1 or _looks_missing(image)):
        return False
    restarts = len(_RESTART.findall(data, data.rfind(bytes((0xFF, jpeg.START_OF_SCAN)), 0, end), end))
    more = _NOISE + bytes((0xFF, 0xD0 + restarts % 8)) + _NOISE
    with Image.open(io.BytesIO(data[: end - 2] + more + data[end - 2 : end]), formats=("JPEG", "MPO")) as again:
        if size:
            again.draft(None, size)
        return ImageChops.difference(image, again).getbbox() is not None


def _frame(data: bytes) -> tuple[int | None, int]:
    """The mark that says how the picture is coded, and the number of its passes."""
    marks = [mark for mark, _ in jpeg.payloads(data)]
    coded = (mark for mark in marks if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC))
    return next(coded, None), marks.count(jpeg.START_OF_SCAN)


def _looks_missing(image: Image.Image) -> bool:
    corner = image.crop((image.width - 1, image.height - 1, image.width, image.height))
    bands = corner.getextrema() if image.mode == "CMYK" else [corner.convert("L").getextrema()]
    return all(int(low) in _MISSING for low, _ in bands)
