"""What a camera wrote into a picture: the few texts a desk uses, and never where it stood.

Source: CIPA DC-008 (Exif 2.32), TIFF 6.0. Bytes are followed only inside the block, each place once,
a bounded number of entries. Places by satellite (the GPS directory) are not read at all.
"""

import re
import struct
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from .charsets import decode_text
from .words import NOTHING, PhotoWords

MOST_ENTRIES = 512
LONGEST = 20_000  # bytes of one text
ORIENTATION, DESCRIPTION, ARTIST, COPYRIGHT = 0x0112, 0x010E, 0x013B, 0x8298
CAMERA, TAKEN, ZONE = 0x8769, 0x9003, 0x9011
# A TIFF file carries the other standards in its own directory.
XMP, IPTC, PHOTOSHOP = 0x02BC, 0x83BB, 0x8649
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 13: 4}
# What cameras write as a description when nobody described anything.
_NO_CAPTION = re.compile(
    r"\s*(?:OLYMPUS DIGITAL CAMERA|SONY DSC|SAMSUNG|DCIM\\.*|KONICA MINOLTA.*|MINOLTA DIGITAL CAMERA|<.*>|default"
    r"|DIGITAL CAMERA|Exif_JPEG_PICTURE|\.|DSC\w*\d+|IMG_?\d+|[\w-]+\.(?:jpe?g|tiff?|heic))?\s*",
    re.IGNORECASE,
)
_TIME = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Exif:
    """The texts, how the camera was held (1 to 8), and the blocks of other standards in a TIFF."""

    words: PhotoWords = NOTHING
    orientation: int = 1
    xmp: bytes = b""
    iptc: bytes = b""
    photoshop: bytes = b""


def read_exif(data: bytes) -> Exif:
    """Reads a block ("Exif\\0\\0" in front or not) or a whole TIFF file. Damage ends the reading, it does not raise."""
    block = data.removeprefix(b"Exif\x00\x00")
    order = {b"II": "little", b"MM": "big"}.get(block[:2], "")
    if not order or len(block) < 8:
        return Exif()
    main = _directory(block, int.from_bytes(block[4:8], order), order)
    camera = _directory(block, _number(main.get(CAMERA, b""), order), order)
    orientation = _number(main.get(ORIENTATION, b""), order)
    return Exif(
        _words(main, camera),
        orientation if 1 <= orientation <= 8 else 1,
        main.get(XMP, b""),
        main.get(IPTC, b""),
        main.get(PHOTOSHOP, b""),
    )


def exif_block(orientation: int) -> bytes:
    """A block that says how the camera was held, and beside it only what the standard will not do without."""
    inch, short, ratio = 2, 3, 5
    behind = 10 + 5 * 12 + 4  # the two resolutions stand behind the directory
    entries = (
        (ORIENTATION, short, orientation << 16),
        (0x011A, ratio, behind),
        (0x011B, ratio, behind + 8),
        (0x0128, short, inch << 16),
        (0x0213, short, 1 << 16),
    )
    directory = b"".join(struct.pack(">HHII", tag, kind, 1, value) for tag, kind, value in entries)
    head = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08" + struct.pack(">H", len(entries))
    return head + directory + bytes(4) + struct.pack(">II", 72, 1) * 2


def _directory(block: bytes, at: int, order: str) -> dict[int, bytes]:
    """The values of one directory by tag, those of a kind read here."""
    if not 8 <= at <= len(block) - 2:
        return {}
    found = {}
    count = min(int.from_bytes(block[at : at + 2], order), MOST_ENTRIES)
    for start in range(at + 2, at + 2 + 12 * count, 12):
        entry = block[start : start + 12]
        if len(entry) < 12:
            break
        tag, kind = int.from_bytes(entry[:2], order), int.from_bytes(entry[2:4], order)
        size = int.from_bytes(entry[4:8], order) * _SIZES.get(kind, 0)
        place = int.from_bytes(entry[8:], order)
        value = entry[8 : 8 + size] if size <= 4 else block[place : place + size]
        if size and len(value) == size:
            found.setdefault(tag, value)
    return found


def _number(value: bytes, order: str) -> int:
    return int.from_bytes(value, order) if len(value) <= 4 else 0


def _words(main: dict[int, bytes], camera: dict[int, bytes]) -> PhotoWords:
    caption = _text(main.get(DESCRIPTION, b""))
    taken = _moment(_text(camera.get(TAKEN, b"")), _text(camera.get(ZONE, b"")))
    return PhotoWords(
        caption="" if _NO_CAPTION.fullmatch(caption) else caption,
        bylines=tuple(filter(None, (name.strip() for name in _text(main.get(ARTIST, b"")).split(";")))),
        copyright=_text(main.get(COPYRIGHT, b"")),
        taken=taken[0] if taken else None,
        taken_at=taken[1] if taken else None,
    )


def _text(value: bytes) -> str:
    """A text up to its first NUL; the copyright's editor stands behind one and is left off."""
    return decode_text(value[:LONGEST].split(b"\x00", 1)[0]).strip()


def _moment(text: str, zone: str) -> tuple[date, time] | None:
    match = _TIME.match(text)
    if not match:
        return None
    try:
        moment = datetime(*(int(part) for part in match.groups()), tzinfo=UTC)  # type: ignore[arg-type]
    except ValueError:
        return None
    return moment.date(), moment.time().replace(tzinfo=_zone(zone))


def _zone(text: str) -> timezone | None:
    match = _OFFSET.fullmatch(text)
    if not match or int(match[2]) > 14:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-offset if match[1] == "-" else offset)
