"""A caption and its credit come back out of the wire text as they went in."""

import pytest

from stories.wire.captions import format_caption, parse_caption
from stories.wire.parse import parse
from stories.wire.render import render
from stories.wire.story import Caption, WireStory

GRAFS = ("HARIM, March 9 (Hanbit) -- The Daero tunnel opened on Monday.", "Buses run through it from Tuesday.")
CREDITED = [
    Caption("The mayor (L) speaks in Harim on March 9, 2026.", "(Hanbit)"),
    Caption("The mayor speaks in Harim.", "(pool photo) (Yonhap)"),
    Caption("Robots fit battery packs.", "(PHOTO NOT FOR SALE) (Hanbit)"),
    Caption("A ferry leaves.", "(Tongyeong city government) (Hanbit)"),
    Caption("The mayor (2nd from R) speaks. (top)", "(AP-Yonhap)"),
    Caption("하림시장이 9일 대로터널 개통식에서 인사말을 하고 있다.", "(한빛)"),
    Caption("하림시장이 9일 인사말을 하고 있다. (왼쪽)", "(연합뉴스)"),
    Caption("하림시장이 인사말을 하고 있다. (오른쪽에서 두 번째)", "(공동취재) (한빛)"),
    Caption("하림시 인사말", "(하림시청 제공) (연합뉴스)"),
    Caption("大路トンネルが開通した。", "(時事)"),
]


@pytest.mark.parametrize("caption", CREDITED)
def test_the_credit_is_told_from_the_caption_in_any_script(caption: Caption) -> None:
    assert parse_caption(format_caption(caption)) == caption


@pytest.mark.parametrize("caption", CREDITED)
def test_a_credit_in_the_wire_text_is_read_back_as_one(caption: Caption) -> None:
    story = WireStory(slugline="Daero-tunnel", headline="Tunnel opens in Harim", grafs=GRAFS, captions=(caption,))
    assert parse(render(story)).story.captions == (caption,)


@pytest.mark.parametrize("text", ["시장이 말한다. (왼쪽)", "The mayor speaks. (L)", "시장 (55)", "He speaks (again)"])
def test_what_stands_in_brackets_and_credits_nobody_stays_in_the_caption(text: str) -> None:
    assert parse_caption(text) == Caption(text)
