"""An edit of words is the desk's own; an edit of facts is not."""

from dataclasses import replace

import pytest

from stories.wire.edits import FactEdit, fact_edits
from stories.wire.story import Caption, WireStory

COPY = WireStory(
    headline="Harim tunnel opens after two-year delay",
    byline="By Rim Na-ra",
    dateline="HARIM, South Korea, March 9 (Hanbit) --",
    grafs=(
        "The mayor of Harim opened the Daero tunnel on Monday.",
        "It cost 41 billion won, Deputy Minister Han Sol said.",
        '"We waited long enough," Han said.',
    ),
    captions=(Caption("Cars enter the tunnel.", "(Hanbit)", "a" * 64),),
)


def with_graf(place: int, graf: str) -> WireStory:
    return replace(COPY, grafs=(*COPY.grafs[:place], graf, *COPY.grafs[place + 1 :]))


@pytest.mark.parametrize(
    "edited",
    [
        COPY,
        with_graf(0, "Harim's mayor opened the Daero tunnel on Monday."),
        with_graf(1, "It costs 41 billion won, Deputy Minister Han Sol said."),
        replace(COPY, grafs=(COPY.grafs[1], COPY.grafs[0], COPY.grafs[2])),
        replace(COPY, headline="Harim tunnel opened after two-year delay"),
        replace(COPY, attn="UPDATES with remarks", note="Checked.", email="desk@hanbit.example"),
        replace(COPY, byline="By  Rim Na-ra"),
        replace(COPY, dateline="HARIM, South Korea, March 9 (Hanbit) -"),
        replace(COPY, captions=(Caption("Cars drive into the tunnel.", "(Hanbit)", "a" * 64),)),
    ],
    ids=["nothing", "wording", "spelling", "order", "headline", "beside the copy", "blanks", "dash", "caption"],
)
def test_words_may_change(edited: WireStory) -> None:
    assert fact_edits(COPY, edited) == ()


@pytest.mark.parametrize(
    ("kind", "words", "edited"),
    [
        ("figure", "41 billion won → 47 billion won", with_graf(1, COPY.grafs[1].replace("41", "47"))),
        ("figure", None, replace(COPY, headline="Harim tunnel opens after three-year delay")),
        ("day", "Monday → Tuesday", with_graf(0, COPY.grafs[0].replace("Monday", "Tuesday"))),
        ("quote", None, with_graf(2, COPY.grafs[2].replace("long enough", "too long"))),
        ("figure", None, replace(COPY, grafs=(COPY.grafs[0], COPY.grafs[2]))),
        ("yes and no", "new: not", with_graf(0, "The mayor of Harim did not open the Daero tunnel on Monday.")),
        ("yes and no", "gone: denied", None),
        ("byline", "By Rim Na-ra → By Seo Joon-ho", replace(COPY, byline="By Seo Joon-ho")),
        ("dateline", None, replace(COPY, dateline="HARIM, South Korea, March 10 (Hanbit) --")),
        ("dateline", None, replace(COPY, dateline="SEOUL, March 9 (Hanbit) --")),
        ("figure", None, replace(COPY, captions=(replace(COPY.captions[0], text="All 30 cars enter."),))),
        ("photo", None, replace(COPY, captions=(replace(COPY.captions[0], photo="b" * 64),))),
        ("photo", None, replace(COPY, captions=(replace(COPY.captions[0], credit="(pool photo) (Hanbit)"),))),
        ("photo", "gone: photo (Hanbit)", replace(COPY, captions=())),
    ],
)
def test_facts_may_not(kind: str, words: str | None, edited: WireStory | None) -> None:
    before = COPY
    if edited is None:
        before, edited = (with_graf(0, f"The mayor {word} it on Monday.") for word in ("denied", "said"))
    found = {edit.kind: edit for edit in fact_edits(before, edited)}
    assert kind in found
    assert words in (None, found[kind].words)


def test_an_edit_says_what_came_went_and_changed() -> None:
    words = [FactEdit("figure", *pair).words for pair in (("1", "2"), ("", "2"), ("1", ""))]
    assert words == ["1 → 2", "new: 2", "gone: 1"]
