"""Words inside a paragraph: what is one token, what is kept, what is marked."""

from itertools import pairwise

import pytest

from stories.wire.diff import segments, word_runs
from stories.wire.diff.tokens import tokenize
from stories.wire.diff.values import Op


def marked(old: str, new: str) -> str:
    signs = {Op.KEEP: "{}", Op.CUT: "[-{}-]", Op.ADD: "[+{}+]"}
    return "".join(signs[segment.op].format(segment.text) for segment in segments(old, new))


@pytest.mark.parametrize(
    "fact",
    [
        "183", "1,028", "3.5", "1910-45", "US$376.8 million", "$5", "40%", "3-way", "2nd", "10:30", "N. Korea's",
        "U.S.", "U.S.-led", "a.m.", "Jan.", "don't", "don’t", "state-run", "3억7천만원을", "1,200억원", "대통령은",
        "98-1/2", ".5", "$1.2-1.5 billion", "12:30-13:30", "2:05:12", "€1.2bn",
        "北미사일", "https://hanbit.example/a?b=1", "desk@hanbit.example", "👨‍👩‍👧", "🇰🇷", "cafe\u0301", "--",
    ],
)  # fmt: skip
def test_a_fact_is_one_token(fact):
    texts = [token.text for token in tokenize(f"about {fact} then")]
    assert texts == ["about", fact, "then"]


def test_quotation_marks_stand_apart_from_the_quoted_word():
    assert [token.text for token in tokenize('"Yes," he')] == ['"', "Yes", ",", '"', "he"]


def test_han_and_kana_are_compared_sign_by_sign():
    assert [token.text for token in tokenize("中国人")] == ["中", "国", "人"]


def test_tokens_and_blanks_are_the_whole_text():
    text = 'The 3-way talks -- "held" in N. Korea\'s north,\t대통령은 said. 👍🏽'
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    gaps = [text[a.end : b.start] for a, b in pairwise(tokens)]
    assert "".join(gaps).strip() == ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("killed 183 people", "killed 188 people", "killed [-183-][+188+] people"),
        ("from 1910-45 on", "from 1910-48 on", "from [-1910-45-][+1910-48+] on"),
        (
            "worth US$376.8 million now",
            "worth US$376.8 billion now",
            "worth [-US$376.8 million-][+US$376.8 billion+] now",
        ),
        ("N. Korea's army", "S. Korea's army", "[-N. Korea's-][+S. Korea's+] army"),
        ("이재명 대통령은 말했다", "이재명 대통령이 말했다", "이재명 [-대통령은-][+대통령이+] 말했다"),
        ("the very old man", "the old man", "the [-very -]old man"),
        ("He left.", "He left", "He left[-.-]"),
    ],
)
def test_a_changed_fact_is_marked_whole(old, new, expected):
    assert marked(old, new) == expected


def test_a_lone_stop_word_between_two_replacements_is_swallowed():
    assert marked("They saw red of brick walls", "They saw tall of stone walls") == (
        "They saw [-red of brick-][+tall of stone+] walls"
    )


def test_a_lone_content_word_between_two_replacements_is_kept():
    assert "bridge" in marked("They red bridge brick walls", "They tall bridge stone walls").replace("[-", "").split()


def test_a_lone_word_between_two_plain_cuts_is_kept():
    assert (
        marked("a red brick, blue bridge stands", "a brick, bridge stands") == "a [-red -]brick, [-blue -]bridge stands"
    )
    assert marked("big red the large bridge", "the bridge") == "[-big red -]the [-large -]bridge"


def test_a_quotation_put_before_the_full_stop_is_marked_whole():
    assert marked("They made visits.", 'They made visits dubbed "shuttle diplomacy."') == (
        'They made visits[-.-][+ dubbed "shuttle diplomacy."+]'
    )
    assert marked('He said "once," at the gate. "A table."', 'He said "once. A table."') == (
        'He said "once[-," at the gate. "-][+. +]A table."'
    )


def test_a_lone_stop_word_between_two_long_additions_is_swallowed():
    old = "The mayor and the harbor master met."
    new = "The mayor said late on Monday that boats and ferries will sail as the harbor master met."
    assert marked(old, new) == (
        "The mayor [-and-][+said late on Monday that boats and ferries will sail as+] the harbor master met."
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Some 31 engines put it out. Nobody was hurt.",
            "Some 34 engines put it out.",
            "Some [-31-][+34+] engines put it out.[- Nobody was hurt.-]",
        ),
        (
            "불은 31대가 껐다. 인명 피해는 없다.",
            "불은 34대가 껐다.",
            "불은 [-31대가-][+34대가+] 껐다.[- 인명 피해는 없다.-]",
        ),
        (
            'Two said, "We left." "Now!"',
            'Three said, "We left." "We ran." "Now!"',
            '[-Two-][+Three+] said, "We left." [+"We ran." +]"Now!"',
        ),
        (
            'Two said so. "Now!"',
            'Three said so. "We ran. "Now!"',
            '[-Two-][+Three+] said so. [+"We ran. +]"Now!"',
        ),
    ],
)
def test_a_sentence_put_in_or_taken_out_ends_with_its_own_full_stop(old, new, expected):
    assert marked(old, new) == expected


def test_equal_texts_are_one_kept_run():
    assert [(run.old_pos, run.new_pos, run.length) for run in word_runs("two words", "two words")] == [(0, 0, 9)]


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "new"), ("old", ""), ("  ", " "), ("a", "가")])
def test_the_smallest_texts_come_back(old, new):
    both = segments(old, new)
    assert "".join(one.text for one in both if one.op is not Op.ADD) == old
    assert "".join(one.text for one in both if one.op is not Op.CUT) == new
