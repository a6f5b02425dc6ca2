from hypothesis import given
from hypothesis import strategies as st

from stories.wire.diff import diff
from stories.wire.diff.values import GrafChange, GrafKind, Group, Op, Segment
from stories.wire.review import fold, places, review
from stories.wire.story import WireStory

FERRY = "The ferry left Mokpo at dawn with 212 people aboard, the coast guard said Monday."
CREW = "Its crew of nine reported a fire in the engine room shortly after seven o'clock."
WIND = "Strong winds kept two helicopters on the ground until noon, rescuers added."
OWNER = "The owner, a family firm on Jindo Island, declined to speak about the cause."
PORT = "Port officials opened a hall for relatives beside the passenger terminal."
RULES = "Safety rules for old hulls were tightened after a sinking nine years ago."


def rows_of(old, new):
    return review(diff(WireStory(grafs=tuple(old)), WireStory(grafs=tuple(new))).grafs).rows


def change(kind, old, new, *, moved=False, links=(), strays=()):
    """A group whose words do not matter here."""
    before = tuple((Segment(Op.CUT, f"old {graf}"),) for graf in old)
    after = tuple((Segment(Op.ADD, f"new {graf}"),) for graf in new)
    return GrafChange(Group(kind, old, new, moved, links, strays), before, after, after or before)


def test_a_moved_paragraph_stands_once_with_a_stub_at_its_old_place():
    rows = rows_of([FERRY, CREW, WIND, OWNER, PORT], [FERRY, PORT, CREW, WIND, OWNER])
    assert [(row.key, row.moved, row.stub) for row in rows] == [
        ("p1", "", False),
        ("p2", "up", False),
        ("p3", "", False),
        ("p4", "", False),
        ("p5", "", False),
        ("old5", "up", True),
    ]


def test_a_moved_row_and_its_stub_link_to_each_other():
    rows = {row.key: row for row in rows_of([FERRY, CREW, WIND, OWNER, PORT], [FERRY, PORT, CREW, WIND, OWNER])}
    assert rows["p2"].other == "old5"
    assert rows["old5"].other == "p2"
    assert rows["p2"].lines[0].tags[0].words == "moved up from"
    assert rows["p2"].lines[0].tags[0].link == "¶5"
    assert (rows["old5"].lines[0].tags[0].words, rows["old5"].lines[0].tags[0].link) == ("¶5 moved up to", "¶2")


def test_a_paragraph_that_moved_and_kept_its_number_says_which_number_is_which():
    grafs = (
        change(GrafKind.INSERT, (), (0,)),
        change(GrafKind.EQUAL, (1,), (1,), moved=True),
        change(GrafKind.EQUAL, (0,), (2,)),
    )
    rows = review(grafs).rows
    tags = [(row.key, tag.words, tag.link) for row in rows for tag in row.lines[0].tags if row.moved]
    assert tags == [("p2", "moved up from", "old ¶2"), ("old2", "old ¶2 moved up to", "new ¶2")]


def test_a_paragraph_that_moves_down_says_so():
    rows = rows_of([FERRY, PORT, CREW, WIND, OWNER], [FERRY, CREW, WIND, OWNER, PORT])
    assert [(row.key, row.moved) for row in rows if row.moved] == [("old2", "down"), ("p5", "down")]


def test_a_removed_paragraph_stands_where_the_old_text_had_it():
    rows = rows_of([FERRY, CREW, WIND, OWNER], [FERRY, CREW, OWNER])
    assert [row.key for row in rows] == ["p1", "p2", "old3", "p3"]


def test_a_removed_opening_stands_at_the_top():
    assert [row.key for row in rows_of([FERRY, CREW, WIND], [CREW, WIND])] == ["old1", "p1", "p2"]


def test_a_removed_paragraph_after_a_moved_one_stays_behind_its_stub():
    grafs = (
        change(GrafKind.EQUAL, (2,), (0,), moved=True),
        change(GrafKind.EQUAL, (0,), (1,)),
        change(GrafKind.EQUAL, (1,), (2,)),
        change(GrafKind.DELETE, (3,), ()),
    )
    assert [row.key for row in review(grafs).rows] == ["p1", "p2", "p3", "old3", "old4"]


