"""What a spreadsheet would run as a formula is text."""

import pytest

from stories.wire.cells import safe_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+82 2", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM(A1)"]
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Filed LEAD", "a=1", "1-2", " =1", "'=1", "한빛"])
def test_all_else_stays_as_it_is(text):
    assert safe_cell(text) == text
