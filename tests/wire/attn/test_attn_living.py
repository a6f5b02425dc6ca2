"""Living numbers: a reference follows its paragraphs through the edits of a draft."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.wire.attn import bind, follow, normalise, parse_line, rebind, rendered
from tests.wire.attn.attn_versions import ANOTHER, DETAIL, GRAFS, QUOTE, with_inserted, with_replaced

CUT_4 = (*GRAFS[:3], *GRAFS[4:])
MOVED_2_TO_END = (GRAFS[0], *GRAFS[2:], GRAFS[1])


def after(line: str, grafs: tuple[str, ...]) -> str:
    return rendered(follow(line, GRAFS, grafs))


@pytest.mark.parametrize(
    ("line", "grafs", "expected"),
    [
        ("ADDS details in paras 4-6, 8, photo", with_inserted((2, QUOTE)), "ADDS details in paras 5-7, 9, photo"),
        ("ADDS details in paras 4-6, 8, photo", with_inserted((5, QUOTE)), "ADDS details in paras 4, 6-7, 9, photo"),
        ("ADDS details in paras 5-6", CUT_4, "ADDS details in paras 4-5"),
        ("ADDS details in paras 2-3", MOVED_2_TO_END, "ADDS details in paras 2, 8"),
        ("ADDS details in 5th para", CUT_4, "ADDS details in 4th para"),
        ("ADDS details in para 5", CUT_4, "ADDS details in para 4"),
        ("ADDS more info in 5-6, photo", CUT_4, "ADDS more info in 4-5, photo"),
        ("UPDATES with details from 5th para", CUT_4, "UPDATES with details from 4th para"),
        ("UPDATES with details from para 5", with_inserted((2, QUOTE)), "UPDATES with details from para 6"),
        ("UPDATES in lead, paras 5-6", CUT_4, "UPDATES in lead, paras 4-5"),
        ("UPDATES in lead, paras 5-6", (DETAIL, *GRAFS), "UPDATES in paras 2, 6-7"),
        ("ADDS details in last 2 paras", (*GRAFS, DETAIL), "ADDS details in paras 7-8"),
        ("ADDS details in last 2 paras", CUT_4, "ADDS details in last 2 paras"),
        ("UPDATES figures in first 3 paras", (DETAIL, *GRAFS), "UPDATES figures in paras 2-4"),
        ("UPDATES throughout; ADDS yields at the bottom", CUT_4, "UPDATES throughout; ADDS yields at the bottom"),
        ("(ATTN: CHANGES 1st photo; ADDS x in para 5)", CUT_4, "(ATTN: CHANGES 1st photo; ADDS x in para 4)"),
        ("(Adds quotes, updates shares in paragraph 5)", CUT_4, "(Adds quotes, updates shares in para 4)"),
    ],
)
def test_numbers_follow_their_paragraphs(line, grafs, expected):
    assert after(line, grafs) == expected


def test_an_edited_paragraph_is_still_the_same():
    assert after("ADDS x in para 4", with_replaced(4, "nine passengers", "12 passengers")) == "ADDS x in para 4"


def test_a_split_paragraph_is_held_in_both_parts():
    first, second = GRAFS[2].split(" before ")
    grafs = (*GRAFS[:2], first, f"It came before {second}", *GRAFS[3:])
    assert after("ADDS details in para 3", grafs) == "ADDS details in paras 3-4"


def test_last_paras_stay_the_last_when_one_is_split():
    first, second = GRAFS[7].split(" after ")
    grafs = (*GRAFS[:7], f"{first}.", f"That came after {second}")
    assert after("ADDS details in last 2 paras", grafs) == "ADDS details in last 3 paras"


def test_a_reference_that_lost_a_paragraph_is_flagged():
    bound = follow("ADDS details in paras 3-5; ADDS photo", GRAFS, CUT_4)
    assert rendered(bound) == "ADDS details in paras 3-4; ADDS photo"
    assert bound.gone == ("in paras 3-5",)


def test_a_reference_that_lost_all_keeps_its_words_and_stays_flagged():
    bound = follow("ADDS remarks in 4th para", GRAFS, CUT_4)
    later = rebind(bound, CUT_4, (DETAIL, *CUT_4))
    assert rendered(later) == "ADDS remarks in 4th para"
    assert later.gone == ("in 4th para",)


def test_numbers_beyond_the_body_are_flagged_and_left_alone():
    bound = follow("ADDS details in paras 7-9", GRAFS, CUT_4)
    assert rendered(bound) == "ADDS details in paras 7-9"
    assert bound.gone == ("in paras 7-9",)


def test_a_reference_survives_several_saves():
    bound = bind("ADDS details in paras 4-5", GRAFS)
    saves = [
        GRAFS,
        with_inserted((2, QUOTE)),
        with_inserted((2, QUOTE), (3, DETAIL)),
        with_inserted((3, DETAIL)),
        GRAFS,
    ]
    for old, new in pairwise(saves):
        bound = rebind(bound, old, new)
    assert rendered(bound) == "ADDS details in paras 4-5"
    assert bound.gone == ()


PIECES = st.sampled_from(
    ["in paras 2-4, 6", "from 3rd para", "in last 2 paras", "in lead, paras 3", "throughout", "사진"]
)


@settings(deadline=None, max_examples=40)
@given(st.lists(PIECES, min_size=1, max_size=4), st.permutations([*GRAFS, DETAIL, ANOTHER]))
def test_a_line_beside_an_untouched_body_keeps_every_character(places, grafs):
    line = "; ".join(f"ADDS details {place}, photo" for place in places)
    assert rendered(follow(line, grafs, grafs)) == line


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80))
def test_any_text_can_be_followed(text):
    assert rendered(follow(text, GRAFS, GRAFS)) == normalise(text)


@settings(deadline=None, max_examples=40)
@given(PIECES, st.permutations(list(GRAFS)))
def test_a_bound_place_names_the_same_paragraphs_after_any_shuffle(place, grafs):
    before = parse_line(f"ADDS details {place}").clauses[0].places
    now = parse_line(after(f"ADDS details {place}", tuple(grafs))).clauses[0].places
    if before and before[0].stated() and before[0].symbol.startswith("paras"):
        named = {GRAFS[number - 1] for number in before[0].numbers(len(GRAFS))}
        assert {grafs[number - 1] for number in now[0].numbers(len(grafs))} == named
