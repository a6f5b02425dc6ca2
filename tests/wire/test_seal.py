"""The seal of a version."""

from hypothesis import given
from hypothesis import strategies as st

from stories.wire.seal import canonical, seal

values = st.none() | st.integers() | st.text()
contents = st.dictionaries(st.text(), values | st.lists(st.lists(values)))


def test_the_spelling_is_one_and_in_utf_8() -> None:
    assert canonical({"b": [None, 1], "a": "글 —"}) == '{"a":"글 —","b":[null,1]}'.encode()


def test_the_seal_is_what_it_was_when_the_first_version_was_filed() -> None:
    """Changing this changes every seal in every archive."""
    sealed = "e9e78e0e47afb95e56b6854b8a02ad0f6198838aca881d3715d782a0a80f1954"
    assert seal({"headline": "Mayor opens tunnel", "photos": []}, "") == sealed


@given(contents, contents)
def test_different_contents_have_different_seals(one: dict[str, object], other: dict[str, object]) -> None:
    assert (seal(one, "") == seal(other, "")) == (canonical(one) == canonical(other))


def test_the_seal_covers_the_one_before_it() -> None:
    assert seal({"headline": "A"}, "") != seal({"headline": "A"}, "0" * 64)
