"""A JPEG that was cut off and closed again is told from a whole one, however it is coded."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from stories.photos.pixels import Unreadable, opened
from tests.pictures import file_of, scene

END = b"\xff\xd9"
CODED = {
    "plain": {},
    "all colour kept": {"subsampling": 0},
    "in passes": {"progressive": True},
    "with restarts": {"restart_marker_blocks": 7},
    "in passes with restarts": {"progressive": True, "restart_marker_rows": 1},
}
coded = pytest.mark.parametrize("options", CODED.values(), ids=CODED)
modes = pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
GRAINY = Image.blend(scene(5, (483, 321)), Image.effect_noise((483, 321), 60).convert("RGB"), 0.4)


def closed(data: bytes, part: float) -> bytes:
    """The first part of it, and an end mark."""
    return data[: int(len(data) * part)].rstrip(b"\xff") + END


def is_taken(data: bytes, least: int | None = None) -> bool:
    try:
        with opened(data, "JPEG", least=least, arriving=True):
            return True
    except Unreadable:
        return False


@modes
@coded
def test_a_picture_that_was_cut_off_and_closed_is_told(mode: str, options: dict[str, object]) -> None:
    data = file_of(GRAINY.convert(mode), quality=88, **options)
    for least in (None, 120):
        assert is_taken(data, least)
        assert not any(is_taken(closed(data, part), least) for part in (0.3, 0.6, 0.9, 0.97))


def test_one_that_was_cut_between_two_restarts_is_told() -> None:
    data = file_of(GRAINY, restart_marker_blocks=7)
    places = [found.start() for found in re.finditer(rb"\xff[\xd0-\xd7]", data)]
    for place in (places[3], places[len(places) // 2], places[-9]):
        assert not is_taken(data[:place] + END)
        assert not is_taken(data[: place + 2] + END)


@modes
@coded
def test_a_picture_that_ends_in_middle_grey_is_whole(mode: str, options: dict[str, object]) -> None:
    half = GRAINY.convert(mode)
    half.paste((128,) * len(half.getbands()) if len(half.getbands()) > 1 else 128, (0, 200, 483, 321))
    data = file_of(half, **options)
    assert is_taken(data)
    assert is_taken(data, 120)
    assert not is_taken(closed(data, 0.7))


@given(st.integers(0, 500), st.integers(8, 90), st.integers(8, 90), st.sampled_from(list(CODED.values())))
def test_no_whole_picture_is_taken_for_a_part(seed: int, width: int, height: int, options: dict[str, object]) -> None:
    assert is_taken(file_of(scene(seed, (width, height)), quality=seed % 95 + 1, **options))
