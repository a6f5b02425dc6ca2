"""The one door by which text enters the record."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.services.refusals import UnacceptableText
from stories.services.text import LONGEST, accept, accept_line
from stories.wire.text import control_characters


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x00", "U+0000 NULL"), ("\x1b", "U+001B ESCAPE"), ("\x7f", "U+007F DELETE"), ("\ud800", "U+D800")],
)
def test_a_control_character_is_refused_by_name_and_position(character: str, name: str) -> None:
    with pytest.raises(UnacceptableText) as refusal:
        accept("body", f"one\ntw{character}o{character}")
    assert name in refusal.value.message
    assert "line 2, position 3, and 1 more like it" in refusal.value.message
    assert refusal.value.message.startswith("The copy holds")


def test_decomposed_hangul_is_composed() -> None:
    assert accept("headline", unicodedata.normalize("NFD", "임나라")) == "임나라"


def test_every_newline_is_one_kind_and_grafs_stay() -> None:
    assert accept("body", "one\r\n\r\ntwo\rthree") == "one\n\ntwo\nthree"


def test_a_line_stays_one_line() -> None:
    assert accept_line("headline", "  Mayor\r\nopens\ttunnel ") == "Mayor opens tunnel"


def test_a_text_longer_than_its_field_is_refused_with_both_lengths() -> None:
    with pytest.raises(UnacceptableText, match="121 characters; it can have 120"):
        accept("slugline", "a" * 121)
    with pytest.raises(UnacceptableText):
        accept("body", "a" * (LONGEST + 1))


@given(st.text(max_size=300))
def test_what_is_accepted_loses_nothing_but_spelling(text: str) -> None:
    try:
        accepted = accept("body", text)
    except UnacceptableText:
        assert control_characters(text)
        return
    kept = "".join(unicodedata.normalize("NFC", text.removeprefix("\ufeff")).split())
    assert "".join(accepted.split()) == kept
    assert accept("body", accepted) == accepted
