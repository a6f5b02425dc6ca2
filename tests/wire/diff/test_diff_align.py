"""Paragraphs first: what became of each, and how surely."""

import pytest

from benchmarks.adapter import align as plain_align
from benchmarks.invented import revise
from stories.wire.diff import align
from stories.wire.diff.values import GrafKind, Group
from tests.wire.diff.pier_story import BACKGROUND, COST, LEDE, QUOTE, RAIN, STORY, VOTE


def kinds(groups: tuple[Group, ...]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(group.kind.value + "+moved" * group.moved, group.old, group.new) for group in groups]


def test_an_unchanged_story_is_equal_row_by_row():
    assert kinds(align(STORY, STORY)) == [("equal", (i,), (i,)) for i in range(6)]


def test_an_edited_paragraph_is_one_edit():
    new = [LEDE, COST.replace("12.4", "13.1"), *STORY[2:]]
    assert align(STORY, new)[1] == Group(GrafKind.EDIT, (1,), (1,), links=((1, 1),))


def test_a_paragraph_with_other_blanks_or_marks_is_an_edit_and_not_equal():
    assert align(["He said so."], ["He  said so."])[0].kind is GrafKind.EDIT


def test_a_new_and_a_cut_paragraph_stand_where_a_reader_looks_for_them():
    new = [LEDE, QUOTE, "Two ferries were turned back to Port Meridel on Sunday night.", BACKGROUND, VOTE, RAIN]
    assert kinds(align(STORY, new)) == [
        ("equal", (0,), (0,)),
        ("delete", (1,), ()),
        ("equal", (2,), (1,)),
        ("insert", (), (2,)),
        ("equal", (3,), (3,)),
        ("equal", (4,), (4,)),
        ("equal", (5,), (5,)),
    ]


def test_a_cut_first_paragraph_stands_at_the_top():
    assert kinds(align(STORY, STORY[1:]))[0] == ("delete", (0,), ())


def test_a_split_paragraph_is_one_split():
    old = [LEDE, f"{COST} {BACKGROUND}", VOTE]
    assert kinds(align(old, [LEDE, COST, BACKGROUND, VOTE]))[1] == ("split", (1,), (1, 2))


def test_two_joined_paragraphs_are_one_merge():
    new = [LEDE, f"{COST} {BACKGROUND}", VOTE]
    assert kinds(align([LEDE, COST, BACKGROUND, VOTE], new))[1] == ("merge", (1, 2), (1,))


def test_a_sentence_handed_to_the_next_paragraph_is_a_regroup():
    old = [LEDE, f"{COST} {QUOTE}", BACKGROUND]
    new = [LEDE, COST, f"{QUOTE} {BACKGROUND}"]
    assert kinds(align(old, new))[1] == ("regroup", (1, 2), (1, 2))


def test_a_moved_paragraph_with_inner_changes_is_a_moved_edit():
    new = [LEDE, RAIN.replace("four", "five"), COST, QUOTE, BACKGROUND, VOTE]
    assert ("edit+moved", (5,), (1,)) in kinds(align(STORY, new))
    assert sum(group.moved for group in align(STORY, new)) == 1


def test_what_is_long_stays_and_what_is_short_moves():
    short = "He declined to say more."
    groups = align([short, LEDE, COST], [LEDE, COST, short])
    assert [group.old for group in groups if group.moved] == [(0,)]


def test_one_half_of_a_split_that_moved_away_is_named():
    old = [f"{COST} {BACKGROUND}", LEDE, QUOTE, VOTE]
    split = next(group for group in align(old, [COST, LEDE, QUOTE, VOTE, BACKGROUND]) if group.kind is GrafKind.SPLIT)
    assert (split.old, split.new) == ((0,), (0, 4))
    assert len(split.strays) == 1


def test_repeated_paragraphs_pair_where_they_stand():
    old = ["* * *", LEDE, "* * *", COST, "* * *"]
    assert kinds(align(old, [LEDE, "* * *", COST, "* * *"])) == [
        ("delete", (0,), ()),
        ("equal", (1,), (0,)),
        ("equal", (2,), (1,)),
        ("equal", (3,), (2,)),
        ("equal", (4,), (3,)),
    ]


def test_a_paragraph_put_in_twice_is_new_the_second_time_and_no_half_of_a_split():
    opened = "Visitors may see the pier for free from the deck of the Yeongdo hall from 2 p.m. to 8:30 p.m. each day."
    old = ["Rain fell.", opened.replace("8:30", "8")]
    assert kinds(align(old, ["Rain fell.", opened, opened])) == [
        ("equal", (0,), (0,)),
        ("edit", (1,), (1,)),
        ("insert", (), (2,)),
    ]


def test_unrelated_stories_share_nothing():
    other = ["Kestrel Point won its third match in a row.", "Prices of copper fell in early trade."]
    assert {group.kind for group in align(STORY, other)} == {GrafKind.INSERT, GrafKind.DELETE}


def test_an_empty_side_is_all_new_or_all_gone():
    assert {group.kind for group in align([], STORY)} == {GrafKind.INSERT}
    assert {group.kind for group in align(STORY, [])} == {GrafKind.DELETE}
    assert align([], []) == ()


def test_korean_paragraphs_are_recognised_through_their_particles():
    old = ["노태산 시장은 13일 나라에서 정상회담을 했다고 대변인이 밝혔다.", "회담은 두 시간 동안 이어졌다."]
    new = ["회담은 세 시간 동안 이어졌다.", "노태산 시장이 13일 나라에서 정상회담을 열었다고 대변인은 전했다."]
    assert {(group.kind, group.old, group.new) for group in align(old, new)} == {
        (GrafKind.EDIT, (1,), (0,)),
        (GrafKind.EDIT, (0,), (1,)),
    }


@pytest.mark.parametrize(("size", "floor"), [(8, 0.98), (25, 0.98), (60, 0.98)])
def test_nearly_every_link_of_invented_leads_is_found(size, floor):
    right = found = true = 0
    for seed in range(12):
        lead = revise(size, seed)
        links = {(o, n) for _, olds, news in plain_align(lead.old, lead.new) for o in olds for n in news}
        right, found, true = right + len(links & lead.links), found + len(links), true + len(lead.links)
    assert 2 * right / (found + true) >= floor


def test_nearly_every_move_of_invented_leads_is_told():
    right = found = true = 0
    for seed in range(20):
        lead = revise(25, seed)
        moves = {
            (o, n) for kind, olds, news in plain_align(lead.old, lead.new) if "move" in kind for o in olds for n in news
        }
        right, found, true = right + len(moves & lead.moves), found + len(moves), true + len(lead.moves)
    assert true >= 20
    assert 2 * right / (found + true) >= 0.94
