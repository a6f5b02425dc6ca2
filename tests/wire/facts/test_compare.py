import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.facts import Change, FactKind, facts, silent_changes

FERRY = [
    "A ferry with 130 people aboard ran aground off Tongyeong on Tuesday, leaving 12 hurt, the coast guard said.",
    "The Mirae Star left Yokji Island at 9:40 a.m. with cars and freight, Capt. Noh Tae-sun said.",
    '"The sea was calm when we left the harbor," Noh told reporters at the pier.',
    "The ship was built in 1998 and sold for 4.2 billion won in August last year.",
]


def changed(old, new):
    return [(change.kind, change.old, change.new) for change in facts(old, new) if change.change is Change.CHANGED]


def swap(before, after):
    return [graf.replace(before, after) for graf in FERRY]


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (FactKind.FIGURE, "130 people aboard", "136 people aboard"),
        (FactKind.FIGURE, "12 hurt", "thirteen hurt"),
        (FactKind.FIGURE, "4.2 billion won", "4.3 billion won"),
        (FactKind.DATE, "1998", "1989"),
        (FactKind.DATE, "1998", "2998"),
        (FactKind.DATE, "August", "July"),
        (FactKind.DAY, "Tuesday", "Monday"),
        (FactKind.TIME, "9:40 a.m.", "9:40 p.m."),
        (FactKind.NAME, "Tongyeong", "Tongyong"),
    ],
)
def test_a_changed_fact_is_told_with_what_it_was(kind, before, after):
    found = changed(FERRY, swap(before, after))
    assert len(found) == 1
    assert found[0][0] is kind or {found[0][0], kind} <= {FactKind.FIGURE, FactKind.DATE}
    assert before.startswith(found[0][1])
    assert after.startswith(found[0][2])


def test_an_altered_word_inside_a_quotation_is_a_changed_quotation():
    [(kind, old, new)] = changed(FERRY, swap("was calm", "was rough"))
    assert kind is FactKind.QUOTE
    assert "calm" in old
    assert "rough" in new


def test_one_of_two_equal_figures_changing_is_told():
    old = ["The price of 20 goods rose 20 percent, and bus fares rose 20 percent."]
    assert changed(old, [old[0].replace("20 goods", "21 goods")]) == [(FactKind.FIGURE, "20 goods", "21 goods")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12 hurt", "twelve hurt"),
        ("4.2 billion won", "4,200 million won"),
        ("Tuesday", "Tues."),
        ("August last year", "Aug. last year"),
        ("harbor", "harbour"),
    ],
)
def test_the_same_fact_in_other_words_is_not_a_change(before, after):
    assert [change for change in facts(FERRY, swap(before, after)) if change.kind is not FactKind.QUOTE] == []


def test_a_figure_that_moved_to_another_paragraph_is_not_gone():
    assert facts(FERRY, [FERRY[3], FERRY[1], FERRY[0] + " " + FERRY[2]]) == ()


def test_new_facts_are_told_with_their_paragraph():
    new = [*FERRY, 'Two more sailors were found at 11 p.m., Mayor Gu Bon-ah said. "We will search all night."']
    told = {(change.kind, change.new, change.new_graf) for change in facts(FERRY, new) if change.change is Change.NEW}
    assert (FactKind.FIGURE, "Two", 4) in told
    assert (FactKind.TIME, "11 p.m.", 4) in told
    assert (FactKind.NAME, "Mayor Gu Bon-ah", 4) in told
    assert (FactKind.QUOTE, '"We will search all night."', 4) in told


def test_a_fact_cut_from_the_story_is_gone():
    told = [(change.kind, change.old, change.old_graf) for change in facts(FERRY, FERRY[:3])]
    assert (FactKind.FIGURE, "4.2 billion won", 3) in told
    assert (FactKind.DATE, "1998", 3) in told


def test_an_adjective_of_a_nation_is_not_a_respelling():
    old = ["The ship flew the flag of Korea when it sank off Vietnam."]
    new = ["The ship flew the Korean flag when it sank in Vietnamese waters."]
    assert changed(old, new) == []


def test_a_known_person_with_another_title_is_not_new():
    assert facts(FERRY, [*FERRY, "Noh Tae-sun said the engine had stopped."]) == ()


def test_a_change_is_silent_until_a_correction_announces_it():
    changes = facts(FERRY, swap("130 people", "136 people"))
    assert [change.new for change in silent_changes(changes, announced=False)] == ["136 people"]
    assert silent_changes(changes, announced=True) == ()


