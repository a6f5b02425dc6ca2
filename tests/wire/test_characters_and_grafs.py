"""One spelling of a text; what does not show is named. Grafs and words are counted on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.grafs import join_grafs, split_grafs, word_count
from stories.wire.text import (
    clean,
    control_characters,
    hidden_characters,
    spelled_out,
    tidy,
    without_hidden,
)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_newline_is_one(newline):
    assert clean(f"one{newline}two") == "one\ntwo"


def test_text_is_composed_and_loses_its_byte_order_mark():
    assert clean("\ufeffcafe\u0301 \u1112\u1161\u11ab") == "café 한"


@given(st.text())
def test_clean_text_is_already_clean(text):
    assert clean(clean(text)) == clean(text)


def test_controls_are_named_with_line_and_column():
    found = control_characters("a\nb\x00c\x1b\ud800")
    assert [(one.name, one.line, one.column) for one in found[:2]] == [("U+0000 NULL", 2, 2), ("U+001B ESCAPE", 2, 4)]
    assert found[2].name.startswith("U+D800")


def test_newlines_and_tabs_are_no_controls():
    assert control_characters("a\tb\nc\r\n") == ()


def test_what_does_not_show_is_named():
    assert [one.name for one in hidden_characters("a\u202eb\u200bc\u00add")] == [
        "U+202E RIGHT-TO-LEFT OVERRIDE",
        "U+200B ZERO WIDTH SPACE",
        "U+00AD SOFT HYPHEN",
    ]


def test_blank_lines_part_grafs_and_one_newline_does_not():
    body = "The harbor\nreopened.\n\n  Nine were hurt.\n \t\n\n\nThe end. "
    assert split_grafs(body) == ("The harbor reopened.", "Nine were hurt.", "The end.")


@given(st.lists(st.text().map(lambda text: tidy(clean(text))).filter(bool)))
def test_joined_grafs_split_into_themselves(grafs):
    assert split_grafs(join_grafs(grafs)) == tuple(grafs)


def test_words_are_counted_without_dateline_dashes_and_rules():
    assert (
        word_count("PORT ALDER, May 5 (Yonhap) -- The harbor -- both berths -- reopened.\n\n------\n\nUS$37.6 million")
        == 7
    )
    assert word_count(["The harbor reopened."]) == 3
    assert word_count("") == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A \U0001f469\u200d\U0001f692 came.", 0),  # a firefighter
        ("\u2764\ufe0f\u200d\U0001f525", 0),  # a heart on fire
        ("un\u200dseen", 1),
        ("\U0001f469\u200d", 1),
        ("a\u200d\U0001f692", 1),
    ],
)
def test_a_joiner_is_hidden_but_between_two_emoji_that_it_draws_as_one(text: str, count: int) -> None:
    assert len(hidden_characters(text)) == count


def test_a_hidden_character_is_written_out_or_left_out_where_nothing_can_frame_it() -> None:
    assert spelled_out("a\u202eb\u200bc") == "a⟨U+202E⟩b⟨U+200B⟩c"
    assert without_hidden("a\u202eb\u200bc") == "abc"
