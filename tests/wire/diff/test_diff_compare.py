"""Rows, fields and photos of two versions."""

from stories.wire.diff import diff, summary
from stories.wire.diff.values import GrafKind, Op, PhotoKind, Summary
from stories.wire.label import Kind, Label
from stories.wire.story import Caption, WireStory
from tests.wire.diff.pier_story import BACKGROUND, COST, LEDE, QUOTE, RAIN, STORY, VOTE


def row(old: list[str], new: list[str], kind: GrafKind):
    changes = diff(WireStory(grafs=tuple(old)), WireStory(grafs=tuple(new))).grafs
    return next(change for change in changes if change.group.kind is kind)


def shown(segments) -> str:
    signs = {Op.KEEP: "{}", Op.CUT: "[-{}-]", Op.ADD: "[+{}+]"}
    return "".join(signs[segment.op].format(segment.text) for segment in segments)


def test_a_split_piece_is_compared_with_the_whole_old_paragraph():
    change = row([f"{COST} {BACKGROUND}"], [COST.replace("12.4", "13.1"), BACKGROUND], GrafKind.SPLIT)
    assert [shown(side) for side in change.inline] == [
        COST.replace("12.4 million", "[-12.4 million-][+13.1 million+]") + "[- -]",
        BACKGROUND,
    ]
    assert len(change.before) == 1
    assert shown(change.before[0]) == COST.replace("12.4 million", "[-12.4 million-]") + "[- -]" + BACKGROUND


def test_words_cut_from_the_opening_of_a_split_piece_stand_in_that_piece():
    old = ["The plant builds 1,150 cars a day. It is the first strike there since 2019 and the longest in a decade."]
    new = ["The plant builds 1,150 cars a day.", "The last strike there since 2019 and the longest in a decade."]
    assert [shown(side) for side in row(old, new, GrafKind.SPLIT).inline] == [
        "The plant builds 1,150 cars a day.",
        "[- It is the first-][+The last+] strike there since 2019 and the longest in a decade.",
    ]


def test_a_sentence_cut_at_the_end_of_a_split_piece_stays_with_it():
    old = [
        "The plant builds 1,150 cars a day. It has 900 robots. Its last strike was in 2019 and cost 240 billion won."
    ]
    new = ["The plant builds 1,150 cars a day.", "Its last strike was in 2019 and cost 240 billion won."]
    assert [shown(side) for side in row(old, new, GrafKind.SPLIT).inline] == [
        "The plant builds 1,150 cars a day.[- It has 900 robots. -]",
        "Its last strike was in 2019 and cost 240 billion won.",
    ]


def test_a_merge_shows_the_paragraph_break_that_went():
    change = row([COST, BACKGROUND], [f"{COST} {BACKGROUND}"], GrafKind.MERGE)
    assert shown(change.inline[0]) == f"{COST}[-\n-][+ +]{BACKGROUND}"
    assert [shown(side) for side in change.before] == [COST, BACKGROUND]


def test_joined_in_the_other_order_keeps_the_words_of_both():
    change = row([COST, BACKGROUND], [f"{BACKGROUND} {COST}"], GrafKind.MERGE)
    assert [shown(side) for side in change.before] == [COST, BACKGROUND]
    assert not change.stacked


def test_a_recast_paragraph_that_keeps_little_is_stacked():
    old = [LEDE, "The harbor authority of Arvenna named Karen Tolse as pier chief.", QUOTE]
    new = [
        LEDE,
        "Karen Tolse, once a ferry pilot, leads since Monday what the harbor authority calls its repair.",
        QUOTE,
    ]
    changes = diff(WireStory(grafs=tuple(old)), WireStory(grafs=tuple(new))).grafs
    assert [change.stacked for change in changes if change.group.kind is GrafKind.EDIT] == [True]


def test_a_light_edit_is_not_stacked():
    assert not row([LEDE], [LEDE.replace("Monday", "Tuesday")], GrafKind.EDIT).stacked


def test_the_summary_counts_rows_by_what_became_of_them():
    new = [LEDE, f"{COST} {QUOTE}", RAIN, BACKGROUND.replace("1931", "1932"), "A new dock opens in May at Velmar."]
    assert summary(diff(WireStory(grafs=tuple(STORY)), WireStory(grafs=tuple(new)))) == Summary(
        new=1, edited=1, split=0, merged=1, moved=1, removed=1, unchanged=2
    )
    assert VOTE not in new


def test_the_summary_counts_the_photos_that_changed():
    one, two = Caption("The pier at dusk.", "(Hanbit)", "a"), Caption("Cars wait at the gate.", "(Hanbit)", "b")
    credited = Caption(two.text, "(pool photo)", "b")
    old = WireStory(captions=(one, two))
    assert summary(diff(old, old)).photos == 0
    assert summary(diff(old, WireStory(captions=(one, credited)))).photos == 1
    assert summary(diff(old, WireStory(captions=(two, one)))).photos == 1
    assert summary(diff(old, WireStory(captions=()))).photos == 2


