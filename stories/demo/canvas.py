"""A sheet to draw a flat picture on: 1,200 x 800 units, edges smoothed by drawing larger."""

import io
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
SCALE = 2
Point = tuple[float, float]
# Steps of the two-dimensional golden ratio: points spread evenly, the same each time.
STEP_X, STEP_Y = 0.7548776662, 0.5698402910

# What Pillow's radial gradient has reached where its circle touches the square around it.
RIM = 181


def rgba(colour: str, opacity: float = 1) -> tuple[int, int, int, int]:
    """ "#1b2a41" and 0.5 as Pillow wants them."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue, round(255 * opacity)


def scatter(count: int, *, skip: int = 0) -> Iterator[Point]:
    """`count` points in the unit square that look strewn; no chance is involved."""
    for i in range(skip, skip + count):
        yield (0.5 + i * STEP_X) % 1, (0.5 + i * STEP_Y) % 1


class Canvas:
    def __init__(self, *stops: str) -> None:
        """A sheet filled from top to bottom with evenly spaced colours."""
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.fade(0, HEIGHT, *stops)
        self.draw = ImageDraw.Draw(self.image, "RGBA")

    def fade(self, top: float, bottom: float, *stops: str) -> None:
        """A band from edge to edge that runs through the colours."""
        height = round((bottom - top) * SCALE)
        column = Image.new("RGB", (1, len(stops)))
        column.putdata([rgba(stop)[:3] for stop in stops])
        # Resizing blends between the middles of the outer pixels; half a stop falls outside at both ends.
        box = (0, 0.5, 1, len(stops) - 0.5) if len(stops) > 1 else (0, 0, 1, 1)
        band = column.resize((1, height), Image.Resampling.BILINEAR, box=box).resize((WIDTH * SCALE, height))
        self.image.paste(band, (0, round(top * SCALE)))

    def glow(self, x: float, y: float, radius: float, colour: str, opacity: float = 0.6, *, flat: float = 1) -> None:
        """A soft light around a point; `flat` below 1 squeezes it to a lying ellipse."""
        size = (round(2 * radius * SCALE), round(2 * radius * flat * SCALE))
        mask = Image.radial_gradient("L").point(lambda far: round(255 * opacity * max(0, 1 - far / RIM) ** 1.6))
        at = (round((x - radius) * SCALE), round((y - radius * flat) * SCALE))
        self.image.paste(rgba(colour)[:3], (*at, at[0] + size[0], at[1] + size[1]), mask.resize(size))

    def box(self, x: float, y: float, width: float, height: float, colour: str, opacity: float = 1) -> None:
        self.draw.rectangle(self._ends(x, y, width, height), fill=rgba(colour, opacity))

    def round_box(self, x: float, y: float, width: float, height: float, radius: float, colour: str) -> None:
        self.draw.rounded_rectangle(self._ends(x, y, width, height), radius * SCALE, fill=rgba(colour))

    def oval(self, x: float, y: float, width: float, height: float, colour: str, opacity: float = 1) -> None:
        self.draw.ellipse(self._ends(x, y, width, height), fill=rgba(colour, opacity))

    def shape(self, points: Sequence[Point], colour: str, opacity: float = 1) -> None:
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=rgba(colour, opacity))

    def line(self, points: Sequence[Point], colour: str, width: float = 2, opacity: float = 1) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=rgba(colour, opacity), width=round(width * SCALE), joint="curve")

    def jpeg(self, **options: object) -> bytes:
        """The finished picture, 1,200 x 800 pixels; `options` go to Pillow's JPEG writer."""
        out = io.BytesIO()
        self.image.reduce(SCALE).save(out, "JPEG", quality=86, **options)
        return out.getvalue()

    def _ends(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        return x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1
