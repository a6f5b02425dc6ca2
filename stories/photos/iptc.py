"""Captions and credits in a JPEG's IPTC record: read from bytes, written into bytes.

Source: IPTC-NAA Information Interchange Model 4.2 (numbers and byte limits of the datasets);
IPTC Photo Metadata Standard. What other programs wrote into the record is kept.
"""

import hashlib
import re
from datetime import date, datetime, time

from . import jpeg, photoshop
from .charsets import UTF_8, decode_text
from .words import PhotoWords

Dataset = tuple[int, int, bytes]
Key = tuple[int, int]

TAG = 0x1C
CHARACTER_SET = (1, 90)
RECORD_VERSION = (2, 0)
DATE, TIME = (2, 55), (2, 60)
# field: (record, dataset), most bytes
TEXTS: dict[str, tuple[Key, int]] = {
    "headline": ((2, 105), 256),
    "caption": ((2, 120), 2000),
    "credit": ((2, 110), 32),
    "source": ((2, 115), 32),
    "location": ((2, 92), 32),
    "city": ((2, 90), 32),
    "province": ((2, 95), 32),
    "country": ((2, 101), 64),
    "instructions": ((2, 40), 256),
    "copyright": ((2, 116), 128),
}
LISTS: dict[str, tuple[Key, int]] = {"bylines": ((2, 80), 32), "keywords": ((2, 25), 64)}
# Record 2 holds texts here; 0 is binary, and so is all from 200 on.
TEXT_NUMBERS = range(1, 200)
# Above this a dataset's length needs the extended form, which no text field may use.
MAX_STANDARD = 0x7FFF
MOST_DATASETS = 2000
_CLOCK = re.compile(r"(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?")


def write_iptc(data: bytes, words: PhotoWords) -> bytes:
    """The same JPEG with `words` in its IPTC record, texts cut to their limits between characters.

    A field that is empty in `words` stays as it was in the file. Raises jpeg.NotAJpeg.
    """
    segments, picture = jpeg.take_apart(data)
    held = photoshop.resources(segments)
    record = _pack(_with_words(_utf8(_unpack(_record(held))), words))
    others = [item for item in held if item.number not in (photoshop.IPTC, photoshop.IPTC_DIGEST)]
    digest = hashlib.md5(record, usedforsecurity=False).digest()
    ours = [photoshop.Resource(photoshop.IPTC, record), photoshop.Resource(photoshop.IPTC_DIGEST, digest)]
    kept = [segment for segment in segments if not photoshop.is_photoshop(segment)]
    at = _after_app_segments(kept)
    return jpeg.put_together([*kept[:at], *photoshop.segments_of([*ours, *others]), *kept[at:]], picture)


def read_iptc(data: bytes) -> PhotoWords:
    """What the record of a JPEG says; empty fields where there is none. Raises jpeg.NotAJpeg."""
    segments, _ = jpeg.take_apart(data)
    return read_record(_record(photoshop.resources(segments)))


def read_record(record: bytes) -> PhotoWords:
    """What the bytes of a record say, whatever character set they are in. Total."""
    datasets = _utf8(_unpack(record))
    found: dict[Key, list[str]] = {}
    for where, number, value in datasets:
        if _is_text((where, number, value)):
            found.setdefault((where, number), []).append(value.decode().strip("\x00 "))
    texts = {field: found[key][0] for field, (key, _) in TEXTS.items() if key in found}
    lists = {field: tuple(filter(None, found[key])) for field, (key, _) in LISTS.items() if key in found}
    taken = _date(found.get(DATE, [""])[0])
    return PhotoWords(**texts, **lists, taken=taken, taken_at=_time(found.get(TIME, [""])[0]) if taken else None)


def cut_bytes(text: str, limit: int) -> bytes:
    """`text` in UTF-8, at most `limit` bytes, never ending inside a character."""
    return text.encode()[:limit].decode(errors="ignore").encode()


def _record(held: list[photoshop.Resource]) -> bytes:
    return next((item.data for item in held if item.number == photoshop.IPTC), b"")


def _with_words(datasets: list[Dataset], words: PhotoWords) -> list[Dataset]:
    new: dict[Key, list[bytes]] = {CHARACTER_SET: [UTF_8], RECORD_VERSION: [b"\x00\x04"]}
    for field, (key, most) in TEXTS.items():
        if text := getattr(words, field):
            new[key] = [cut_bytes(text, most)]
    for field, (key, most) in LISTS.items():
        if texts := getattr(words, field):
            new[key] = [cut_bytes(text, most) for text in texts]
    if words.taken:
        new[DATE] = [words.taken.strftime("%Y%m%d").encode()]
        new[TIME] = _time_of(words.taken_at)
    kept = [item for item in datasets if item[:2] not in new]
    ours = [(*key, value) for key, values in new.items() for value in values]
    # The model asks for records in rising order; readers are used to datasets in rising order too.
    return sorted([*kept, *ours], key=lambda item: item[:2])


def _time_of(moment: time | None) -> list[bytes]:
    """ "120530+0900"; nothing without a zone, for which the record has no form."""
    zone = moment.strftime("%z")[:5] if moment else ""
    return [f"{moment:%H%M%S}{zone}".encode()] if zone else []


def _utf8(datasets: list[Dataset]) -> list[Dataset]:
    """All texts in UTF-8, whatever the record names or does not name as its character set."""
    named = next((value for *key, value in datasets if tuple(key) == CHARACTER_SET), b"")
    return [(*item[:2], decode_text(item[2], named).encode()) if _is_text(item) else item for item in datasets]


def _is_text(dataset: Dataset) -> bool:
    record, number, _ = dataset
    return record == 2 and number in TEXT_NUMBERS


def _pack(datasets: list[Dataset]) -> bytes:
    return b"".join(
        bytes((TAG, record, number)) + len(value).to_bytes(2, "big") + value for record, number, value in datasets
    )


def _unpack(data: bytes) -> list[Dataset]:
    """The datasets up to the end or to the first damage."""
    found, at = [], 0
    while at + 5 <= len(data) and data[at] == TAG and len(found) < MOST_DATASETS:
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        value = data[at + 5 : at + 5 + size]
        if size > MAX_STANDARD or len(value) < size:
            break
        found.append((data[at + 1], data[at + 2], value))
        at += 5 + size
    return found


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _time(value: str) -> time | None:
    """ "120530+0900" or "120530"."""
    match = _CLOCK.fullmatch(value)
    try:
        return datetime.strptime(value, "%H%M%S%z" if match and match[4] else "%H%M%S").timetz() if match else None  # noqa: DTZ007
    except ValueError:
        return None


def _after_app_segments(segments: list[jpeg.Segment]) -> int:
    """Behind JFIF, Exif and XMP, where readers look for it."""
    return max((i + 1 for i, segment in enumerate(segments) if segment.marker in (jpeg.APP0, jpeg.APP1)), default=0)
