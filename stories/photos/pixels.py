"""Opening a picture's bytes safely: limits first, then pixels, upright and in colours a browser shows."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore

from PIL import Image, ImageCms, ImageFile

from .cut_off import is_cut_off, lacks_passes
from .exif import read_exif
from .jpeg import passes

try:
    from pillow_heif import register_heif_opener
except ImportError:
    HEIF = False
else:
    register_heif_opener(thumbnails=False)
    HEIF = True

MAX_BYTES = 80 * 1024 * 1024
MAX_PIXELS = 50_000_000
# A photo has something in every corner: what packs this many pixels into a byte was made to fill a server's memory.
MOST_PIXELS_A_BYTE = 150
SUSPECT_FROM = 4_000_000  # pixels; below that the worst costs little
# A JPEG is drawn in some ten passes at most, each over all of its pixels; thousands fit into a small file.
MOST_PASSES = 64
MAX_PROFILE = 1024 * 1024
# At most so many pictures are opened at a time in one process: each may take 200 MB.
_DOORS = BoundedSemaphore(2)
# Exif's numbers of how the camera was held, and what makes the picture upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = (5, 6, 7, 8)
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError, MemoryError)


class Unreadable(ValueError):  # noqa: N818 - an answer about the file
    """No whole picture comes out of the bytes."""


class TooLarge(ValueError):  # noqa: N818 - an answer about the file
    """More pixels than are opened, or far more than its bytes can honestly hold."""


class Moving(ValueError):  # noqa: N818 - an answer about the file
    """An animation."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture upright in "RGB", "RGBA" or "L", perhaps smaller than it is; `width` and `height` are its own, upright.

    `icc` is the colour profile that its numbers are meant in, b"" for sRGB. `exif`, `xmp` as they stand in the file.
    """

    image: Image.Image
    width: int
    height: int
    icc: bytes
    exif: bytes
    xmp: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """A picture's size as it is stored, and how the camera was held (Exif's 1 to 8)."""

    width: int
    height: int
    orientation: int


@contextmanager
def opened(data: bytes, kind: str, *, least: int | None = None, arriving: bool = False) -> Iterator[Opened]:
    """The picture, decoded to its end; a JPEG not much wider than `least` pixels.

    One that is `arriving` is looked at for what a decoder passes over. Raises TooLarge and
    Moving before anything is decoded, Unreadable.
    """
    with _DOORS:
        yield _open(data, kind, least, arriving)


def _open(data: bytes, kind: str, least: int | None, arriving: bool) -> Opened:
    if kind == "JPEG" and (drawn := passes(data)) > MOST_PASSES:
        raise TooLarge(f"It is drawn in {drawn} passes, as no photo is.")
    with _refusing(), Image.open(io.BytesIO(data), formats=_formats(kind)) as image:
        width, height = image.size
        _refuse_large(image.size, len(data))
        if kind in ("PNG", "WEBP") and getattr(image, "is_animated", False):
            raise Moving("It has several pictures that follow each other.")
        size = (min(width, least), min(height, round(height * least / width))) if least else None
        if size and kind == "JPEG":
            image.draft(None, size)
        icc, exif, xmp = _side(image, "icc_profile"), _side(image, "exif"), _side(image, "xmp")
        image.load()
        if arriving and kind == "JPEG" and (lacks_passes(data) or is_cut_off(data, image, size)):
            raise Unreadable("It is cut off and was closed again.")
        shown, icc = _in_shown_colours(image, icc)
        # The decoders of the other kinds turn the picture themselves.
        held = read_exif(exif).orientation if kind in ("JPEG", "PNG", "WEBP") else 1
        if held in _UPRIGHT:
            shown = shown.transpose(_UPRIGHT[held])
        if held in SIDEWAYS or (kind == "TIFF" and image.size != (width, height)):
            width, height = height, width
        return Opened(shown, width, height, icc, exif, xmp)


def head(data: bytes, kind: str) -> Head:
    """What stands in front of the pixels; nothing is decoded. Raises Unreadable, TooLarge."""
    with _refusing(), Image.open(io.BytesIO(data), formats=_formats(kind)) as image:
        _refuse_large(image.size, len(data))
        return Head(*image.size, read_exif(_side(image, "exif")).orientation)


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever a decoder says of hostile bytes, said in one of two ways."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (TooLarge, Unreadable, Moving):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(f"It has more pixels than the {MAX_PIXELS / 1e6:.0f} million that are opened.") from error
    except _BROKEN as error:
        raise Unreadable(str(error)) from error


def _formats(kind: str) -> tuple[str, ...]:
    # A camera's JPEG with a second picture in it calls itself MPO; its first is the photo.
    return ("JPEG", "MPO") if kind == "JPEG" else (kind,)


def _refuse_large(size: tuple[int, int], length: int) -> None:
    pixels = size[0] * size[1]
    if pixels > MAX_PIXELS:
        raise TooLarge(f"It has {pixels / 1e6:.0f} million pixels; {MAX_PIXELS / 1e6:.0f} million are opened.")
    if pixels > SUSPECT_FROM and pixels > length * MOST_PIXELS_A_BYTE:
        raise TooLarge(f"It unfolds {length / 1e3:.0f} kB into {pixels / 1e6:.0f} million pixels, as no photo does.")
    if not pixels:
        raise Unreadable("It has no pixels.")


def _side(image: Image.Image, name: str) -> bytes:
    value = image.info.get(name) or b""
    return value if isinstance(value, bytes) else b""


def _in_shown_colours(image: Image.Image, icc: bytes) -> tuple[Image.Image, bytes]:
    """The picture in a mode that every format here can hold, with the profile that still fits it."""
    if len(icc) > MAX_PROFILE:
        icc = b""
    if image.mode in ("RGB", "RGBA", "L"):
        return image, icc
    if image.mode == "CMYK":
        return _from_print(image, icc), b""
    if image.mode.startswith("I;16"):
        return _from_sixteen(image), b""
    if image.mode in ("I", "F"):
        return _from_deep(image), b""
    has_alpha = image.mode in ("LA", "La", "PA", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if has_alpha else "RGB"), icc


def _from_print(image: Image.Image, icc: bytes) -> Image.Image:
    """CMYK by its own profile where it has a good one."""
    try:
        press, screen = ImageCms.ImageCmsProfile(io.BytesIO(icc)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, press, screen, outputMode="RGB") or image.convert("RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")


def _from_sixteen(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey as eight, no darker and no brighter than they are."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _from_deep(image: Image.Image) -> Image.Image:
    """Numbers of grey without a scale of their own, from the darkest to the brightest there is."""
    low, high = image.getextrema()
    spread = max(float(high) - float(low), 1.0)
    return image.convert("F").point(lambda value: value * (255 / spread) - low * 255 / spread).convert("L")


# Never repaired: a picture that stops half-way is refused, and not shown with a grey half.
ImageFile.LOAD_TRUNCATED_IMAGES = False
