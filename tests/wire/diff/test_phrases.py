"""The phrase that two paragraphs share, by itself."""

from hypothesis import given
from hypothesis import strategies as st

from stories.wire.diff.evidence import Evidence
from stories.wire.diff.phrases import CHANGED, MOST, PUT_IN, best_phrase

texts = st.lists(st.sampled_from("the a pier crane storm quay dock".split()), max_size=12)


def worth(word: str) -> float | None:
    return 0.0 if word in ("the", "a") else None if word == "dock" else 1.0


def phrase(old: str, new: str) -> float:
    return best_phrase(old.split(), new.split(), worth)


def test_words_in_a_row_add_up_and_little_words_carry_them_on():
    assert phrase("pier crane storm", "quay pier crane storm") == 3
    assert phrase("pier the a crane", "pier the a crane") == 2
    assert phrase("pier the crane", "pier a crane") == 2 - CHANGED
    assert phrase("the a", "the a") == 0


def test_a_word_put_in_or_in_place_of_another_costs_a_part_of_one():
    assert phrase("pier crane storm", "pier old crane storm") == 3 - PUT_IN
    assert phrase("pier old crane storm", "pier crane storm") == 3 - PUT_IN
    assert phrase("pier old crane storm", "pier new crane storm") == 3 - CHANGED


def test_a_word_that_is_used_up_is_a_changed_one():
    assert phrase("pier dock crane storm", "pier dock crane storm") == 3 - CHANGED


def test_the_same_words_in_another_order_are_no_phrase():
    assert phrase("pier crane storm quay", "quay storm crane pier") == 1


def test_paragraphs_too_long_to_compare_share_none():
    long = ["pier"] * MOST
    assert best_phrase(long, long, worth) == 0


@given(texts, texts)
def test_it_is_the_same_from_either_side_and_no_more_than_the_words_shared(old, new):
    found = best_phrase(old, new, worth)
    assert found == best_phrase(new, old, worth)
    assert found <= min(sum(worth(word) or 0 for word in text) for text in (old, new))


def left_phrase(old: str, new: str) -> float:
    return Evidence({0: old}, {0: new}).left_phrase((0, 0))


def test_names_and_figures_are_no_phrase_of_their_own():
    board = "run by the Meridel Grain and Timber Exchange Board of 1931"
    assert left_phrase(f"The count is {board}.", f"Prices fell, a body {board} said.") < 1
    plain = "run by a board of grain and timber houses"
    assert left_phrase(f"The count is {plain}.", f"Prices fell, a body {plain} said.") > 2