def test_a_split_names_its_paragraphs_and_keeps_them_in_one_row():
    row = review((change(GrafKind.SPLIT, (3,), (4, 5)),)).rows[0]
    assert (row.old, row.new, row.glyph, row.title) == ((4,), (5, 6), "÷", "Split paragraph 5")
    assert [line.tags[0].words for line in row.lines] == ["split into ¶5 and ¶6", "split from ¶4"]


def test_a_paragraph_split_around_a_new_one_is_read_in_the_new_order():
    grafs = (
        change(GrafKind.SPLIT, (0,), (0, 2), links=((0, 0), (0, 2))),
        change(GrafKind.INSERT, (), (1,)),
        change(GrafKind.DELETE, (1,), ()),
    )
    laid = review(grafs)
    first, _, further, gone = laid.rows
    assert [row.key for row in laid.rows] == ["p1", "p2", "p3", "old2"]
    assert ((first.old, first.new), (further.old, further.new)) == (((1,), (1,)), ((), (3,)))
    assert (further.further, further.sources, further.other) == (True, (1,), "p1")
    assert [tag.words for tag in first.lines[0].tags] == ["split into ¶1 and ¶3"]
    assert [(tag.words, tag.key, tag.link) for tag in further.lines[0].tags] == [("split from", "p1", "¶1")]
    assert gone.lines[0].number == 2
    assert [(count.number, count.word) for count in laid.counts] == [(1, "new"), (1, "split"), (1, "removed")]


def test_each_old_paragraph_of_a_regroup_stands_beside_the_part_it_lives_on_in():
    links = ((0, 0), (0, 2), (1, 2))
    rows = review((change(GrafKind.REGROUP, (0, 1), (0, 2), links=links), change(GrafKind.INSERT, (), (1,)))).rows
    assert [(row.key, row.old, [line.number for line in row.before]) for row in rows if row.old] == [
        ("p1", (1,), [1]),
        ("p3", (2,), [2]),
    ]
    assert [(tag.words, tag.link) for tag in rows[2].lines[0].tags] == [("with a part of", "¶1")]


def test_a_part_that_lent_words_to_the_row_above_it_says_with_which_it_was_regrouped():
    links = ((0, 0), (1, 0), (1, 2))
    grafs = (
        change(GrafKind.REGROUP, (0, 1), (0, 2), links=links, strays=((1, 0),)),
        change(GrafKind.INSERT, (), (1,)),
    )
    further = review(grafs).rows[2]
    assert (further.old, [(tag.words, tag.link) for tag in further.lines[0].tags]) == (
        (2,),
        [("regrouped with", "¶1")],
    )


def test_what_was_put_between_the_parts_of_a_split_moved_up_past_the_last_of_them():
    grafs = (
        change(GrafKind.SPLIT, (0,), (0, 2), links=((0, 0), (0, 2))),
        change(GrafKind.EQUAL, (1,), (1,), moved=True),
        change(GrafKind.EQUAL, (2,), (3,)),
    )
    assert [(row.key, row.moved) for row in review(grafs).rows] == [
        ("p1", ""),
        ("p2", "up"),
        ("p3", ""),
        ("old2", "up"),
        ("p4", ""),
    ]


def test_a_removed_paragraph_stays_put_where_the_one_before_it_lives_on_higher_up():
    grafs = (
        change(GrafKind.MERGE, (0, 2), (0,), links=((0, 0), (2, 0)), strays=((2, 0),)),
        change(GrafKind.EQUAL, (1,), (1,)),
        change(GrafKind.DELETE, (3,), ()),
    )
    assert [row.key for row in review(grafs).rows] == ["p1", "p2", "old4"]


def test_a_merge_names_what_it_was_made_from():
    row = review((change(GrafKind.MERGE, (3, 4, 5), (2,)),)).rows[0]
    assert row.lines[0].tags[0].words == "merged from ¶4, ¶5 and ¶6"


