"""The proposed line: the words, the places and the order in which a desk would write them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.wire.attn import Truth, normalise, parse_attn, propose, verify
from stories.wire.diff import diff
from stories.wire.facts import facts
from stories.wire.label import Kind, Label
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


def line(**changes) -> str:
    return propose(OLD, next_version(**changes)).text


def test_new_paragraphs_alone_are_added_details():
    assert line(grafs=with_inserted((3, DETAIL), (6, ANOTHER))) == "ADDS details in paras 3, 6"


def test_a_new_quotation_is_remarks():
    assert line(grafs=with_inserted((2, QUOTE))) == "ADDS remarks in 2nd para"


def test_a_borrowed_term_in_quotation_marks_is_no_remark():
    term = 'Rescuers praised what they called the "fishermen\'s navy" of the southern islands.'
    assert line(grafs=with_inserted((2, term))) == "ADDS details in 2nd para"


def test_remarks_come_before_details_and_share_their_place():
    assert line(grafs=with_inserted((3, DETAIL), (4, QUOTE))) == "ADDS remarks, details in paras 3-4"


def test_new_words_in_an_old_paragraph_are_an_update():
    grafs = with_replaced(5, "a barge with pumps is on its way", "two salvage tugs with heavy pumps arrived")
    assert line(grafs=grafs) == "UPDATES with details in 5th para"


@pytest.mark.parametrize(("new", "words"), [("12 passengers", "figure"), ("12 of the 41 passengers", "figures")])
def test_figures_alone_are_updated_figures(new, words):
    assert line(grafs=with_replaced(4, "nine passengers", new)) == f"UPDATES {words} in 4th para"


def test_a_changed_lead_stands_first_and_is_not_counted_again():
    grafs = (NEW_LEAD, *with_inserted((3, DETAIL))[1:])
    assert line(grafs=grafs) == "RECASTS lead; UPDATES with details in 3rd para"


def test_a_small_change_of_the_lead_is_news_in_the_lead():
    assert line(grafs=with_replaced(1, "early Friday", "before dawn Friday")) == "UPDATES with details in lead"


def test_a_headline_with_little_kept_is_recast_behind_the_news():
    text = line(headline="Prosecutors raid owner of stranded ferry", grafs=with_inserted((3, DETAIL)))
    assert text == "UPDATES with details in 3rd para; RECASTS headline"


def test_a_headline_mostly_kept_is_changed():
    assert line(headline="Cargo ferry runs aground off Yeosu; all 41 rescued") == "CHANGES headline"


def test_headline_and_lead_share_a_verb():
    grafs = (NEW_LEAD, *GRAFS[1:])
    assert line(headline="Prosecutors raid owner of stranded ferry", grafs=grafs) == "RECASTS headline, lead"


def test_an_added_photo_and_byline_stand_with_the_news():
    new = {"captions": (NEW_PHOTO, *OLD.captions), "grafs": with_inserted((3, DETAIL))}
    assert line(**new) == "ADDS details in 3rd para, photo"
    assert propose(replace(OLD, byline=""), next_version(**new)).text == "ADDS details in 3rd para, byline, photo"


def test_photos_are_added_replaced_and_dropped():
    another = replace(NEW_PHOTO, text="A diver checks the hull of the ferry off Yeosu.", photo="diver")
    assert line(captions=(*OLD.captions, NEW_PHOTO, another)) == "ADDS photos"
    assert line(captions=(NEW_PHOTO,)) == "REPLACES photo"
    assert line(captions=()) == "DELETES photo"


def test_a_photo_in_anothers_place_replaces_it():
    instead = replace(OLD.captions[0], photo="another")
    assert line(captions=(instead,)) == "REPLACES photo"
    assert line(captions=(instead, NEW_PHOTO)) == "CHANGES photos"
    assert line(captions=(instead,), grafs=with_inserted((3, DETAIL))) == "ADDS details in 3rd para; REPLACES photo"


def test_one_photo_in_the_place_of_several_is_more_than_a_photo_replaced():
    more = tuple(
        replace(NEW_PHOTO, text=f"{words}, May 8, 2026.", photo=words) for words in ("A tug", "Divers at work")
    )
    three, instead = (*OLD.captions, *more), replace(NEW_PHOTO, photo="another")
    before = replace(OLD, captions=three)

    def read(*captions):
        return propose(before, next_version(captions=captions)).text

    assert read(*three[:2], instead) == "REPLACES photo"
    assert read(instead) == "REPLACES photos"
    assert read(three[0], instead) == "CHANGES photos"


def test_a_caption_is_named_only_where_nothing_else_changed():
    captions = (replace(OLD.captions[0], text="A ferry lies on a sandbar off Yeosu, May 8, 2026."),)
    assert line(captions=captions) == "MODIFIES caption"
    assert line(captions=captions, headline="Cargo ferry runs aground off Yeosu") == "CHANGES headline"


def test_a_dateline_is_named_for_its_place_not_for_its_day():
    assert line(dateline="YEOSU, South Korea, May 9 (Hanbit) --") == ""
    assert line(dateline="SEOUL, May 8 (Hanbit) --") == "CHANGES dateline"


def test_the_tail_of_the_story_is_named_from_the_end():
    added = ("Rain is expected along the coast by evening.", ANOTHER, DETAIL, QUOTE, NEW_LEAD)
    assert line(grafs=(*GRAFS, *added[:1])) == "ADDS details in 9th para"
    assert line(grafs=(*GRAFS, *added[:2])) == "ADDS details in last 2 paras"
    assert line(grafs=(*GRAFS, *added)) == "ADDS remarks, details from 9th para"


def test_text_new_nearly_everywhere_is_throughout():
    grafs = tuple(f"{graf} Salvage teams call item {n} certain now." for n, graf in enumerate(GRAFS))
    assert line(grafs=grafs) == "UPDATES throughout with details"


def test_a_list_too_long_to_help_is_throughout():
    pairs = [(2 * n, f"{DETAIL[:-1]} at pier {n}, witness {n * 7} said.") for n in range(1, 6)]
    assert line(grafs=with_inserted(*pairs)) == "ADDS details throughout"


def test_paragraphs_gone_are_trims_where_many_or_alone():
    assert line(grafs=GRAFS[:-1]) == "TRIMS 1 para"
    assert line(grafs=(*GRAFS[:2], DETAIL, *GRAFS[2:-1])) == "ADDS details in 3rd para"
    assert line(grafs=(*GRAFS[:2], DETAIL, *GRAFS[2:-3])) == "ADDS details in 3rd para"
    assert line(grafs=(*GRAFS[:2], DETAIL, *GRAFS[2:-4])) == "ADDS details in 3rd para; TRIMS 4 paras"


def test_text_back_from_an_older_version_is_restored():
    new = next_version(grafs=with_inserted((3, DETAIL), (7, ANOTHER)))
    earlier = replace(OLD, grafs=with_inserted((3, DETAIL)))
    assert propose(OLD, new, earlier=(earlier,)).text == (
        "ADDS details in 7th para; RESTORES previous content in 3rd para"
    )


def test_touches_without_new_text_are_named_alone():
    assert line(grafs=with_replaced(6, " on the route until the hull has been inspected", "")) == (
        "TRIMS details in 6th para"
    )
    assert line(grafs=with_replaced(3, "before the patrol ship did", "and before the patrol ship did")) == (
        "MODIFIES wording in 3rd para"
    )
    assert line(grafs=(*GRAFS[:2], *GRAFS[3:], GRAFS[2])) == "MODIFIES order of paras"


def test_never_more_than_three_verbs():
    proposal = propose(
        replace(OLD, byline="By Seo Da-on"),
        next_version(
            headline="Prosecutors raid owner of stranded ferry",
            byline="",
            grafs=with_replaced(4, "nine passengers", "12 passengers")[:-3],
            captions=(NEW_PHOTO,),
        ),
    )
    assert len(proposal.clauses) == 3
    assert [one.clause.verb for one in proposal.omitted] == ["TRIMS"]


def test_each_object_carries_its_evidence():
    proposal = propose(OLD, next_version(grafs=with_inserted((3, DETAIL), (4, QUOTE)), captions=(NEW_PHOTO,)))
    evidence = {one.words: one for suggested in proposal.suggested for one in suggested.evidence}
    assert evidence["remarks"].grafs == (3,)
    assert evidence["details"].grafs == (2,)
    assert evidence["photo"].photos == (0,)
    assert evidence["photo"].dropped == (0,)


def test_a_changed_fact_already_sent_is_a_question_not_a_clause():
    new = next_version(grafs=with_replaced(1, "41 people", "43 people"))
    proposal = propose(OLD, new, facts=facts(OLD.grafs, new.grafs))
    assert "CORRECTS" not in proposal.text
    (question,) = proposal.questions
    assert (question.suggested.clause.verb, question.old, question.new) == ("CORRECTS", "41 people", "43 people")


def test_a_correction_says_what_it_corrects():
    new = next_version(
        headline="Cargo ferry runs aground off Yeosu; 43 rescued", grafs=with_replaced(1, "41 people", "43 people")
    )
    new = replace(new, label=Label(Kind.CORRECTION, 1, 1))
    assert propose(OLD, new).text == "CORRECTS headline, figure in lead"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, OLD),
        (OLD, OLD),
        (OLD, replace(OLD, label=Label(Kind.KILL), grafs=())),
        (replace(OLD, label=Label(Kind.URGENT), grafs=GRAFS[:1]), replace(OLD, label=Label(Kind.FIRST))),
    ],
)
def test_where_there_is_nothing_to_propose_a_reason_says_so(old, new):
    proposal = propose(old, new)
    assert not proposal
    assert proposal.text == ""
    assert proposal.reason


def test_a_diff_at_hand_gives_the_same_line():
    new = next_version(grafs=with_inserted((3, DETAIL)))
    assert propose(OLD, new, diff(OLD, new)) == propose(OLD, new)


TEXTS = st.sampled_from([*GRAFS, QUOTE, DETAIL, ANOTHER, NEW_LEAD, GRAFS[3].replace("nine", "12"), GRAFS[6][:40]])


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=10), st.lists(TEXTS, max_size=10), st.booleans(), st.booleans())
def test_a_proposal_reads_back_as_the_same_clauses_and_passes_its_own_check(before, after, headline, photo):
    old = replace(OLD, grafs=tuple(before))
    new = replace(OLD, grafs=tuple(after))
    new = replace(new, headline=NEW_LEAD) if headline else new
    new = replace(new, captions=(NEW_PHOTO, *OLD.captions)) if photo else new
    proposal = propose(old, new)
    assert parse_attn(proposal.text).clauses == proposal.clauses
    assert normalise(proposal.text) == proposal.text
    assert [one for one in verify(proposal.text, old, new) if one.truth is Truth.FALSE] == []
