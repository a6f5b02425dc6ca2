"""A draft's line from save to save: numbers follow what was left alone, and hold to what was typed."""

import json

import pytest

from stories.wire.attn import Kept, keep_line, read_kept
from tests.wire.attn.attn_versions import ANOTHER, DETAIL, GRAFS, QUOTE, with_inserted

CUT_4 = (*GRAFS[:3], *GRAFS[4:])


def first(line, grafs=GRAFS):
    return keep_line(line, Kept(), (), grafs)


def later(was, line, was_grafs, grafs, **more):
    """The next save, with what was kept read back from JSON as the record has it."""
    stored = read_kept(was.line, json.loads(json.dumps(was.plain())), was_grafs)
    return keep_line(line, stored, was_grafs, grafs, **more)


def test_a_line_left_alone_follows_its_paragraphs_from_save_to_save():
    one = first("ADDS details in paras 4-5")
    two = later(one, one.line, GRAFS, with_inserted((2, QUOTE)))
    three = later(two, two.line, with_inserted((2, QUOTE)), (DETAIL, *with_inserted((2, QUOTE))))
    assert [one.line, two.line, three.line] == [
        "ADDS details in paras 4-5",
        "ADDS details in paras 5-6",
        "ADDS details in paras 6-7",
    ]


def test_a_number_typed_anew_is_what_the_person_says():
    one = first("ADDS details in para 4")
    two = later(one, "ADDS details in para 6", GRAFS, with_inserted((2, QUOTE)))
    assert two.line == "ADDS details in para 6"
    assert later(two, two.line, with_inserted((2, QUOTE)), GRAFS).line == "ADDS details in para 5"


def test_a_clause_added_beside_leaves_the_others_holding():
    one = first("ADDS details in para 4")
    two = later(one, "ADDS details in para 4; CHANGES headline", GRAFS, with_inserted((2, QUOTE)))
    assert two.line == "ADDS details in para 5; CHANGES headline"


def test_a_reference_whose_paragraph_is_gone_keeps_its_words_and_says_so_until_it_is_typed_anew():
    one = first("ADDS remarks in para 4")
    two = later(one, one.line, GRAFS, CUT_4)
    three = later(two, f"{two.line}; CHANGES headline", CUT_4, CUT_4)
    four = later(three, "ADDS remarks in para 5; CHANGES headline", CUT_4, CUT_4)
    assert (two.line, two.gone) == ("ADDS remarks in para 4", ("in para 4",))
    assert three.gone == ("in para 4",)
    assert four.gone == ()


def test_a_paragraph_cut_and_pasted_elsewhere_is_held_again():
    one = first("ADDS remarks in para 4")
    two = later(one, one.line, GRAFS, CUT_4)
    three = later(two, two.line, CUT_4, (GRAFS[3], *CUT_4))
    assert (three.line, three.gone) == ("ADDS remarks in para 1", ())


def test_a_number_typed_ahead_of_its_paragraph_holds_once_that_is_there():
    one = first("ADDS remarks in para 9")
    two = later(one, one.line, GRAFS, (*GRAFS, QUOTE))
    three = later(two, two.line, (*GRAFS, QUOTE), (DETAIL, *GRAFS, QUOTE))
    assert (one.gone, two.gone) == (("in para 9",), ())
    assert three.line == "ADDS remarks in para 10"


def test_a_line_typed_beside_another_body_names_the_paragraphs_of_that_one():
    merged = (DETAIL, *GRAFS, ANOTHER)
    kept = later(first(""), "ADDS remarks in para 9", (DETAIL, *GRAFS), merged, beside=(*GRAFS, ANOTHER))
    assert kept.line == "ADDS remarks in para 10"


@pytest.mark.parametrize("line", ["", "UPDATES with details", "ADDS  details ,in paras 2", "없음"])
def test_a_line_whose_numbers_stand_is_kept_to_the_letter(line):
    kept = first(line)
    assert later(kept, line, GRAFS, (*GRAFS, QUOTE)).line == line


@pytest.mark.parametrize("plain", [{}, {"places": []}, {"places": [None, None]}, {"places": "x"}])
def test_what_was_never_bound_is_bound_to_the_body_it_stands_beside(plain):
    kept = keep_line("ADDS x in para 4", read_kept("ADDS x in para 4", plain, GRAFS), GRAFS, (DETAIL, *GRAFS))
    assert kept.line == "ADDS x in para 5"
