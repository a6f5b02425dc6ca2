"""Pixels to files of a size and a format: upright, in their own colours, with no words and no place in them."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image

from .crops import Box, crop_box
from .pixels import Opened
from .specs import Spec

# Measured on photographs: the lowest that nobody told from the original at arm's length.
OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 82, "progressive": True},
    "WEBP": {"quality": 78, "method": 2},
    "AVIF": {"quality": 62, "speed": 9},
}
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Rendered:
    spec: Spec
    data: bytes
    width: int
    height: int


def render_all(opened: Opened, specs: Iterable[Spec], *, xmp: bytes = b"") -> Iterator[Rendered]:
    """Each of the specs, the widest first: each is made from the one before it of its crop, which saves the time.

    `xmp` is a packet of words to write into every one.
    """
    wide: dict[tuple[str, int, int], Image.Image] = {}
    for spec in sorted(specs, key=lambda spec: -(spec.width or opened.width)):
        shape = (spec.crop, spec.focal_x, spec.focal_y)
        box = crop_box(*opened.image.size, *shape)
        source = wide.get(shape) or _cut(opened.image, box)
        wide[shape] = _narrow(source, spec.width, (box[3] - box[1]) / (box[2] - box[0]))
        yield Rendered(spec, _encode(wide[shape], spec.format, opened.icc, xmp), *wide[shape].size)


def _cut(image: Image.Image, box: Box) -> Image.Image:
    return image if box == (0, 0, *image.size) else image.crop(box)


def _narrow(image: Image.Image, width: int, slope: float) -> Image.Image:
    """The picture no wider than `width`, its height `slope` times that."""
    if not width or image.width <= width:
        return image
    return image.resize((width, max(1, round(width * slope))), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _encode(image: Image.Image, kind: str, icc: bytes, xmp: bytes) -> bytes:
    out = io.BytesIO()
    shown = _on_white(image) if kind == "JPEG" and image.mode == "RGBA" else image
    # The comment is named too: the encoder takes the camera's along where nobody does.
    shown.save(out, kind, icc_profile=icc or None, exif=b"", xmp=xmp, comment=b"", **OPTIONS[kind])
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground
