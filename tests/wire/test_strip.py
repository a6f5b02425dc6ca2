"""A filing's paragraphs as a strip of pieces."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stories.wire.strip import GAP, WIDTH, Fate, strip

GRAFS = (
    "The mayor of Harim opened the Daero tunnel on Monday.",
    "It cost 41 billion won and took nine years to build.",
    "Drivers waited at both ends from early morning.",
    "A first bus went through at noon.",
)


def body(*grafs: str) -> str:
    return "\n\n".join(grafs)


def fates(before: str | None, text: str) -> list[Fate]:
    return [piece.fate for piece in strip(before, text).pieces]


def test_a_first_filing_is_all_new():
    assert fates(None, body(*GRAFS)) == [Fate.NEW] * 4


def test_each_paragraph_says_what_became_of_it():
    one, two, three, four = GRAFS
    later = body(four, one, two.replace("41", "42"), three, "Rain fell on the pass all afternoon.")
    assert fates(body(*GRAFS), later) == [Fate.MOVED, Fate.KEPT, Fate.EDITED, Fate.KEPT, Fate.NEW]


def test_it_is_told_in_words_and_a_fate_nothing_met_is_not_named():
    assert strip(body(*GRAFS), body(*GRAFS, "Rain fell on the pass.")).told == "1 new, 4 unchanged"


def test_a_paragraph_is_as_wide_as_it_is_long():
    short, long = strip(None, body("Four words of copy.", "Eight words of copy that run twice on.")).pieces
    assert (short.start, long.start) == (0, round(WIDTH / 3, 1))
    assert long.width + GAP == 2 * (short.width + GAP) or abs(long.width + GAP - 2 * (short.width + GAP)) < 0.3


def test_an_edited_paragraph_is_inked_in_another_shape_than_a_new_and_a_moved_one():
    one, two, three, four = GRAFS
    later = body(four, one, two.replace("41", "42"), three, "Rain fell on the pass all afternoon.")
    heights = {name: set(re.findall(r"v(\d+)", path)) for name, path in strip(body(*GRAFS), later).shapes}
    assert heights == {"bed": {"12"}, "new": {"12"}, "edited": {"6"}, "moved": {"3"}}


def test_a_text_without_paragraphs_has_no_pieces():
    assert strip("", "").pieces == ()
    assert strip("", "").told == ""


@given(st.lists(st.text(alphabet="ab \n", max_size=40), max_size=8), st.lists(st.text(alphabet="ab \n", max_size=40)))
def test_pieces_follow_each_other_and_stay_inside(before, after):
    pieces = strip(body(*before), body(*after)).pieces
    edges = [(piece.start, piece.start + piece.width) for piece in pieces]
    assert all(end <= start for (_, end), (start, _) in pairwise(edges))
    assert all(0 <= start <= end <= WIDTH + 1 for start, end in edges)
