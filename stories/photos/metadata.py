"""Everything a picture file says of itself, from whichever of the three standards says it best.

Which one is believed, field by field, the first that says something:

1. XMP: whole texts, in any script;
2. IPTC-IIM: the same texts, cut to byte limits by its makers. It comes before XMP where its checksum
   shows that a program changed it after the XMP was written;
3. Exif: what the camera was set to.

Source: Metadata Working Group, "Guidelines for Handling Image Metadata" 2.0, section 5.
"""

import hashlib
from dataclasses import asdict, dataclass, field, fields

from stories.wire.text import clean, hidden_counts, without_controls

from . import jpeg, photoshop
from .exif import Exif, read_exif
from .iptc import read_record
from .words import NOTHING, PhotoWords
from .xmp_reading import read_xmp

FIELDS = tuple(field.name for field in fields(PhotoWords))
MOST_CHARACTERS = {"caption": 20_000, "instructions": 4_000, "rights": 4_000, "alt_text": 4_000}
MOST_OF_THE_REST = 240
MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: the words to believe, what each standard said (empty ones left out)."""

    words: PhotoWords = NOTHING
    said: dict[str, PhotoWords] = field(default_factory=dict)

    def plain(self) -> dict[str, dict[str, object]]:
        """For keeping: by standard ("xmp", "iptc", "exif"), its filled fields as texts and lists."""
        return {standard: _filled(words) for standard, words in self.said.items()}


def read_metadata(data: bytes, kind: str, *, exif: bytes = b"", xmp: bytes = b"") -> Found:
    """`exif` and `xmp` are the blocks that the picture's decoder found. Total, whatever stands in the file.

    Where the picture was taken by satellite is never read.
    """
    camera = read_exif(data if kind == "TIFF" else exif)
    record, changed = _record(data, kind, camera)
    said = {
        "xmp": _bounded(read_xmp(xmp or camera.xmp)),
        "iptc": _bounded(read_record(record)),
        "exif": _bounded(camera.words),
    }
    order = ("iptc", "xmp", "exif") if changed else ("xmp", "iptc", "exif")
    best = {name: _first(name, [said[standard] for standard in order]) for name in FIELDS}
    if best["taken"] and not best["taken_at"] and best["taken"] == camera.words.taken:
        best["taken_at"] = camera.words.taken_at
    spoke = {standard: words for standard, words in said.items() if words != NOTHING}
    return Found(PhotoWords(**best), spoke)


def _record(data: bytes, kind: str, camera: Exif) -> tuple[bytes, bool]:
    """The IPTC record, and whether it was changed after the checksum beside it was made."""
    held = photoshop.resources_in(camera.photoshop)
    if kind == "JPEG":
        try:
            held = photoshop.resources(jpeg.take_apart(data)[0])
        except jpeg.NotAJpeg:
            held = []
    by_number = {resource.number: resource.data for resource in reversed(held)}
    record = by_number.get(photoshop.IPTC, b"") or camera.iptc
    checksum = by_number.get(photoshop.IPTC_DIGEST, b"")
    own = hashlib.md5(record, usedforsecurity=False).digest()
    return record, bool(checksum.strip(b"\x00")) and checksum != own


def _first(name: str, said: list[PhotoWords]) -> object:
    values = [getattr(words, name) for words in said]
    if name == "taken_at":  # a time belongs to the date it stands with
        return next((words.taken_at for words in said if words.taken), None)
    return next((value for value in values if value), values[-1])


def _bounded(words: PhotoWords) -> PhotoWords:
    """Texts without control characters, no longer than a desk would write them."""
    kept = asdict(words)
    for name, value in kept.items():
        if isinstance(value, str):
            kept[name] = _text(value, MOST_CHARACTERS.get(name, MOST_OF_THE_REST))
        elif isinstance(value, tuple):
            items = (_text(item, MOST_OF_THE_REST) for item in value[:MOST_ITEMS])
            kept[name] = tuple(dict.fromkeys(item for item in items if item))
    return PhotoWords(**kept)


def _text(value: str, most: int) -> str:
    text = without_controls(clean(value[: most * 2]))
    for hidden in hidden_counts(text):
        text = text.replace(hidden, "")
    return text.strip()[:most].rstrip()


def _filled(words: PhotoWords) -> dict[str, object]:
    values = {name: getattr(words, name) for name in FIELDS}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value
    }
