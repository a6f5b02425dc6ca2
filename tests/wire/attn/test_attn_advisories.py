"""Other agencies' advisories: shown as they were, and checked where they make the same kind of claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.attn import Target, format_attn, normalise, parse_advisory, parse_attn, parse_line, verify
from tests.wire.attn.attn_versions import DETAIL, OLD, next_version, with_inserted

LINES = {
    "(Adds quotes, updates shares in paragraph 4)": [("Adds", ["quotes"], ()), ("updates", ["shares"], (4,))],
    "(Recasts, adds details, background; changes dateline)": [
        ("Recasts", [], ()),
        ("adds", ["details", "background"], ()),
        ("changes", ["dateline"], ()),
    ],
    "Eds: Restores reference in 3rd paragraph. With photos.": [("Restores", ["reference"], (3,)), ("", ["photos"], ())],
    "- Adds Details, Quotes In Paragraphs 3, 9, 19-20": [("Adds", ["Details", "Quotes"], (3, 9, 19, 20))],
    "(Corrects paragraph 2 to show talks start on Monday, not Tuesday)": [
        ("Corrects", ["to show talks start on Monday", "not Tuesday"], (2,)),
    ],
    "(Adds details in paragraphs 5 and 7, updates throughout)": [("Adds", ["details"], (5, 7)), ("updates", [], ())],
}


@pytest.mark.parametrize("line", LINES)
def test_an_advisory_is_read_into_clauses_and_shown_as_it_was(line):
    attn = parse_advisory(line)
    assert [
        (
            clause.verb,
            [item.text for item in clause.objects if item.text],
            tuple(number for place in clause.places for number in place.stated()),
        )
        for clause in attn.clauses
    ] == LINES[line]
    assert format_attn(attn) == line


@pytest.mark.parametrize("line", LINES)
def test_an_advisory_is_told_from_an_attn_line(line):
    assert parse_line(line) == parse_advisory(line)


@pytest.mark.parametrize(
    "line", ["(ATTN: adds photo, updates lead)", "ADDS photo, adds nothing", "UPDATES with Adds Inc. sale"]
)
def test_an_attn_line_stays_one(line):
    assert parse_line(line) == parse_attn(line)


def test_parts_of_a_story_are_known_in_any_agency_s_line():
    (clause,) = parse_advisory("(Changes headline, dateline)").clauses
    assert [item.target for item in clause.objects] == [Target.HEADLINE, Target.DATELINE]


def test_the_numbers_of_an_advisory_are_checked():
    new = next_version(grafs=with_inserted((3, DETAIL)))
    assert [one.truth.value for one in verify("(Adds quotes, updates shares in paragraph 3)", OLD, new)] == [
        "unchecked",
        "true",
    ]
    assert [one.truth.value for one in verify("- Adds Details In Paragraphs 3, 5", OLD, new)] == ["false"]


@given(st.text())
def test_any_text_reads_as_an_advisory_and_back(text):
    assert format_attn(parse_advisory(text)) == normalise(text)
    assert format_attn(parse_line(text)) == normalise(text)
