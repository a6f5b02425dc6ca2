"""The place of a text that holds what was looked for, and its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.excerpt import excerpt, marked_in


@pytest.mark.parametrize(
    ("pieces", "sought", "marked"),
    [
        ([("정상회담", False)], ["회담"], (("정상", False), ("회담", True))),
        ([("회담과 회담", False)], ["회담"], (("회담", True), ("과 ", False), ("회담", True))),
        ([("정상회담", False)], ["정상", "정상회"], (("정상회", True), ("담", False))),
        ([("summit", True), (" 회담", False)], ["회담"], (("summit", True), (" ", False), ("회담", True))),
        ([("a.c abc", False)], ["a.c"], (("a.c", True), (" abc", False))),
        ([("as it was", False)], [], (("as it was", False),)),
        ([], ["회담"], ()),
    ],
)
def test_what_was_looked_for_is_marked(pieces, sought, marked):
    assert marked_in(pieces, sought) == marked


def test_an_excerpt_begins_at_a_word_before_the_place_and_says_that_there_is_more():
    pieces = excerpt("one two three " * 20 + "정상회담이 " + "four five " * 40, ["회담"])

    shown = "".join(text for text, _ in pieces)
    assert shown.startswith("…")
    assert shown[1:].startswith(("one", "two", "three"))
    assert shown.endswith("…")
    assert ("회담", True) in pieces


@pytest.mark.parametrize("text", ["", "Short.", "회담"])
def test_a_short_text_is_shown_whole(text):
    assert "".join(piece for piece, _ in excerpt(text, ["회담"])) == text


@given(st.text(alphabet="가나 \n", max_size=600), st.text(alphabet="가나", min_size=1, max_size=4))
def test_an_excerpt_is_of_the_text_and_holds_what_stands_in_it(text, run):
    pieces = excerpt(text, [run])
    assert "".join(piece for piece, _ in pieces).strip("…") in text
    assert (run in text) == any(hit for _, hit in pieces)
