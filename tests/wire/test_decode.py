"""Bytes of a file as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.decode import decode

COPY = "(LEAD) Mayor opens tunnel\n\nBy Rim Na-ra 임나라\n\nHARIM, March 9 (Hanbit) -- The mayor — of Harim — spoke.\n"


@pytest.mark.parametrize(
    ("codec", "encoding", "usual"),
    [
        ("utf-8", "UTF-8", True),
        ("utf-8-sig", "UTF-8 with a byte order mark", True),
        ("utf-16", "UTF-16", True),
        ("utf-16-le", "UTF-16 without a byte order mark", False),
        ("utf-16-be", "UTF-16 without a byte order mark", False),
        ("cp949", "CP949 (EUC-KR)", False),
        ("euc-kr", "CP949 (EUC-KR)", False),
    ],
)
def test_copy_comes_out_as_it_went_in(codec: str, encoding: str, usual: bool) -> None:
    text = COPY.replace("—", "-") if codec in ("cp949", "euc-kr") else COPY
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.usual) == (text, encoding, usual)


def test_the_byte_in_the_way_is_named_with_its_line() -> None:
    decoded = decode(b"HARIM --\nThe caf\xe9 closed.\n")
    assert decoded.text is None
    assert "byte 17 (0xE9, line 2)" in decoded.problem


def test_western_windows_quotation_marks_are_not_taken_for_korean() -> None:
    """CP949 would decode them, as Hangul nobody wrote."""
    data = "He said \u201cHarim is open,\u201d and left \u2014 at once.".encode("cp1252")
    assert decode(data).text is None


def test_a_nul_in_utf_8_stays_for_the_reader_to_name() -> None:
    assert decode(b"one\x00two").text == "one\x00two"


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_problem_and_never_both(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) == bool(decoded.problem)


@given(st.text(max_size=200).filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_always_comes_out_as_it_went_in(text: str) -> None:
    data = text.encode()
    decoded = decode(data)
    assert decoded.text == text or decoded.encoding.startswith("UTF-16")
