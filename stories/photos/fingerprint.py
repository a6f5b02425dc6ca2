"""Telling nearly the same picture: 64 bits that a smaller, paler or newly saved copy still has."""

from itertools import pairwise

from PIL import Image

SIDE = 8
# A card of one colour with one figure on it has 16 of 64 steps that can be seen, the plainest photo tried over 30:
# below so many, the bits say nothing but "empty here", and one empty card is like every other.
STEP = 3
FEWEST_STEPS = 24


def fingerprint(image: Image.Image) -> str:
    """Sixteen hex digits: for each of 8 x 8 places, whether the picture gets brighter to the right (dHash).

    "" for a picture with next to nothing in it, a card or a logo: those look like one another.
    """
    small = image.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX)
    rows = small.tobytes()
    bits = steps = 0
    for row in range(SIDE):
        line = rows[row * (SIDE + 1) : (row + 1) * (SIDE + 1)]
        for left, right in pairwise(line):
            bits = bits << 1 | (right > left)
            steps += abs(right - left) >= STEP
    return f"{bits:016x}" if steps >= FEWEST_STEPS else ""


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