def test_the_fields_stand_in_their_order_with_their_words():
    old = WireStory(slugline="Pier-reopening", headline="Pier to reopen", label=Label(Kind.LEAD, 1), byline="By A")
    new = WireStory(slugline="Pier-reopening", headline="Pier to reopen Monday", label=Label(Kind.LEAD, 2))
    changes = diff(old, new)
    assert [change.name for change in changes.fields] == [
        "slugline", "label", "headline", "attn", "byline", "dateline", "note",
    ]  # fmt: skip
    assert (changes.field("label").old, changes.field("label").new) == ("(LEAD)", "(2nd LD)")
    assert shown(changes.field("headline").segments) == "Pier to reopen[+ Monday+]"
    assert not changes.field("slugline").changed
    assert changes.field("slugline").kept == 1.0
    assert changes.field("byline").kept == 0.0


def test_a_qualifier_is_part_of_the_label():
    old, new = WireStory(), WireStory(label=Label(qualifiers=("News Focus",)))
    assert diff(old, new).field("label").new == "(News Focus)"


def photos(old: list[Caption], new: list[Caption]):
    changes = diff(WireStory(captions=tuple(old)), WireStory(captions=tuple(new))).photos
    return [(change.kind, change.old_position, change.new_position, change.moved) for change in changes]


PIER = Caption("Workers repair the north pier in Arvenna on Monday.", "(Hanbit)", "pier")
BOAT = Caption("A fishing boat returns to the harbor at dawn.", "(Hanbit)", "boat")
CHIEF = Caption("Pier chief Karen Tolse speaks to reporters.", "(pool photo)", "chief")


def test_photos_are_known_by_their_key_whatever_their_caption_says():
    recaptioned = Caption("Repairs went on through the night.", "(Hanbit)", "pier")
    assert photos([PIER, BOAT], [recaptioned, BOAT]) == [
        (PhotoKind.KEPT, 0, 0, False),
        (PhotoKind.KEPT, 1, 1, False),
    ]


def test_photos_are_added_dropped_and_moved():
    assert photos([PIER, BOAT], [CHIEF, PIER]) == [
        (PhotoKind.ADDED, None, 0, False),
        (PhotoKind.KEPT, 0, 1, False),
        (PhotoKind.DROPPED, 1, None, False),
    ]
    assert sum(moved for *_, moved in photos([PIER, BOAT], [BOAT, PIER])) == 1


def test_another_picture_under_the_same_caption_is_a_replacement():
    assert photos([PIER], [Caption(PIER.text, PIER.credit, "pier-2")]) == [(PhotoKind.REPLACED, 0, 0, False)]


def test_another_picture_in_its_place_is_a_replacement_whatever_its_caption_says():
    assert photos([PIER, BOAT], [PIER, CHIEF]) == [(PhotoKind.KEPT, 0, 0, False), (PhotoKind.REPLACED, 1, 1, False)]
    assert photos([BOAT, PIER], [CHIEF, PIER]) == [(PhotoKind.REPLACED, 0, 0, False), (PhotoKind.KEPT, 1, 1, False)]
    change = diff(WireStory(captions=(BOAT,)), WireStory(captions=(CHIEF,))).photos[0]
    assert shown(change.caption) == f"[-{BOAT.text}-][+{CHIEF.text}+]"


def test_one_picture_for_two_takes_the_place_of_neither():
    assert [kind for kind, *_ in photos([PIER, BOAT], [CHIEF])] == [
        PhotoKind.DROPPED,
        PhotoKind.DROPPED,
        PhotoKind.ADDED,
    ]


def test_captions_that_have_no_picture_yet_take_nobodys_place():
    waits = Caption("A mason takes the roof down.", "(Hanbit)")
    assert [kind for kind, *_ in photos([PIER], [waits])] == [PhotoKind.DROPPED, PhotoKind.ADDED]


def test_captions_without_keys_are_matched_by_their_words():
    old = Caption("Workers repair the north pier in Arvenna on Monday.", "(Hanbit)")
    new = Caption("Workers repair the north pier in Arvenna on Tuesday.", "(Hanbit)")
    assert photos([old], [new]) == [(PhotoKind.KEPT, 0, 0, False)]
    change = diff(WireStory(captions=(old,)), WireStory(captions=(new,))).photos[0]
    assert shown(change.caption) == "Workers repair the north pier in Arvenna on [-Monday-][+Tuesday+]."
    assert shown(change.credit) == "(Hanbit)"


def test_an_equal_photo_list_changes_nothing():
    assert photos([PIER, BOAT, CHIEF], [PIER, BOAT, CHIEF]) == [(PhotoKind.KEPT, i, i, False) for i in range(3)]
