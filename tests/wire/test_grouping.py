"""Which texts are one story, and what a story without a slugline is called."""

import pytest

from stories.wire.grouping import group
from stories.wire.slugline import derive_slugline, slugline_key
from stories.wire.story import WireStory

GRAFS = tuple(f"Paragraph {number} of the tunnel story." for number in range(6))


def members(*texts: WireStory) -> list[tuple[int, ...]]:
    return [found.members for found in group(texts)]


def text(slugline: str = "", headline: str = "", grafs: tuple[str, ...] = (), dateline: str = "") -> WireStory:
    return WireStory(slugline=slugline, headline=headline, grafs=grafs, dateline=dateline)


def test_one_slugline_is_one_story_however_it_is_spelled() -> None:
    assert members(text("Harim-tunnel"), text("Ferry-talks"), text("harim tunnel")) == [(0, 2), (1,)]


def test_different_sluglines_are_never_one_story() -> None:
    assert members(text("Harim-tunnel", grafs=GRAFS), text("Ferry-talks", grafs=GRAFS)) == [(0,), (1,)]


def test_a_text_without_a_slugline_joins_the_one_it_repeats() -> None:
    lead = text(grafs=(*GRAFS[:3], "New.", "Newer."))
    assert members(text("Ferry-talks"), text("Harim-tunnel", grafs=GRAFS), lead) == [(0,), (1, 2)]


def test_a_text_that_repeats_two_stories_joins_neither() -> None:
    assert members(text("A", grafs=GRAFS), text("B", grafs=GRAFS), text(grafs=GRAFS)) == [(0,), (1,), (2,)]


@pytest.mark.parametrize(("dateline", "together"), [("HARIM, March 9 (Hanbit) --", True), ("SEOUL, March 9 --", False)])
def test_headlines_alike_are_one_story_only_under_one_dateline(dateline: str, together: bool) -> None:
    texts = (
        text(headline="Mayor opens Harim tunnel", dateline="HARIM, March 9 (Hanbit) --"),
        text(headline="Mayor opens Harim tunnel late", dateline=dateline),
    )
    assert members(*texts) == ([(0, 1)] if together else [(0,), (1,)])


def test_texts_with_nothing_in_common_stand_alone() -> None:
    assert members(text(headline="One"), text(headline="Two"), text()) == [(0,), (1,), (2,)]


def test_people_are_told_why_texts_are_together() -> None:
    same, alone = group([text("A"), text("A"), text("B")])
    assert "slugline" in same.reason
    assert alone.reason == ""
    assert "share" in group([text("A", grafs=GRAFS), text(grafs=GRAFS)])[0].reason


@pytest.mark.parametrize(
    ("headline", "slugline"),
    [
        ("Mayor opens Harim tunnel after two-year delay", "Mayor-opens-Harim"),
        ("The end of an era", "end-era"),
        ("정부, 새 항만 계획 발표", "정부-새-항만"),
        ("of the", "of-the"),
        ("-- !!", "Untitled"),
        ("", "Untitled"),
    ],
)
def test_a_slugline_is_made_of_the_headlines_telling_words(headline: str, slugline: str) -> None:
    assert derive_slugline(headline) == slugline


def test_spellings_of_a_slugline_have_one_key() -> None:
    assert len({slugline_key(one) for one in ("Harim-tunnel", "HARIM  tunnel", "harim - tunnel-")}) == 1
