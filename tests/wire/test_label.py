"""Labels come from counters and are read from copy; qualifiers ride along and do not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.label import (
    Kind,
    Label,
    heading,
    is_first_ld,
    label_text,
    ordinal,
    parse_label,
    parse_short_label,
    short_label,
)

LABELS = {
    "": Label(),
    "(URGENT)": Label(Kind.URGENT),
    "(LEAD)": Label(Kind.LEAD, 1),
    "(2nd LD)": Label(Kind.LEAD, 2),
    "(3rd LD)": Label(Kind.LEAD, 3),
    "(10th LD)": Label(Kind.LEAD, 10),
    "(CORRECTION)": Label(Kind.CORRECTION, 0, 1),
    "(2nd CORRECTION)": Label(Kind.CORRECTION, 0, 2),
    "(LEAD) (CORRECTION)": Label(Kind.CORRECTION, 1, 1),
    "(22nd LD) (3rd CORRECTION)": Label(Kind.CORRECTION, 22, 3),
    "(KILL)": Label(Kind.KILL),
}


ORDINALS = "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 100th 101st 111th 112th 113th 123rd 1011th".split()


@pytest.mark.parametrize("text", ORDINALS)
def test_ordinals_are_open_ended(text):
    assert ordinal(int(text[:-2])) == text


@pytest.mark.parametrize(("text", "label"), LABELS.items())
def test_a_label_is_written_as_the_wire_writes_it_and_read_back(text, label):
    assert label_text(label) == text
    assert parse_label(f"{text} Port reopens".strip()) == (label if text else None, "Port reopens")
    assert parse_short_label(short_label(label)) == label


def test_there_is_no_first_ld():
    assert parse_label("(1st LD) Port reopens") == (Label(Kind.LEAD, 1), "Port reopens")
    assert is_first_ld("(1st LD) Port reopens")
    assert not is_first_ld("(21st LD) Port reopens")
    assert label_text(Label(Kind.LEAD, 1)) == "(LEAD)"


@pytest.mark.parametrize(
    ("line", "qualifiers", "text"),
    [
        ("(2nd LD) (US-NK summit) Envoys meet", ("US-NK summit",), "Envoys meet"),
        ("(2nd LD) (Games) (News Focus) Relay wins", ("Games", "News Focus"), "Relay wins"),
        ("(Games) (2nd LD) Relay wins", ("Games",), "Relay wins"),
        ("(2nd LD) (LEAD) Relay wins", ("LEAD",), "Relay wins"),
    ],
)
def test_a_bracket_that_is_no_label_is_a_qualifier(line, qualifiers, text):
    assert parse_label(line) == (Label(Kind.LEAD, 2, 0, qualifiers), text)


def test_a_first_filing_may_carry_qualifiers_alone():
    label, text = parse_label("(EDITORIAL from the Alder Times on Feb. 3) On ports")
    assert label == Label(Kind.FIRST, 0, 0, ("EDITORIAL from the Alder Times on Feb. 3",))
    assert heading(label, text) == "(EDITORIAL from the Alder Times on Feb. 3) On ports"


@pytest.mark.parametrize("line", ["Port reopens", "(We)ll done, port", "() Port", "(open Port", "", "2nd LD Port"])
def test_a_line_without_a_bracket_of_its_own_has_no_label(line):
    assert parse_label(line) == (None, line)


@given(st.text())
def test_any_line_is_read(line):
    label, text = parse_label(line)
    again = parse_label(heading(label or Label(), text))
    assert again == (label, text) or len(again[1]) < len(text)
