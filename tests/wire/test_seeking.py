"""What a person types to find copy, read as terms."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.seeking import Term, beginnings, read_query


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
