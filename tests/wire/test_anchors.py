from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.anchors import Anchor, anchor_at, arrived, back_again, find_cut, follow, resembles

TUNNEL = "The mayor of Harim opened the Daero tunnel on Monday after two years of delay."
COST = "It cost 41 billion won, of which the province paid 12 billion, the city said."
RAIN = "Rain fell on the guests, and the band of the fire brigade played under umbrellas."
LAW = "The national assembly passes the budget law for roads and bridges next week."
GRAFS = (TUNNEL, COST, RAIN)


def on(words="", graf=1):
    anchor = anchor_at(GRAFS, graf, words)
    assert anchor
    return anchor


def words_of(anchor, grafs):
    return grafs[anchor.graf][anchor.start : anchor.end]


def test_an_anchor_on_words_has_their_place_and_keeps_them():
    assert on("41 billion won") == Anchor(1, 8, 22, "41 billion won")


def test_an_anchor_on_words_that_occur_twice_is_on_the_nearest():
    assert on("billion").start == 11
    assert anchor_at(GRAFS, 1, "billion", near=50).start == COST.rindex("billion")


@pytest.mark.parametrize(("graf", "words"), [(3, ""), (-1, ""), (0, "umbrellas")])
def test_there_is_no_anchor_where_the_text_has_no_such_place(graf, words):
    assert anchor_at(GRAFS, graf, words) is None


def test_it_stays_with_its_paragraph_when_others_come_before_and_after():
    assert follow(on(), GRAFS, (LAW, *GRAFS, LAW + " Again.")).graf == 2


def test_it_goes_with_its_paragraph_when_that_moves():
    assert follow(on("41 billion won"), GRAFS, (TUNNEL, RAIN, COST)) == replace(on("41 billion won"), graf=2)


def test_it_stays_on_a_paragraph_that_is_edited_and_its_words_move_within():
    edited = (TUNNEL, "In all, " + COST[0].lower() + COST[1:], RAIN)
    assert words_of(follow(on("41 billion won"), GRAFS, edited), edited) == "41 billion won"


def test_it_covers_what_was_put_between_its_words():
    edited = (TUNNEL, COST.replace("41 billion won", "41 billion South Korean won"), RAIN)
    assert words_of(follow(on("41 billion won"), GRAFS, edited), edited) == "41 billion South Korean won"


def test_it_goes_to_the_piece_of_a_split_that_has_its_words():
    first, second = COST.split(", of which ")
    pieces = (TUNNEL, first + ".", "Of which " + second, RAIN)
    assert follow(on("41 billion won"), GRAFS, pieces).graf == 1
    found = follow(on("12 billion"), GRAFS, pieces)
    assert (found.graf, words_of(found, pieces)) == (2, "12 billion")


def test_it_goes_into_the_paragraph_that_a_merge_made():
    merged = (TUNNEL, COST + " " + RAIN)
    found = follow(on("umbrellas", graf=2), GRAFS, merged)
    assert (found.graf, words_of(found, merged)) == (1, "umbrellas")


def test_words_that_are_cut_leave_it_on_the_paragraph_and_come_back():
    without = (TUNNEL, COST.replace(", of which the province paid 12 billion", ""), RAIN)
    alone = follow(on("the province paid 12 billion"), GRAFS, without)
    assert (alone.graf, alone.words_gone, alone.gone) == (1, True, False)
    again = follow(alone, without, GRAFS)
    assert (again.words_gone, words_of(again, GRAFS)) == (False, "the province paid 12 billion")


def test_a_paragraph_that_is_cut_is_gone_and_the_anchor_keeps_its_last_place():
    assert follow(on(), GRAFS, (TUNNEL, RAIN)) == replace(on(), gone=True)


def test_a_paragraph_replaced_by_another_is_gone():
    assert follow(on(), GRAFS, (TUNNEL, LAW, RAIN)).gone


def test_the_cut_is_found_and_the_note_comes_back_with_the_paragraph():
    edited = (TUNNEL, COST.replace("41", "43"), RAIN)
    saves = [(1, GRAFS), (2, edited), (3, (TUNNEL, RAIN)), (4, (TUNNEL, RAIN, LAW))]
    gone = replace(on(), gone=True)
    cut = find_cut(gone, reversed(saves))
    assert (cut.save, cut.before) == (3, edited)
    assert back_again(gone, cut, (RAIN, LAW, edited[1])) == replace(on(), graf=2)
    assert back_again(gone, cut, (RAIN, LAW)) is None


def test_another_paragraph_cut_later_from_the_same_place_is_not_taken_for_its_own():
    saves = [(1, GRAFS), (2, (TUNNEL, RAIN)), (3, (TUNNEL, LAW)), (4, (TUNNEL,))]
    assert find_cut(replace(on(), gone=True), reversed(saves)).save == 2


def test_what_cannot_be_told_is_not_guessed():
    assert find_cut(replace(on(), gone=True), [(4, (TUNNEL,)), (3, (TUNNEL, LAW))]) is None


def test_a_paragraph_that_is_typed_in_has_not_arrived_with_each_letter():
    assert arrived(GRAFS, (TUNNEL, COST + " S", RAIN)) == ()
    assert arrived(GRAFS, (*GRAFS, LAW)) == (LAW,)


def test_a_few_words_in_common_are_no_resemblance():
    assert not resembles(COST, RAIN)
    assert resembles(COST, COST.replace("41", "43"))


SENTENCES = st.lists(
    st.text(alphabet="abcdefgh won가나다 ", min_size=3, max_size=60).map(str.strip).filter(bool),
    min_size=1,
    max_size=7,
    unique=True,
)


@given(st.permutations((TUNNEL, COST, RAIN, LAW)), st.integers(0, 2))
def test_in_any_order_it_stands_on_the_same_words(order, graf):
    assert order[follow(on(graf=graf), (*GRAFS, LAW), tuple(order)).graf] == GRAFS[graf]


@given(st.sets(st.integers(0, 3)), st.integers(0, 3))
def test_it_is_gone_exactly_when_its_paragraph_is(cut, graf):
    old = (*GRAFS, LAW)
    left = tuple(text for index, text in enumerate(old) if index not in cut)
    found = follow(Anchor(graf, quoted=old[graf]), old, left)
    assert found.gone == (graf in cut)
    assert found.gone or left[found.graf] == old[graf]


@given(SENTENCES, SENTENCES, st.data())
def test_whatever_becomes_of_the_text_it_stands_inside_it_or_is_gone(old, new, data):
    graf = data.draw(st.integers(0, len(old) - 1))
    start = data.draw(st.integers(0, len(old[graf]) - 1))
    end = data.draw(st.integers(start + 1, len(old[graf])))
    found = follow(Anchor(graf, start, end, old[graf][start:end]), old, new)
    assert found.gone or (found.graf < len(new) and 0 <= found.start <= found.end <= len(new[found.graf]))