def test_a_regrouped_row_that_moved_says_both():
    grafs = (change(GrafKind.REGROUP, (1, 2), (0, 1), moved=True), change(GrafKind.EQUAL, (0,), (2,)))
    row = review(grafs).rows[0]
    assert row.title == "Moved and regrouped paragraph 1"
    assert [tag.words for tag in row.lines[0].tags] == ["moved up from", "¶2 and ¶3 regrouped as ¶1 and ¶2"]


def test_the_summary_counts_a_moved_and_edited_row_under_both():
    grafs = (change(GrafKind.EDIT, (1,), (0,), moved=True), change(GrafKind.EQUAL, (0,), (1,)))
    assert [(count.number, count.word, count.key) for count in review(grafs).counts] == [
        (1, "edited", "p1"),
        (1, "moved", "p1"),
    ]


def test_two_unchanged_paragraphs_stay_open_and_three_are_folded():
    equal = [change(GrafKind.EQUAL, (graf,), (graf,)) for graf in range(6)]
    assert [block.folded for block in fold(review(equal[:2]).rows)] == [False, False]
    assert [block.folded for block in fold(review(equal[:3]).rows)] == [True]


def test_a_stub_ends_a_run_of_unchanged_paragraphs():
    rows = rows_of([FERRY, PORT, CREW, WIND, OWNER], [FERRY, CREW, WIND, OWNER, PORT])
    assert [(block.folded, len(block.rows)) for block in fold(rows)] == [(False, 1), (False, 1), (True, 3), (False, 1)]


def test_a_rewritten_paragraph_reads_old_above_new():
    old = "Rain fell on Busan."
    new = "Ministers in Sejong dropped their plan to tax small farms, ending a year of protest."
    stacked = GrafChange(
        Group(GrafKind.EDIT, (0,), (0,)),
        ((Segment(Op.CUT, old),),),
        ((Segment(Op.ADD, new),),),
        ((Segment(Op.CUT, old), Segment(Op.ADD, new)),),
        stacked=True,
    )
    row = review((stacked,)).rows[0]
    assert "".join(segment.text for segment in row.lines[0].segments) == new
    assert "".join(segment.text for segment in row.before[0].segments) == old


def test_a_place_is_found_by_its_old_and_by_its_new_number():
    old, new = places(rows_of([FERRY, CREW, WIND, OWNER], [FERRY, RULES, CREW, OWNER]))
    assert old == {1: "p1", 2: "p3", 3: "old3", 4: "p4"}
    assert new == {1: "p1", 2: "p2", 3: "p3", 4: "p4"}


SIX = st.permutations([FERRY, CREW, WIND, OWNER, PORT, RULES])


@given(SIX, SIX, st.integers(0, 6), st.integers(0, 6))
def test_every_paragraph_of_both_sides_has_exactly_one_row(old, new, cut, kept):
    old, new = old[cut:], new[:kept]
    rows = rows_of(old, new)
    shown = [row for row in rows if not row.stub]
    assert sorted(number for row in shown for number in row.old) == list(range(1, len(old) + 1))
    assert [number for row in shown for number in row.new] == list(range(1, len(new) + 1))
    assert len({row.key for row in rows}) == len(rows)
    assert {row.other for row in rows if row.stub} == {row.key for row in shown if row.moved}
    assert tuple(row for block in fold(rows) for row in block.rows) == rows


@given(st.permutations([FERRY, CREW, WIND, OWNER, PORT, RULES]), st.integers(0, 6), st.integers(1, 3))
def test_however_paragraphs_are_split_and_joined_each_has_one_place_and_every_link_leads_there(sentences, kept, size):
    old = [f"{FERRY} {CREW}", f"{WIND} {OWNER}", f"{PORT} {RULES}"]
    new = [" ".join(sentences[at : at + size]) for at in range(0, kept, size)]
    rows = rows_of(old, new)
    shown = [row for row in rows if not row.stub]
    assert sorted(number for row in shown for number in row.old) == list(range(1, len(old) + 1))
    assert [number for row in shown for number in row.new] == list(range(1, len(new) + 1))
    keys = {row.key for row in rows}
    assert len(keys) == len(rows)
    assert {tag.key for row in rows for line in row.lines for tag in line.tags if tag.key} <= keys
    assert {row.other for row in rows if row.moved or row.further} <= keys
