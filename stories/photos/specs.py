"""The names of renditions: "640.jpg", "1280-16x9-40-25.avif". Each is made once and never means anything else."""

import re
from dataclasses import dataclass

from PIL import features

from .crops import CENTRE, PRESETS

WIDTHS = (320, 640, 1280, 2048)
FULL = "full"
# Ending of the name: Pillow's format, media type.
FORMATS = {"jpg": ("JPEG", "image/jpeg"), "webp": ("WEBP", "image/webp"), "avif": ("AVIF", "image/avif")}
if not features.check("avif"):
    del FORMATS["avif"]
# What a page offers beside JPEG: the smallest that this server can write.
SMALLEST = "avif" if "avif" in FORMATS else "webp"
_SPEC = re.compile(
    rf"(?P<width>{'|'.join(map(str, WIDTHS))}|{FULL})"
    rf"(?:-(?P<crop>{'|'.join(PRESETS)})-(?P<x>0|[1-9]\d?|100)-(?P<y>0|[1-9]\d?|100))?"
    rf"\.(?P<ending>{'|'.join(FORMATS)})"
)


class NoSuchSpec(ValueError):  # noqa: N818 - an answer about an address
    """The name names no rendition."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A rendition's parameters. `width` is at most so many pixels, 0 for as many as there are; `crop` "" for all."""

    width: int
    ending: str = "jpg"
    crop: str = ""
    focal_x: int = CENTRE
    focal_y: int = CENTRE

    def __str__(self) -> str:
        cut = f"-{self.crop}-{self.focal_x}-{self.focal_y}" if self.crop else ""
        return f"{self.width or FULL}{cut}.{self.ending}"

    @property
    def format(self) -> str:
        return FORMATS[self.ending][0]

    @property
    def media_type(self) -> str:
        return FORMATS[self.ending][1]


def read_spec(text: str) -> Spec:
    """Raises NoSuchSpec for all but the one spelling of each."""
    match = _SPEC.fullmatch(text)
    if not match:
        raise NoSuchSpec(text)
    width = 0 if match["width"] == FULL else int(match["width"])
    if not match["crop"]:
        return Spec(width, match["ending"])
    return Spec(width, match["ending"], match["crop"], int(match["x"]), int(match["y"]))


def widths_for(own_width: int) -> tuple[int, ...]:
    """The widths offered for a picture this wide: those below its own, and the next, which shows all it has."""
    below = tuple(width for width in WIDTHS if width < own_width)
    return WIDTHS[: len(below) + 1]
