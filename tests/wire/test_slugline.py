"""A slugline in plain signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.slugline import plain_slugline


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Busan-port-fire", "Busan-port-fire"),
        ("Busan port fire!", "Busan-port-fire"),
        ("  Busan -  port", "Busan-port"),
        ("N.-Korea", "N.-Korea"),
        ("पुल", "पुल"),
        ("e\u0301cole", "e\u0301cole"),
        ("?!", ""),
    ],
)
def test_runs_of_other_signs_become_a_hyphen(typed: str, plain: str) -> None:
    assert plain_slugline(typed) == plain


@given(st.text())
def test_a_plain_slugline_stays_as_it_is(typed: str) -> None:
    plain = plain_slugline(typed)
    assert plain_slugline(plain) == plain
