"""Telling nearly the same picture: 64 bits that a smaller, paler or newly saved copy still has."""

from itertools import pairwise

from PIL import Image

SIDE = 8


def fingerprint(image: Image.Image) -> str:
    """Sixteen hex digits: for each of 8 x 8 places, whether the picture gets brighter to the right (dHash).

    "" for a picture of one tone, which looks like every other one.
    """
    small = image.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX)
    rows = small.tobytes()
    bits = 0
    for row in range(SIDE):
        line = rows[row * (SIDE + 1) : (row + 1) * (SIDE + 1)]
        for left, right in pairwise(line):
            bits = bits << 1 | (right > left)
    return f"{bits:016x}" if bits else ""


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