@pytest.mark.parametrize(
    ("now", "silent"),
    [
        ("Some 1,400 households lost power, up from 1,100.", False),
        ("Some 1,400 households lost power, up from an earlier 1,100 households.", False),
        ("Some 1,400 households lost power.", True),
    ],
)
def test_a_figure_of_which_the_copy_says_what_it_was_did_not_change_in_silence(now, silent):
    changes = facts(["Some 1,100 households lost power."], [now])
    assert [change.new for change in changes if change.change is Change.CHANGED] == ["1,400 households"]
    assert bool(silent_changes(changes, announced=False)) is silent


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Fares rose 20 percent and prices rose 20 percent.", "Fares rose 21 percent and prices rose 20 percent."),
        ("It burned from 9 a.m. and was out by 11 a.m.", "It burned from 11 a.m. and was out by 1 p.m."),
    ],
)
def test_a_value_that_stands_there_for_another_reason_tells_nothing(before, now):
    changes = facts([before], [now])
    changed_here = [change for change in changes if change.change is Change.CHANGED]
    assert changed_here
    assert silent_changes(changes, announced=False) == tuple(changed_here)


def test_a_bare_short_number_is_not_taken_for_the_old_value():
    changes = facts(["A crash killed 3 people."], ["A crash on Highway 3 killed 5 people."])
    assert silent_changes(changes, announced=False)


def test_of_how_many_more_is_the_same_figure_with_fewer_words_around_it():
    old = ["About 8,900 of the 11,200 unionized workers left the lines at 1:30 p.m., the union said."]
    new = ["All lines stopped after about 9,100 workers left them at 1:30 p.m., according to the union."]
    assert changed(old, new) == [(FactKind.FIGURE, "8,900 of the 11,200 unionized workers", "9,100 workers")]


def test_a_korean_figure_keeps_its_counter_through_other_endings():
    old = ["시장에서 불이 나 점포 12곳이 탔다고 소방당국이 밝혔다."]
    new = ["시장에서 불이 나 점포 15곳이 타고 1명이 다쳤다고 소방당국이 밝혔다."]
    assert changed(old, new) == [(FactKind.FIGURE, "12곳", "15곳")]


@given(st.lists(st.text(alphabet='ab1 2.,"$A가3-', max_size=60), max_size=6))
def test_a_version_has_no_changes_against_itself(grafs):
    assert facts(grafs, grafs) == ()


@given(
    st.lists(st.text(alphabet='ab1 2.,"$A가3-', max_size=40), max_size=4),
    st.lists(st.text(alphabet='ab1 2.,"$A가3-', max_size=40), max_size=4),
)
def test_no_fact_stands_in_two_changes(old, new):
    told = facts(old, new)
    for side in ("before", "after"):
        standing = [getattr(change, side) for change in told if getattr(change, side)]
        assert len(standing) == len(set(standing))


def test_figures_of_two_sentences_in_each_other_s_place_did_not_change_into_each_other():
    old = ["The barge drifted for an hour. Five of the seven crew members have been taken to a hospital in Tongyeong."]
    new = ["The barge drifted for an hour. The last two were lifted out by helicopter about 70 minutes after the call."]
    assert changed(old, new) == []


def test_new_facts_are_told_in_their_order_though_a_name_is_told_where_it_speaks():
    told = facts(["Rain fell."], ["Han Sol met 30 people.", "They walked 41 meters.", "Han Sol said it was far."])
    assert [change.new for change in told] == ["30 people", "41 meters", "Han Sol"]


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("It rose from last year.", "It rose from August last year.", "last year", "August last year"),
        ("It opened in 2019.", "It opened in March 2019.", "2019", "March 2019"),
        ("The vote is on Monday.", "The vote is on Monday, March 9.", "Monday", "Monday, March 9"),
        ("The fire began Monday.", "The fire began at 3 p.m. on Monday.", "Monday", "3 p.m. on Monday"),
    ],
)
def test_a_date_told_more_closely_has_changed_and_tells_what_it_was(old: str, new: str, was: str, now: str) -> None:
    [change] = facts([old], [new])

    assert (change.change, change.old, change.new, change.told) == (Change.CHANGED, was, now, True)
    assert silent_changes([change], announced=False) == ()


@pytest.mark.parametrize(
    ("old", "new", "come"),
    [
        ("It met in 2018.", "It met in 2018, 2019 and 2021.", ["2019", "2021"]),  # a list is no closer date
        ("It met last year.", "It met last year. August was wet.", []),
        ("It met on Monday.", "It met on Monday, but on March 9 it will rest.", ["March 9"]),
        ("It met.", "It met in August last year.", ["August"]),  # neither stood there
    ],
)
def test_a_date_beside_another_is_new(old: str, new: str, come: list[str]) -> None:
    assert [(change.change, change.new) for change in facts([old], [new])] == [(Change.NEW, text) for text in come]
