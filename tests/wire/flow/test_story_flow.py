import itertools

from hypothesis import given
from hypothesis import strategies as st

from stories.wire.diff.values import GrafKind
from stories.wire.flow import Filed, remarks, story_flow
from stories.wire.grafs import word_count
from stories.wire.provenance import Strand, provenance

RIVER = "The Nakdong River rose above its warning line at Gupo early Tuesday after two days of rain."
RIVER_LATER = "The Nakdong River rose two meters above its warning line at Gupo early Tuesday, and trains stopped."
HOMES = "About 340 people left their homes along the lower bank and spent the night in a school."
DAM = "A dam upstream let out more water than at any time in the past twelve years, its operator said."
FARMS = "Farmers in Gimhae moved cattle to higher ground with the help of soldiers from a nearby base."
RAIL = "The railway hopes to run its first trains on Wednesday if the bridge passes an inspection."
NAMES = ["LEAD", "2nd LD", "3rd LD"]


def drawn(*versions, minutes=None):
    minutes = minutes or [20 * index for index in range(len(versions))]
    strands = provenance(versions)
    filings = [
        Filed(name, at, tuple(grafs), word_count(grafs))
        for name, at, grafs in zip(NAMES, minutes, versions, strict=False)
    ]
    return story_flow(filings, strands), strands


def test_columns_stand_in_time_and_never_nearer_than_their_names():
    flow, _ = drawn([RIVER, HOMES], [RIVER, HOMES, DAM], [RIVER, DAM], minutes=[0, 1, 600])
    first, second, third = (column.x for column in flow.columns)
    assert 92 <= second - first < third - second
    assert third <= 671


def test_filings_of_one_minute_still_stand_apart():
    flow, _ = drawn([RIVER], [RIVER, DAM], [RIVER, DAM, RAIL], minutes=[0, 0, 0])
    first, second, third = (column.x for column in flow.columns)
    assert second - first == third - second
    assert third == 670


def test_a_filing_brought_in_later_stands_in_the_order_of_the_wire_whatever_its_time():
    flow, _ = drawn([RIVER], [RIVER, DAM], [RIVER, DAM, RAIL], minutes=[0, 500, 20])
    xs = [column.x for column in flow.columns]
    assert xs == sorted(xs)
    assert xs[-1] <= 671


def test_a_bar_is_as_high_as_its_paragraph_has_words():
    flow, _ = drawn([f"{RIVER} {HOMES}", DAM], [f"{RIVER} {HOMES}", DAM])
    long, short = flow.bars[0]
    assert long.height > 1.5 * short.height
    assert short.y > long.y + long.height


def test_a_paragraph_that_was_cut_ends_in_a_cross():
    flow, _ = drawn([RIVER, FARMS, DAM], [RIVER, DAM])
    assert [ribbon.cross is not None for ribbon in flow.ribbons].count(True) == 1
    assert flow.columns[1].cut == 1


def test_the_table_counts_what_the_drawing_shows():
    flow, _ = drawn([RIVER, HOMES, FARMS], [RIVER_LATER, HOMES, DAM, RAIL])
    column = flow.columns[1]
    assert (column.paras, column.new, column.edited, column.kept, column.cut) == (4, 2, 1, 1, 1)


def test_one_line_of_descent_runs_through_edits_and_moves():
    flow, _ = drawn([RIVER, HOMES, DAM], [RIVER_LATER, HOMES, DAM], [RIVER_LATER, DAM, HOMES])
    lines = [[bar.line for bar in bars] for bars in flow.bars]
    assert lines[0] == lines[1]
    assert lines[2] == [lines[0][0], lines[0][2], lines[0][1]]


def test_the_halves_of_a_split_share_the_edge_they_came_from():
    flow, _ = drawn([RIVER, f"{HOMES} {DAM}"], [RIVER, HOMES, DAM])
    assert len(flow.ribbons) == 3
    assert flow.ribbons[1].line == flow.ribbons[2].line


def test_remarks_tell_of_the_lede_the_move_and_the_fact():
    flow, strands = drawn(
        [RIVER, HOMES, DAM, FARMS, RAIL],
        [RIVER_LATER, HOMES, DAM, FARMS, RAIL],
        [RIVER_LATER.replace("two", "three"), RAIL, HOMES.replace("340", "410"), DAM, FARMS],
    )
    said = [remark.text for remark in remarks(flow, strands, NAMES, [(2, "340 → 410")])]
    assert said[0] == "Lede: edited 2 times"
    assert "340 → 410" in said
    assert "¶2: up from ¶5" in said
    assert "¶4–5: unchanged since LEAD" in said


def test_no_remark_stands_over_another():
    many = [f"Paragraph {word} of the council's long report, new in this lead." for word in "abcdefghijklmnopq"]
    flow, strands = drawn([RIVER, HOMES], [RIVER, HOMES], [RIVER, *many, HOMES])
    places = [remark.y for remark in remarks(flow, strands, NAMES, [(index, "1 → 2") for index in range(17)])]
    assert len(places) <= 5
    assert all(later - earlier >= 13 for earlier, later in itertools.pairwise(places))


def test_a_chain_that_is_cut_short_keeps_its_older_origins():
    versions = [[RIVER], [RIVER, HOMES], [RIVER, HOMES, DAM], [RIVER, HOMES, DAM]]
    strands = provenance(versions)[-3:]
    flow = story_flow(
        [Filed(str(at), at, tuple(grafs), word_count(grafs)) for at, grafs in enumerate(versions[-3:])], strands
    )
    assert [bar.origin for bar in flow.last_bars] == [0, 1, 2]


GRAFS = st.lists(st.sampled_from([RIVER, RIVER_LATER, HOMES, DAM, FARMS, RAIL]), min_size=1, max_size=8)


@given(GRAFS, GRAFS, GRAFS, st.lists(st.floats(0, 1e6), min_size=3, max_size=3))
def test_every_shape_stays_inside_the_figure(first, second, third, minutes):
    flow, strands = drawn(first, second, third, minutes=sorted(minutes))
    for bars in flow.bars:
        for bar in bars:
            assert 0 <= bar.x <= flow.width
            assert 0 <= bar.y <= bar.y + bar.height <= flow.foot
    for remark in remarks(flow, strands, NAMES):
        assert 0 <= remark.y <= flow.foot


def test_two_hundred_paragraphs_still_fit():
    grafs = [f"Paragraph {number} of a very long report on rivers." for number in range(200)]
    flow, _ = drawn(grafs, grafs[:150], grafs)
    assert max(bar.y + bar.height for bar in flow.last_bars) <= 147


def test_a_strand_without_parents_begins_at_its_own_filing():
    assert provenance([[RIVER], [RIVER, DAM]])[1][1] == Strand(1, (), GrafKind.INSERT)
