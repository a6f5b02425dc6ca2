"""The check of a typed line: false claims are named with the right value, true ones are left in peace."""

from dataclasses import replace

import pytest

from stories.wire.attn import Truth, parse_line, undeclared, verify
from stories.wire.diff import diff
from stories.wire.story import Caption
from tests.wire.attn.attn_versions import (
    ANOTHER,
    DETAIL,
    GRAFS,
    NEW_LEAD,
    NEW_PHOTO,
    OLD,
    QUOTE,
    next_version,
    with_inserted,
    with_replaced,
)

# New text in 3, 5 and 6 of eleven paragraphs.
NEWS = with_inserted((3, DETAIL), (5, QUOTE), (6, ANOTHER))


def truths(line: str, **changes) -> list[str]:
    return [verdict.truth.value for verdict in verify(line, OLD, next_version(**changes))]


def only(line: str, **changes):
    (verdict,) = verify(line, OLD, next_version(**changes))
    return verdict


@pytest.mark.parametrize(
    "line",
    [
        "ADDS details in paras 3, 5-6",
        "ADDS details in para 3",
        "UPDATES with more details from 3rd para",
        "UPDATES with more info from para 5",
        "UPDATES throughout",
        "ADDS details throughout",
        "UPDATES 5th para",
    ],
)
def test_a_true_place_is_confirmed(line):
    assert truths(line, grafs=NEWS) == ["true"]


@pytest.mark.parametrize(
    "line",
    [
        "ADDS details in paras 3-6",
        "ADDS details in para 4",
        "ADDS details in paras 3, 5-7",
        "UPDATES with more details from 4th para",
        "ADDS bond yields at the bottom",
        "ADDS details in last 2 paras",
        "UPDATES figures in first 3 paras",
        "ADDS details in paras 11-12",
        "UPDATES in lead, paras 3",
    ],
)
def test_a_place_without_new_text_is_false(line):
    assert truths(line, grafs=NEWS) == ["false"]


def test_a_false_number_is_told_the_right_one():
    verdict = only("ADDS details in paras 3-6", grafs=NEWS)
    assert verdict.reason == "says paras 3-6: the new text is in 3 and 5-6"
    assert verdict.right == "in paras 3, 5-6"


def test_a_number_beyond_the_story_is_told_its_length():
    verdict = only("ADDS details in paras 11-13", grafs=NEWS)
    assert verdict.reason == "says paras 11-13: the story has 11 paragraphs, none numbered 12-13"


def test_first_and_last_paras_are_taken_as_a_desk_means_them():
    grafs = tuple(f"{graf} Word came late." if n in (0, 1, 2, 4) else graf for n, graf in enumerate(GRAFS))
    assert truths("UPDATES with remarks in first 5 paras", grafs=grafs) == ["true"]
    assert truths("UPDATES with remarks in first 4 paras", grafs=grafs) == ["false"]
    assert truths("ADDS details in last 2 paras", grafs=(*GRAFS, DETAIL, ANOTHER)) == ["true"]
    assert truths("ADDS tide times at the bottom", grafs=(*GRAFS, DETAIL)) == ["true"]


def test_a_paragraph_that_only_moved_carries_no_added_text():
    moved = (*GRAFS[:2], *GRAFS[3:], GRAFS[2])
    assert truths("ADDS details in 8th para", grafs=moved) == ["false"]
    assert truths("MODIFIES 8th para", grafs=moved) == ["true"]


def test_throughout_is_never_false_of_a_changed_body():
    assert truths("UPDATES throughout", grafs=with_replaced(4, "nine", "12")) == ["unchecked"]
    assert truths("UPDATES throughout") == ["false"]


def test_free_words_are_left_to_people():
    assert truths("UPDATES with remarks, more details, minister's background", grafs=NEWS) == ["unchecked"] * 3


def test_free_words_about_an_unchanged_story_are_false():
    assert truths("UPDATES with more details") == ["false"]
    assert truths("ADDS more details", headline="Ferry aground off Yeosu") == ["false"]


