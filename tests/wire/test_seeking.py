"""What a person types to find copy, read as terms."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.seeking import Term, beginnings, read_query, syllable_pairs


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  --  ", ()),
        ("Nara summit", (Term(("nara",)), Term(("summit",)))),
        ('"Nara summit" won', (Term(("nara", "summit")), Term(("won",)))),
        ('"an open end', (Term(("an", "open", "end")),)),
        ("Harim-tunnel", (Term(("harim", "tunnel")),)),
        ("1,200", (Term(("1", "200")),)),
        ("tun*", (Term(("tun",), prefix=True),)),
        ("tun＊", (Term(("tun",), prefix=True),)),
        ("“Nara summit” won", (Term(("nara", "summit")), Term(("won",)))),
        ("＂Nara summit＂", (Term(("nara", "summit")),)),
        ("won −Nara", (Term(("won",)), Term(("nara",), absent=True))),
        ("won -“Nara summit”", (Term(("won",)), Term(("nara", "summit"), absent=True))),
        ('"tun*"', (Term(("tun",)),)),
        ("송고", (Term(("송고",), prefix=True),)),
        ("会談", (Term(("会談",), prefix=True),)),
        (normalize("NFD", "송고 café"), (Term(("송고",), prefix=True), Term(("café",)))),  # as a Mac names its files
        ("won -Nara", (Term(("won",)), Term(("nara",), absent=True))),
        ("-Nara", ()),
        ("snake_case", (Term(("snake", "case")),)),
    ],
)
def test_a_query_is_read_as_it_is_meant(typed, terms):
    assert read_query(typed) == terms


def test_while_a_person_types_each_term_is_a_beginning():
    assert beginnings("nar -osa") == (Term(("nar",), prefix=True), Term(("osa",), absent=True))


@given(st.text())
def test_any_text_is_read_and_gives_words_of_letters_and_figures_only(text):
    terms = read_query(text)
    assert len(terms) <= 12
    assert all(word.isalnum() or not word.isascii() for term in terms for word in term.words)
    assert all(term.words for term in terms)
    assert not any(mark in word for term in terms for word in term.words for mark in "\"'*:()&|!\\<> ")


@pytest.mark.parametrize(
    ("typed", "run"),
    [
        ("회담", "회담"),
        ("-회담", "회담"),
        ("会談", "会談"),
        ("サミット", "サミット"),
        ('"회담"', ""),
        ("한미-회담", ""),
        ("G20정상회담", ""),
        ("summit", ""),
    ],
)
def test_syllables_alone_are_meant_anywhere_in_a_word(typed, run):
    assert [term.run for term in read_query(f"and {typed}")] == ["", run]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", ()),
        ("The mayor spoke.", ()),
        ("정상회담", ("정상", "상회", "회담", "담")),
        ("G20정상, 회담", ("정상", "상", "회담", "담")),
        ("首脳会談", ("首脳", "脳会", "会談", "談")),
        ("𠮷野家", ("𠮷野", "野家", "家")),
    ],
)
def test_the_pairs_of_a_text_are_those_of_its_runs(text, pairs):
    assert syllable_pairs(text) == pairs


@given(st.text(alphabet="가나다 a,"), st.text(alphabet="가나다", min_size=2, max_size=4))
def test_what_stands_in_a_text_is_found_by_its_pairs_in_their_order(text, run):
    pairs, sought = syllable_pairs(text), syllable_pairs(run)[:-1]
    by_pairs = any(pairs[at : at + len(sought)] == sought for at in range(len(pairs)))
    assert by_pairs == (run in text)
