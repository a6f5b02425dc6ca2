"""Reading the ATTN line: every form of the wire, odd ones included, and any garbage without a crash."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.attn import Attn, PlaceKind, Target, format_attn, normalise, parse_attn

REAL = Path(__file__).parents[4] / "shared" / "wire"
needs_real_lines = pytest.mark.skipif(not REAL.exists(), reason="real lines are not here: ../shared/wire is absent")


def read(line: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """A line as (verb, [(object, place)])."""
    return [
        (clause.verb, [(item.text, item.place.text if item.place else "") for item in clause.objects])
        for clause in parse_attn(line).clauses
    ]


LINES = {
    "UPDATES with remarks, details, photo; RECASTS headline": [
        ("UPDATES", [("remarks", ""), ("details", ""), ("photo", "")]),
        ("RECASTS", [("headline", "")]),
    ],
    "ADDS port figures in paras 2, 5, 10, 13-16, photo; RECASTS lead": [
        ("ADDS", [("port figures", "in paras 2, 5, 10, 13-16"), ("photo", "")]),
        ("RECASTS", [("lead", "")]),
    ],
    "CHANGES lead; ADDS more info in paras 5-8, 16, 25, 1st photo": [
        ("CHANGES", [("lead", "")]),
        ("ADDS", [("more info", "in paras 5-8, 16, 25"), ("1st photo", "")]),
    ],
    "ADDS ferry details, RESTORES previous content in 3rd para; ADDS photo": [
        ("ADDS", [("ferry details", "")]),
        ("RESTORES", [("previous content", "in 3rd para")]),
        ("ADDS", [("photo", "")]),
    ],
    "ADDS more info in 11-15, photo": [("ADDS", [("more info", "in 11-15"), ("photo", "")])],
    "UPDATES throughout details": [("UPDATES", [("", "throughout"), ("details", "")])],
    "UPDATES throughout with mayor's remarks, background from 3rd para": [
        ("UPDATES", [("", "throughout"), ("mayor's remarks", ""), ("background", "from 3rd para")]),
    ],
    "UPDATES throughout; RECASTS headline and lead": [
        ("UPDATES", [("", "throughout")]),
        ("RECASTS", [("headline", ""), ("lead", "")]),
    ],
    "ADDS bond yields and photo": [("ADDS", [("bond yields", ""), ("photo", "")])],
    "ADDS photo and details in paras 4-6, 8": [("ADDS", [("photo", ""), ("details", "in paras 4-6, 8")])],
    "ADDS quotes by Han and Seo in paras 4 and 5 and photo": [
        ("ADDS", [("quotes by Han and Seo", "in paras 4 and 5"), ("photo", "")]),
    ],
    "UPDATES figures in first three paras, the bottom 3 paras": [
        ("UPDATES", [("figures", "in first three paras"), ("", "the bottom 3 paras")]),
    ],
    "ADDS bond yields at the bottom": [("ADDS", [("bond yields", "at the bottom")])],
    "ADDS details, MERS cases in 5th para": [("ADDS", [("details", ""), ("MERS cases", "in 5th para")])],
    "ADDS details from harbor office briefing": [("ADDS", [("details from harbor office briefing", "")])],
    "ADDS 2 paras on 3,500 evacuees": [("ADDS", [("2 paras on 3,500 evacuees", "")])],
    "RECASTS headline, lead, 2nd para; ADDS details in lead, 4th para": [
        ("RECASTS", [("headline", ""), ("lead", ""), ("", "2nd para")]),
        ("ADDS", [("details", "in lead, 4th para")]),
    ],
    "CLARIFIES that 2nd para's figure is an estimate": [
        ("CLARIFIES", [("that 2nd para's figure is an estimate", "")]),
    ],
    "UPDATES 3rd-5th paras": [("UPDATES", [("", "3rd-5th paras")])],
    "ADDS data for 2024, turnout in 11 provinces": [("ADDS", [("data for 2024", ""), ("turnout in 11 provinces", "")])],
    "REPLACES photo with new one": [("REPLACES", [("photo", ""), ("new one", "")])],
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read_into_verbs_objects_and_places(line):
    assert read(line) == LINES[line]


@pytest.mark.parametrize("line", LINES)
def test_a_line_formats_back_to_itself_with_and_without_brackets(line):
    assert format_attn(parse_attn(line)) == line
    assert format_attn(parse_attn(f"(ATTN: {line})")) == f"(ATTN: {line})"


def test_brackets_do_not_change_what_a_line_says():
    assert parse_attn("(ATTN: ADDS photo)").clauses == parse_attn("ADDS photo").clauses


def test_wrapped_lines_are_joined():
    wrapped = "(ATTN: UPDATES with more details in paras 5-8,\n   16;\r\nADDS photo)"
    assert read(wrapped) == [("UPDATES", [("more details", "in paras 5-8, 16")]), ("ADDS", [("photo", "")])]


def test_a_closing_bracket_of_the_text_is_not_the_line_s_own():
    attn = parse_attn("(ATTN: ADDS details (photo)")
    assert attn.closing == ""
    assert format_attn(attn) == "(ATTN: ADDS details (photo)"


def test_an_unknown_verb_is_kept_and_flagged():
    attn = parse_attn("REFRESHES market figures; ADDS photo; details to come")
    assert [clause.verb for clause in attn.clauses] == ["REFRESHES", "ADDS", ""]
    assert attn.unknown_verbs == ("REFRESHES", "")


def test_with_governs_what_follows_it_in_its_clause():
    first, second = parse_attn("UPDATES throughout with details, quotes; ADDS photo").clauses
    assert first.with_text == "details, quotes"
    assert second.with_text == ""


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("headline", Target.HEADLINE),
        ("lead paras", Target.LEAD),
        ("new photo", Target.PHOTO),
        ("1st photo", Target.PHOTO),
        ("photos of the flooded pier", Target.PHOTO),
        ("photo caption", Target.CAPTION),
        ("byline", Target.BYLINE),
        ("dateline", Target.DATELINE),
        ("slug", Target.SLUGLINE),
        ("leading firms' photo plans", Target.FREE),
        ("lead investigator's remarks", Target.FREE),
    ],
)
def test_an_object_names_a_part_of_the_story_only_as_a_whole(words, target):
    assert parse_attn(f"CHANGES {words}").clauses[0].objects[0].target is target


@given(st.text())
def test_any_text_formats_back_to_its_normal_form(text):
    assert format_attn(parse_attn(text)) == normalise(text)


PIECES = (
    "(ATTN: ",
    "ADDS",
    "UPDATES",
    "with",
    "and",
    ",",
    ";",
    ", ",
    "; ",
    " ",
    "paras",
    "in",
    "3",
    "4-6",
    "5th para",
    "photo",
)
PIECES += ("headline", "lead", "throughout", "last two paras", "사진", "3,500", ")", "(", "from", "N.K.'s", ".", "\n")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_jumble_of_the_line_s_own_words_formats_back_to_its_normal_form(text):
    assert format_attn(parse_attn(text)) == normalise(text)


@given(st.text(max_size=40), st.integers(0, 200))
def test_places_of_any_text_can_be_counted_in_any_story(text, total):
    for clause in parse_attn(f"ADDS {text} in paras {text}").clauses:
        for place in clause.places:
            assert list(place.numbers(total)) == sorted(place.numbers(total))


def test_a_text_far_too_long_for_an_advisory_is_kept_as_one_object():
    text = "ADDS photo and " * 70_000
    assert format_attn(parse_attn(text)) == normalise(text)


def test_an_empty_line_has_no_clauses():
    assert parse_attn(" \n ") == Attn()


def real_lines() -> list[str]:
    lines = (REAL / "attn_lines.txt").read_text(encoding="utf-8").splitlines()
    heads = json.loads((REAL / "heads.json").read_text(encoding="utf-8"))
    return lines + [head["attn"] for head in heads if head.get("attn")]


@needs_real_lines
def test_every_real_line_formats_back_to_the_same_text_and_knows_its_verbs():
    lines = real_lines()
    assert len(lines) > 35
    for line in lines:
        attn = parse_attn(line)
        assert format_attn(attn) == line
        assert attn.unknown_verbs == ()


@needs_real_lines
def test_every_number_in_a_real_line_is_read_as_a_place_or_names_a_photo():
    for line in real_lines():
        for clause in parse_attn(line).clauses:
            for item in clause.objects:
                assert item.target is Target.PHOTO or not any(map(str.isdecimal, item.text)), line
                if item.place and item.place.kind in (PlaceKind.PARAS, PlaceKind.FROM):
                    assert item.place.ranges