@pytest.mark.parametrize("verb", ["CHANGES", "RECASTS", "MODIFIES", "REWRITES", "UPDATES"])
def test_any_verb_is_true_of_a_changed_headline_or_lead(verb):
    assert truths(f"{verb} headline", headline="Cargo ferry runs aground off Yeosu; all 41 rescued") == ["true"]
    assert truths(f"{verb} lead", grafs=with_replaced(1, "early", "before dawn")) == ["true"]


@pytest.mark.parametrize("part", ["headline", "lead", "photo", "byline", "dateline", "slug", "caption", "lead paras"])
def test_a_part_that_has_not_changed_is_false(part):
    assert truths(f"CHANGES {part}", grafs=with_inserted((6, DETAIL))) == ["false"]


def test_lead_paras_reach_further_than_the_lead():
    assert truths("RECASTS lead paras", grafs=with_inserted((3, DETAIL))) == ["true"]
    assert truths("RECASTS lead", grafs=with_inserted((3, DETAIL))) == ["false"]


def test_photos_are_judged_by_what_became_of_them():
    added = (*OLD.captions, NEW_PHOTO)
    assert truths("ADDS photo; CHANGES photo; UPDATES with new photo", captions=added) == ["true"] * 3
    assert truths("DELETES photo", captions=added) == ["false"]
    assert truths("DELETES photo", captions=()) == ["true"]
    assert only("CHANGES photo").reason == "CHANGES photo: no photo changed"


def test_a_reworded_caption_may_hide_another_picture_unless_pictures_are_known():
    known = (Caption("A ferry lies on a sandbar off Yeosu, May 8, 2026.", "(Hanbit)", "aground"),)
    unknown = (replace(known[0], photo=""),)
    assert truths("CHANGES photo", captions=known) == ["false"]
    assert truths("CHANGES photo", captions=unknown) == ["unchecked"]


def test_what_neither_version_carries_cannot_be_judged():
    old = replace(OLD, headline="", byline="", captions=())
    new = replace(old, grafs=NEWS)
    line = "CHANGES headline; ADDS byline, photo"
    assert [verdict.truth for verdict in verify(line, old, new)] == [Truth.UNCHECKED] * 3


def test_numbers_of_cut_text_may_be_those_of_the_version_before():
    assert truths("DELETES 8th para", grafs=GRAFS[:-1]) == ["unchecked"]
    assert truths("DELETES 8th para") == ["false"]


def test_every_clause_has_a_verdict_and_each_knows_its_clause():
    line = "UPDATES; ADDS details in paras 3, 5-6, photo; nonsense; CHANGES headline"
    verdicts = verify(line, OLD, next_version(grafs=NEWS))
    assert {verdict.clause for verdict in verdicts} == set(range(len(parse_line(line).clauses)))


def test_a_diff_at_hand_gives_the_same_verdicts():
    new = next_version(grafs=NEWS)
    assert verify("ADDS x in 4th para", OLD, new, diff(OLD, new)) == verify("ADDS x in 4th para", OLD, new)


def codes(line: str, **changes) -> list[str]:
    return [note.code for note in undeclared(line, OLD, next_version(**changes))]


def test_changes_that_the_line_does_not_name_are_notes():
    changes = {
        "headline": "Prosecutors raid owner of stranded ferry",
        "byline": "By Noh Eun-saem",
        "captions": (NEW_PHOTO,),
        "grafs": (NEW_LEAD, *GRAFS[1:]),
    }
    assert codes("ADDS details", **changes) == ["headline", "byline", "photo", "lead"]
    assert codes("CHANGES headline, lead, byline, photo", **changes) == []
    assert codes("RECASTS throughout", **changes) == []
    assert codes("", **changes) == []


def test_new_text_outside_the_claimed_places_is_a_note_only_where_all_claims_have_places():
    assert codes("ADDS details in para 3", grafs=NEWS) == ["grafs"]
    assert codes("ADDS details in paras 3, 5-6", grafs=NEWS) == []
    assert codes("ADDS details; UPDATES para 3", grafs=NEWS) == []
    assert codes("ADDS details in para 3", grafs=with_replaced(4, "nine", "12")) == []
