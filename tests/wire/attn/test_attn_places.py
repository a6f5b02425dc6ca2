"""Places: the paragraph numbers a line means, in a text of so many paragraphs."""

import pytest

from stories.wire.attn import PlaceKind, parse_attn
from stories.wire.attn.format import ranges, ranges_text


def place_of(words: str):
    (place,) = parse_attn(f"UPDATES with details {words}").clauses[0].places
    return place


@pytest.mark.parametrize(
    ("words", "symbol", "numbers"),
    [
        ("in paras 4-6, 9", "paras", (4, 5, 6, 9)),
        ("in para 2", "paras", (2,)),
        ("in paras 4, 5 and 9", "paras", (4, 5, 9)),
        ("in paras 2 to 4", "paras", (2, 3, 4)),
        ("in 4th para", "paras", (4,)),
        ("in 4th, 6th paras", "paras", (4, 6)),
        ("in fifth paragraph", "paras", (5,)),
        ("in 11-12", "paras", (11, 12)),
        ("in paras 6-4", "paras", (4, 5, 6)),
        ("in lead, paras 3-5", "paras", (1, 3, 4, 5)),
        ("in lead", "paras", (1,)),
        ("in first 3 paras", "first 3", (1, 2, 3)),
        ("in first three paras", "first 3", (1, 2, 3)),
        ("in lead, last 2 paras", "last 2", (1, 11, 12)),
        ("in first para", "paras", (1,)),
        ("in last 2 paras", "last 2", (11, 12)),
        ("in the bottom 3 paras", "last 3", (10, 11, 12)),
        ("in last para", "last 1", (12,)),
        ("from 10th para", "from 10", (10, 11, 12)),
        ("from para 11", "from 11", (11, 12)),
        ("from para 14", "from 14", (14,)),
        ("from paras 3-4", "paras", (3, 4)),
        ("throughout", "throughout", tuple(range(1, 13))),
        ("at the bottom", "bottom", (12,)),
        ("at top", "top", (1,)),
    ],
)
def test_a_place_means_these_paragraphs_of_twelve(words, symbol, numbers):
    place = place_of(words)
    assert place.symbol == symbol
    assert place.numbers(12) == numbers


def test_the_lead_in_a_place_is_not_among_the_stated_numbers():
    assert place_of("in lead, paras 3-5").stated() == (3, 4, 5)


def test_last_paras_state_no_numbers():
    place = place_of("in last 2 paras")
    assert place.kind is PlaceKind.LAST
    assert place.stated() == ()


def test_a_count_of_paragraphs_is_not_a_place():
    assert parse_attn("ADDS 2 paras on tide tables").clauses[0].places == ()


def test_numbers_are_written_as_ranges():
    assert ranges([15, 2, 5, 13, 14, 5]) == ((2, 2), (5, 5), (13, 15))
    assert ranges_text([15, 2, 5, 13, 14]) == "2, 5, 13-15"
