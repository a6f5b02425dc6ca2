"""What kind of file some bytes are, by their first ones and never by their name."""

import re

# The kinds that the newsroom keeps, as Pillow calls them: ending of the file, media type.
KEPT = {
    "JPEG": ("jpg", "image/jpeg"),
    "PNG": ("png", "image/png"),
    "WEBP": ("webp", "image/webp"),
    "TIFF": ("tif", "image/tiff"),
    "HEIF": ("heic", "image/heic"),
}
KEPT_WORDS = "JPEG, PNG, WebP or TIFF"
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%!PS", "an EPS drawing"),
    (b"\xc5\xd0\xd3\xc6", "an EPS drawing"),
    (b"%PDF", "a PDF"),
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"8BPS", "a Photoshop file"),
    (b"II+\x00", "a BigTIFF"),
    (b"MM\x00+", "a BigTIFF"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000"),
    (b"\xff\x0a", "a JPEG XL"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"FUJIFILMCCD-RAW", "a camera's raw file"),
    (b"IIU\x00", "a camera's raw file"),
    (b"IIRO", "a camera's raw file"),
)
# Raw files of these cameras begin as a TIFF does, and a reader of TIFF finds their thumbnail in them.
_RAW_ENDINGS = (
    ".3fr .arw .cr2 .cr3 .dcr .dng .erf .fff .iiq .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf .raw .rw2"
    " .sr2 .srf .srw .x3f"
).split()
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|svg|html|script|!--)", re.IGNORECASE)


def kind_of(data: bytes) -> str:
    """One of KEPT, "" for all else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:4] in (b"II*\x00", b"MM\x00*") and data[8:10] != b"CR":
        return "TIFF"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "HEIF"
    return ""


def other_kind(data: bytes) -> str:
    """What a file that is not kept seems to be, in words: "an EPS drawing"; "" where its beginning does not tell."""
    if not data:
        return "an empty file"
    if data[4:8] == b"ftyp":
        return "an AVIF" if data[8:12] in (b"avif", b"avis") else "a film or another kind of file in its envelope"
    if data[8:10] == b"CR" and data[:2] == b"II":
        return "a camera's raw file"
    if _MARKUP.match(data[:1000]):
        return "an SVG drawing" if b"<svg" in data[:4000].lower() else "a web page"
    return next((words for start, words in _OTHERS if data.startswith(start)), "")


def is_raw(name: str) -> bool:
    """Whether a file's name is that of a camera's raw file."""
    return name.lower().endswith(tuple(_RAW_ENDINGS))
