"""Crops as parameters: a preset shape around a focal point gives a box; the original is never cut."""

PRESETS: dict[str, tuple[int, int]] = {"16x9": (16, 9), "3x2": (3, 2), "4x3": (4, 3), "1x1": (1, 1)}
CENTRE = 50

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def crop_box(width: int, height: int, preset: str, focal_x: int = CENTRE, focal_y: int = CENTRE) -> Box:
    """The largest box of the preset's shape, as near around the focal point (percent) as the picture allows.

    "" gives the whole picture. Raises KeyError for an unknown preset.
    """
    if not preset:
        return 0, 0, width, height
    across, down = PRESETS[preset]
    wide, high = min(width, round(height * across / down)), min(height, round(width * down / across))
    left, top = _start(width, max(1, wide), focal_x), _start(height, max(1, high), focal_y)
    return left, top, left + max(1, wide), top + max(1, high)


def _start(whole: int, part: int, focal: int) -> int:
    """Where a part of a line begins so that the focal point is in its middle, or as near as the line's ends allow."""
    return min(max(0, round(whole * focal / 100 - part / 2)), whole - part)
