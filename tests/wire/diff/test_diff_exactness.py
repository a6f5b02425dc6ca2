"""Whatever is compared: both texts come back exactly, every paragraph stands in one row, twice the same."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stories.wire.diff import diff, segments, word_runs
from stories.wire.diff.values import GrafChange, GrafKind, Op
from stories.wire.story import WireStory

# A busy machine is not a wrong diff.
EXAMPLES = settings(deadline=None)

PIECES = st.sampled_from(
    [
        *"the of harbor 183 1910-45 N. \" ' , . -- 대통령은 부산 中国 カナ 👍🏽 👨\u200d👩\u200d👧 🇰🇷 e\u0301".split(),
        *["US$3.5 million", "N. Korea's", " ", "  ", "\t", "\n", "\u00a0", "\u200d", "\ufe0f"],
    ]
)
texts = st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join)
sentences = st.lists(PIECES, min_size=1, max_size=10).map(" ".join)


@st.composite
def two_versions(draw):
    """Two bodies that share paragraphs: kept, joined, doubled, shuffled, emptied."""
    pool = draw(st.lists(texts | sentences, min_size=1, max_size=6))
    some = st.lists(st.sampled_from([*pool, "", " ".join(pool[:2]), pool[0] + " " + pool[-1]]) | texts, max_size=8)
    return draw(some), draw(some)


def joined(segments_of_graf, without: Op) -> str:
    return "".join(segment.text for segment in segments_of_graf if segment.op is not without)


def kept(change: GrafChange) -> int:
    return sum(len(one.text.replace("\n", "")) for side in change.inline for one in side if one.op is Op.KEEP)


@EXAMPLES
@given(texts, texts)
def test_words_give_both_texts_back(old, new):
    both = segments(old, new)
    assert joined(both, Op.ADD) == old
    assert joined(both, Op.CUT) == new
    assert all(one.text for one in both)
    assert all(a.op is not b.op for a, b in pairwise(both))


@EXAMPLES
@given(texts, texts)
def test_runs_are_equal_in_order_and_apart(old, new):
    at_old = at_new = 0
    for run in word_runs(old, new):
        assert run.length > 0
        assert old[run.old_pos : run.old_pos + run.length] == new[run.new_pos : run.new_pos + run.length]
        assert run.old_pos >= at_old
        assert run.new_pos >= at_new
        at_old, at_new = run.old_pos + run.length, run.new_pos + run.length


@EXAMPLES
@given(two_versions())
def test_every_paragraph_stands_in_exactly_one_row(versions):
    old, new = versions
    groups = [change.group for change in diff(WireStory(grafs=tuple(old)), WireStory(grafs=tuple(new))).grafs]
    assert sorted(o for group in groups for o in group.old) == list(range(len(old)))
    assert sorted(n for group in groups for n in group.new) == list(range(len(new)))
    firsts = [group.new[0] for group in groups if group.new]
    assert firsts == sorted(firsts)


@EXAMPLES
@given(two_versions())
def test_every_paragraph_comes_back_word_by_word(versions):
    old, new = versions
    for change in diff(WireStory(grafs=tuple(old)), WireStory(grafs=tuple(new))).grafs:
        assert [joined(side, Op.ADD) for side in change.before] == [old[o] for o in change.group.old]
        assert [joined(side, Op.CUT) for side in change.after] == [new[n] for n in change.group.new]
        if change.group.kind is GrafKind.DELETE:
            assert change.inline == change.before
        else:
            assert [joined(side, Op.CUT) for side in change.inline] == [new[n] for n in change.group.new]


@EXAMPLES
@given(two_versions())
def test_inline_keeps_what_both_sides_keep_and_loses_no_cut_word(versions):
    old, new = versions
    for change in diff(WireStory(grafs=tuple(old)), WireStory(grafs=tuple(new))).grafs:
        for side in (change.before, change.after):
            if change.group.old and change.group.new:
                same = sum(len(one.text.replace("\n", "")) for graf in side for one in graf if one.op is Op.KEEP)
                assert same == kept(change)
        cut = "".join(sorted("".join(one.text for graf in change.before for one in graf if one.op is Op.CUT)))
        inline = "".join(sorted("".join(one.text for graf in change.inline for one in graf if one.op is Op.CUT)))
        assert cut.replace("\n", "") == inline.replace("\n", "")


@EXAMPLES
@given(two_versions())
def test_the_same_versions_give_the_same_diff(versions):
    old, new = (WireStory(grafs=tuple(grafs)) for grafs in versions)
    assert diff(old, new) == diff(old, new)
