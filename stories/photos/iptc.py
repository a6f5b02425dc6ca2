"""Captions and credits in a JPEG's IPTC record: read from bytes, written into bytes.

Source: IPTC-NAA Information Interchange Model 4.2 (numbers and byte limits of the datasets);
IPTC Photo Metadata Standard. What other programs wrote into the record is kept.
"""

import hashlib
from datetime import date

from . import jpeg, photoshop
from .words import PhotoWords

Dataset = tuple[int, int, bytes]

TAG = 0x1C
CHARACTER_SET = (1, 90)
UTF_8 = b"\x1b%G"
RECORD_VERSION = (2, 0)
DATE = (2, 55)
# field: (record, dataset), most bytes
TEXTS: dict[str, tuple[tuple[int, int], int]] = {
    "headline": ((2, 105), 256),
    "caption": ((2, 120), 2000),
    "byline": ((2, 80), 32),
    "credit": ((2, 110), 32),
    "city": ((2, 90), 32),
}
# Record 2 holds texts here; 0 is binary, and so is all from 200 on.
TEXT_NUMBERS = range(1, 200)
# Above this a dataset's length needs the extended form, which no text field may use.
MAX_STANDARD = 0x7FFF


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
    """What the record says; empty fields where there is none. Raises jpeg.NotAJpeg."""
    segments, _ = jpeg.take_apart(data)
    datasets = _utf8(_unpack(_record(photoshop.resources(segments))))
    found = {(record, number): value for record, number, value in reversed(datasets)}
    texts = {field: found[key].decode() for field, (key, _) in TEXTS.items() if key in found}
    return PhotoWords(**texts, taken=_date(found.get(DATE, b"")))


def cut_bytes(text: str, limit: int) -> bytes:
    """`text` in UTF-8, at most `limit` bytes, never ending inside a character."""
    return text.encode()[:limit].decode(errors="ignore").encode()


def _record(held: list[photoshop.Resource]) -> bytes:
    return next((item.data for item in held if item.number == photoshop.IPTC), b"")


def _with_words(datasets: list[Dataset], words: PhotoWords) -> list[Dataset]:
    new = {key: cut_bytes(getattr(words, field), most) for field, (key, most) in TEXTS.items() if getattr(words, field)}
    if words.taken:
        new[DATE] = words.taken.strftime("%Y%m%d").encode()
    new[CHARACTER_SET] = UTF_8
    new[RECORD_VERSION] = b"\x00\x04"
    kept = [item for item in datasets if item[:2] not in new]
    # The model asks for records in rising order; readers are used to datasets in rising order too.
    return sorted([*kept, *((*key, value) for key, value in new.items())], key=lambda item: item[:2])


def _utf8(datasets: list[Dataset]) -> list[Dataset]:
    return [(*item[:2], _text(item[2])) if _is_text(item) else item for item in datasets]


def _is_text(dataset: Dataset) -> bool:
    record, number, _ = dataset
    return record == 2 and number in TEXT_NUMBERS


def _text(value: bytes) -> bytes:
    """Old programs name no character set, and some a wrong one: what is not UTF-8 is read as Latin."""
    try:
        value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", errors="replace").encode()
    return value


def _pack(datasets: list[Dataset]) -> bytes:
    return b"".join(
        bytes((TAG, record, number)) + len(value).to_bytes(2, "big") + value for record, number, value in datasets
    )


def _unpack(data: bytes) -> list[Dataset]:
    """The datasets up to the end or to the first damage."""
    found, at = [], 0
    while at + 5 <= len(data) and data[at] == TAG:
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        value = data[at + 5 : at + 5 + size]
        if size > MAX_STANDARD or len(value) < size:
            break
        found.append((data[at + 1], data[at + 2], value))
        at += 5 + size
    return found


def _date(value: bytes) -> date | None:
    try:
        return date.fromisoformat(value.decode())
    except ValueError:
        return None


def _after_app_segments(segments: list[jpeg.Segment]) -> int:
    """Behind JFIF, Exif and XMP, where readers look for it."""
    return max((i + 1 for i, segment in enumerate(segments) if segment.marker in (jpeg.APP0, jpeg.APP1)), default=0)
