"""Facts that were sent and read otherwise: told apart, put right alone, and said in words."""

import pytest

from stories.wire.attn import Truth, parse_attn, verify
from stories.wire.corrections import corrected, correction_line, correction_note, sent_facts
from stories.wire.label import Kind, Label
from stories.wire.story import WireStory

OLD = (
    "The mayor of Harim opened the Daero tunnel on Monday.",
    "It cost 41 billion won and has three lanes, Kim Eun-jung said.",
    "Police counted 1,200 cars by noon.",
)
NEW = (
    "The mayor of Harim opened the Daero tunnel on Tuesday to cheers.",
    "It cost 43 billion won and has four lanes, Kim Eun-jung said.",
    "Buses cross it free of charge.",
)


def copy(*grafs: str, attn: str = "", kind: Kind = Kind.LEAD) -> WireStory:
    return WireStory(label=Label(kind, 2, int(kind is Kind.CORRECTION)), headline="Tunnel", attn=attn, grafs=grafs)


def classes(attn: str, kind: Kind = Kind.LEAD) -> dict[str, tuple[bool, bool]]:
    found = sent_facts(copy(*OLD), copy(*NEW, attn=attn, kind=kind))
    return {fact.change.old: (fact.silent, fact.gone) for fact in found}


def test_changed_facts_are_silent_and_those_left_out_are_only_gone() -> None:
    assert classes("ADDS buses") == {
        "Monday": (True, False),
        "41 billion won": (True, False),
        "three lanes": (True, False),
        "1,200 cars": (False, True),
        "noon": (False, True),
    }


@pytest.mark.parametrize(
    ("attn", "silent"),
    [
        ("UPDATES figures in 2nd para", {"Monday"}),
        ("UPDATES lead", {"41 billion won", "three lanes"}),
        ("UPDATES in first 2 paras", set()),
        ("CORRECTS figures in paras 1-2", set()),
        # Throughout names no paragraph, and to add is not to say that something reads otherwise.
        ("UPDATES throughout", {"Monday", "41 billion won", "three lanes"}),
        ("ADDS remarks in 2nd para", {"Monday", "41 billion won", "three lanes"}),
    ],
)
def test_an_update_is_announced_where_a_clause_names_its_paragraph(attn: str, silent: set[str]) -> None:
    assert {old for old, (is_silent, _) in classes(attn).items() if is_silent} == silent


def test_what_the_copy_itself_tells_is_not_silent() -> None:
    old = WireStory(grafs=("Some 1,100 households lost power.",))
    new = WireStory(grafs=("Some 1,400 households lost power, up from an earlier count of 1,100.",))
    [fact] = sent_facts(old, new)
    assert (fact.silent, fact.how) == (False, "the copy says what it was")


def test_in_a_correction_nothing_is_silent() -> None:
    assert not any(silent for silent, _ in classes("", Kind.CORRECTION).values())


def keys(*olds: str) -> list[str]:
    return [fact.key for fact in sent_facts(copy(*OLD), copy(*NEW)) if fact.change.old in olds]


def test_only_the_chosen_facts_are_put_right_between_the_old_words() -> None:
    made = corrected(OLD, NEW, keys("three lanes"))

    assert made == (OLD[0], OLD[1].replace("three", "four"), OLD[2])


def test_two_facts_of_one_paragraph_are_both_put_right() -> None:
    made = corrected(OLD, NEW, keys("three lanes", "41 billion won", "Monday"))

    assert made[:2] == (OLD[0].replace("Monday", "Tuesday"), NEW[1])


def test_a_fact_that_is_left_out_takes_its_paragraph_as_the_lead_has_it() -> None:
    assert corrected(OLD, OLD[:2], [sent_facts(copy(*OLD), copy(*OLD[:2]))[0].key]) == OLD[:2]


def test_a_figure_in_a_corrected_quotation_is_put_right_once() -> None:
    old, new = ('"We hired 300 people," Kim said.',), ('"We have hired 400 people," Kim said.',)
    every = [fact.key for fact in sent_facts(copy(*old), copy(*new))]

    assert corrected(old, new, every) == new


def test_nothing_chosen_changes_nothing() -> None:
    assert corrected(OLD, NEW, []) == OLD


def test_the_line_says_what_where_and_to_what() -> None:
    made = corrected(OLD, NEW, keys("three lanes", "Monday"))

    assert correction_line(OLD, made) == "CORRECTS day in 1st para to Tuesday, number of lanes in 2nd para to four"


def test_the_line_reads_as_the_trade_s_own_and_its_places_hold() -> None:
    made = corrected(OLD, NEW, keys("three lanes", "41 billion won"))
    line = correction_line(OLD, made)

    (clause,) = parse_attn(line).clauses
    assert clause.known
    found = verify(line, copy(*OLD), copy(*made, attn=line, kind=Kind.CORRECTION))
    assert {verdict.truth for verdict in found} == {Truth.TRUE, Truth.UNCHECKED}


def test_the_note_has_the_old_words_and_the_new() -> None:
    made = corrected(OLD, NEW, keys("three lanes"))

    assert correction_note(OLD, made) == "Number of lanes in 2nd para: “three lanes” should read “four lanes”."


def test_where_no_fact_reads_otherwise_nothing_is_said() -> None:
    assert (correction_line(OLD, OLD), correction_note(OLD, OLD)) == ("", "")
