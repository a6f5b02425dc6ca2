"""What a desk would query: warnings and notes, never repairs."""

from dataclasses import replace

import pytest

from stories.wire.checks import check, double_words
from stories.wire.label import Kind, Label
from stories.wire.quotes import unbalanced_quotes
from stories.wire.story import Caption, WireStory

SOUND = WireStory(
    label=Label(Kind.LEAD, 2),
    slugline="Alder-harbor-fire",
    headline="Port Alder reopens after ship fire",
    attn="ADDS photo",
    byline="By Han Sol",
    dateline="PORT ALDER, South Korea, May 5 (Yonhap) --",
    grafs=("The harbor reopened Tuesday.", '"It is over," Moon said. "We won."'),
    captions=(Caption("A crane.", "(Yonhap)"),),
)


def codes(story: WireStory, previous: WireStory | None = None) -> list[tuple[str, str, int | None]]:
    return [(query.code, query.level, query.graf) for query in check(story, previous)]


def test_sound_copy_is_left_in_peace():
    assert codes(SOUND, replace(SOUND, label=Label(Kind.LEAD, 1))) == []


@pytest.mark.parametrize(
    ("changes", "query"),
    [
        ({"headline": ""}, ("no-headline", "warn", None)),
        ({"dateline": ""}, ("no-dateline", "warn", None)),
        ({"attn": ""}, ("no-attn", "warn", None)),
        ({"grafs": ()}, ("empty-lede", "warn", None)),
        ({"grafs": ("--", "The harbor reopened.")}, ("empty-lede", "warn", 0)),
        ({"grafs": ("The harbor.", "word " * 41)}, ("long-graf", "note", 1)),
        ({"grafs": ("The harbor.", "word-a word-b " * 31)}, ("long-graf", "warn", 1)),
        ({"grafs": ("The harbor.", "He said the the end came.")}, ("double-word", "warn", 1)),
        ({"grafs": ("The harbor.", '"It is over, Moon said.')}, ("quotation-marks", "warn", 1)),
        ({"headline": 'Port "reopens'}, ("quotation-marks", "warn", None)),
        ({"headline": "(3rd LD) Port reopens"}, ("label-in-text", "warn", None)),
        ({"grafs": ("The harbor.", "(URGENT) Quake felt")}, ("label-in-text", "warn", 1)),
        ({"captions": (Caption("A crane.", "(Yonhap)"), Caption("B."))}, ("no-credit", "warn", None)),
        ({"captions": (Caption("A \u202ecrane.", "(Yonhap)"),)}, ("hidden-character", "warn", None)),
        ({"grafs": ("The harbor.", "Re\u200bopened.")}, ("hidden-character", "warn", 1)),
        ({"headline": "Port\x00 reopens"}, ("control-character", "warn", None)),
    ],
)
def test_each_fault_is_queried_once_and_where_it_stands(changes, query):
    story = replace(SOUND, **changes)
    if "word " * 41 in "".join(story.grafs):
        story = replace(story, grafs=("The harbor.", " ".join(f"w{n}" for n in range(41))))
    assert [found for found in codes(story) if found[0] != "double-word" or query[0] == "double-word"] == [query]


def test_a_first_filing_needs_no_attn():
    assert codes(replace(SOUND, label=Label(), attn="")) == []


def test_the_label_that_the_counters_give_may_stand_in_the_text():
    assert codes(replace(SOUND, slugline="(2nd LD) Alder-harbor-fire")) == []


@pytest.mark.parametrize("label", [Label(Kind.LEAD, 2), Label(Kind.LEAD, 1), Label(), Label(Kind.URGENT)])
def test_a_label_that_does_not_come_after_the_last_is_queried(label):
    previous = replace(SOUND, label=Label(Kind.LEAD, 2))
    assert ("label-order", "warn", None) in codes(replace(SOUND, label=label), previous)


def test_corrections_before_the_first_lead_come_in_their_own_order():
    first, one, two = (
        replace(SOUND, label=label) for label in (Label(), *(Label(Kind.CORRECTION, 0, n) for n in (1, 2)))
    )
    assert codes(one, first) == codes(two, one) == []
    assert codes(one, two) == codes(two, two) == [("label-order", "warn", None)]


def test_how_long_is_long_is_the_desks_to_say():
    assert [query.code for query in check(SOUND, long=3, too_long=4)] == ["long-graf", "long-graf"]


@pytest.mark.parametrize(
    ("grafs", "wrong"),
    [
        (['"One," he said. "Two."'], ()),
        (['"One goes on', '"and on', '"to its end."', "Then no more."], ()),
        (['He said: "One goes on', '"to its end," he said.'], ()),
        (['"One goes on', "and nobody closed it."], (0,)),
        (['No one opened it," he said.', '"Fine," she said.'], (0,)),
        (["“One,” he said.", "“Two goes on", "“to its end.”"], ()),
        (["“One, he said."], (0,)),
        (['The 6\'2" guard and the 15" gun'], ()),
        (['He called it "the port\'s "finest" hour."'], (0,)),
        (['"(We) will," he said of "peace."'], ()),
        ([], ()),
    ],
)
def test_quotation_marks_are_paired_over_paragraphs(grafs, wrong):
    assert unbalanced_quotes(grafs) == wrong


@pytest.mark.parametrize(
    ("text", "doubles"),
    [
        ("He saw the the ship.", ("the",)),
        ("The latest the latest figure", ("The latest",)),
        ("They had had that that man's word.", ()),
        ("From Pago Pago to Baden Baden, day by day by day.", ()),
        ("It was, was it not? The the-atre.", ()),
        ("10 10 10", ()),
        ("Seoul said. Said who?", ()),
    ],
)
def test_doubles_are_found_and_right_ones_left(text, doubles):
    assert double_words(text) == doubles
