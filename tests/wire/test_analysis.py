import json
from dataclasses import replace

from stories.wire.analysis import analyse, answer
from stories.wire.label import Kind, Label
from stories.wire.story import WireStory

LEAD = WireStory(
    label=Label(Kind.LEAD, 1),
    slugline="Harim-tunnel",
    headline="Mayor opens Harim tunnel",
    attn="ADDS cost",
    byline="By Rim Na-ra",
    dateline="HARIM, South Korea, March 9 (Hanbit) --",
    grafs=(
        "The mayor of Harim opened the Daero tunnel on Monday.",
        "It cost 41 billion won and took six years to dig through granite.",
        "Buses will use it from Wednesday, the city said in a statement.",
    ),
)
NEXT = replace(
    LEAD,
    label=Label(Kind.LEAD, 2),
    grafs=(LEAD.grafs[2], LEAD.grafs[0].replace("Monday", "Tuesday"), '"It is late but it is safe," Mayor Gu said.'),
)


def test_every_paragraph_of_the_copy_has_its_marks_in_order():
    given = answer(analyse(NEXT, LEAD))
    assert [graf["kind"] for graf in given["grafs"]] == ["equal", "edit", "insert"]
    for graf, text in zip(given["grafs"], NEXT.grafs, strict=True):
        assert "".join(run for op, run in graf["segments"] if op != "cut") == text
    assert any(graf["moved"] for graf in given["grafs"])


def test_a_paragraph_that_is_gone_stands_behind_the_one_it_followed():
    [gone] = answer(analyse(NEXT, LEAD))["removed"]
    assert gone["text"] == LEAD.grafs[1]
    assert -1 <= gone["after"] < len(NEXT.grafs)


def test_the_typed_line_is_checked_and_another_proposed():
    attn = answer(analyse(replace(NEXT, attn="CHANGES headline"), LEAD))["attn"]
    assert [one["verdict"] for one in attn["verdicts"]] == ["false"]
    assert "remarks" in attn["proposal"]
    assert not attn["matches"]


def test_a_first_filing_has_no_changes_and_no_line():
    given = answer(analyse(replace(LEAD, label=Label(), attn=""), None))
    assert given["counts"] is None
    assert given["attn"]["proposal"] == ""
    assert {graf["kind"] for graf in given["grafs"]} == {"insert"}


def test_the_answer_is_plain_json():
    assert json.loads(json.dumps(answer(analyse(NEXT, LEAD))))["bytes"] > 100
