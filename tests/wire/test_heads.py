"""The small lines of a story: dateline, byline, caption."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.byline import format_byline, parse_byline
from stories.wire.captions import ends_in_credit, format_caption, is_marked_caption, parse_caption
from stories.wire.dateline import Dateline, format_dateline, parse_dateline, split_dateline
from stories.wire.parse import parse
from stories.wire.reading.page import PageLine, format_page_line, parse_page_line
from stories.wire.render import render
from stories.wire.story import Caption, WireStory

DATELINES = {
    "SEOUL, Aug. 24 (Yonhap) --": Dateline(("SEOUL",), "", 8, 24),
    "NARA, Japan, Jan. 13 (Yonhap) --": Dateline(("NARA",), "Japan", 1, 13),
    "SEOUL/YONGIN, South Korea, May 8 (Yonhap) --": Dateline(("SEOUL", "YONGIN"), "South Korea", 5, 8),
    "BUDAPEST/SEOUL, June 5 (Yonhap) --": Dateline(("BUDAPEST", "SEOUL"), "", 6, 5),
    "ABOARD THE ALDER, Sept. 30 (Kyodo) --": Dateline(("ABOARD THE ALDER",), "", 9, 30, "Kyodo"),
}


@pytest.mark.parametrize(("text", "dateline"), DATELINES.items())
def test_a_dateline_is_read_and_written_alike(text, dateline):
    assert parse_dateline(f"{text} The port -- both berths -- reopened.") == dateline
    assert format_dateline(dateline) == text


@pytest.mark.parametrize(
    "line", ["SEOUL, Sept 6 (Yonhap)--X", "SEOUL, September 6 (Yonhap) — X", "SEOUL, Sept. 6, 2018 (Yonhap) -- X"]
)
def test_loose_datelines_read_as_the_same(line):
    assert parse_dateline(line) == Dateline(("SEOUL",), "", 9, 6)


def test_only_the_dash_after_the_agency_is_the_datelines():
    assert split_dateline("SEOUL, May 8 (Yonhap) -- Korea -- the North -- says") == (
        "SEOUL, May 8 (Yonhap) --",
        "Korea -- the North -- says",
    )


@pytest.mark.parametrize(
    "graf",
    [
        "May 15 -- the fire",
        "The Korea Centers for Disease Control (KCDC) -- the agency -- said so.",
        "The KCDC (Yonhap) reported",
        "He spoke on Aug. 24 (Yonhap) -- and left.",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(graf):
    assert split_dateline(graf) == ("", graf)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Han Sol", ("Han Sol",)),
        ("By Han Sol and Ji Woo", ("Han Sol", "Ji Woo")),
        ("By Han Sol, Ji Woo and Kim Da-eun", ("Han Sol", "Ji Woo", "Kim Da-eun")),
        ("By Han Sol and Joint Press Corps", ("Han Sol", "Joint Press Corps")),
        ("By Charles de Lune", ("Charles de Lune",)),
    ],
)
def test_a_byline_is_read_and_written_alike(line, names):
    assert parse_byline(line) == names
    assert format_byline(names) == line


def test_native_bylines_are_bylines():
    assert parse_byline("한솔") == ("한솔",)
    assert parse_byline("한솔 기자") == ("한솔",)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the party had lost",
        "By contrast",
        "By the numbers",
        "By Kim and Lee said.",
        "By 2030 Seoul",
        "Bystander",
        "",
    ],
)
def test_a_sentence_that_opens_with_by_is_no_byline(line):
    assert parse_byline(line) == ()


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("▲ Nam (L) and Oh (R) in Nara on Jan. 13. (Yonhap)", "Nam (L) and Oh (R) in Nara on Jan. 13.", "(Yonhap)"),
        ("At the gate. (pool photo) (Yonhap)", "At the gate.", "(pool photo) (Yonhap)"),
        ("It closed at 1,935.40.(Yonhap)", "It closed at 1,935.40.", "(Yonhap)"),
        ("Smoke. (PHOTO NOT FOR SALE)(Yonhap)", "Smoke.", "(PHOTO NOT FOR SALE) (Yonhap)"),
        ("view larger image A crane. (AP-Yonhap)", "A crane.", "(AP-Yonhap)"),
        ("Smoke. (For Use Only in the Republic of Korea. No Redistribution) (Yonhap)", "Smoke.", None),
        ("Governor-elect Nam Ru-da (Pool photo) (Yonhap)", "Governor-elect Nam Ru-da", "(Pool photo) (Yonhap)"),
        ("Troops drill. (Republic of Korea Army)", "Troops drill.", "(Republic of Korea Army)"),
        ("▲ From left: Nam and Oh (R)", "From left: Nam and Oh (R)", ""),
        ("▲ Oh Da-on (2nd from L)", "Oh Da-on (2nd from L)", ""),
        ("▲ The disease agency (KCDC)", "The disease agency (KCDC)", ""),
    ],
)
def test_credits_are_told_from_positions_and_from_initials(line, text, credit):
    caption = parse_caption(line)
    assert caption.text == text
    assert credit is None or caption.credit == credit
    assert parse_caption(f"▲ {format_caption(caption)}") == caption


def test_an_unmarked_paragraph_is_a_caption_by_its_credit_alone():
    assert ends_in_credit("Ships wait off Port Alder. (Yonhap)")
    assert ends_in_credit("Ships wait off Port Alder. (Photo courtesy of the port)")
    assert not ends_in_credit("Ships wait, according to the Port Alder Authority (PAA).")
    assert not ends_in_credit("The authority, which keeps a photo (file), said so (twice)")


def test_a_mark_alone_is_no_caption_yet():
    assert not is_marked_caption("▲")
    assert is_marked_caption("▲ A crane")


@given(st.text())
def test_any_line_is_read_by_all_of_them(line):
    assert isinstance(parse_caption(line), Caption)
    assert isinstance(parse_byline(line), tuple)
    dateline, graf = split_dateline(line)
    assert dateline == "" or (dateline + graf).replace(" ", "") == "".join(line.split(" "))[: len(line)].strip()


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (PageLine("General", "임나라", datetime(2026, 11, 23, 6, 46, 24)), "General / 임나라 / 2026-11-23 06:46:24"),
        (PageLine("General", "", datetime(2026, 11, 23, 6, 46, 24)), "General / 2026-11-23 06:46:24"),
        (PageLine("", "", datetime(2026, 11, 23, 6, 46, 24)), "2026-11-23 06:46:24"),
        (PageLine("General", "임나라"), "General / 임나라 /"),
    ],
)
def test_a_page_line_has_no_slot_for_what_is_not_known_and_reads_back(page, line):
    assert format_page_line(page) == line
    assert parse_page_line(line) == page


def test_a_category_with_a_slash_of_its_own_is_named_where_it_would_be_misread():
    story = WireStory(category="World/Asia", headline="Port reopens", published=datetime(2026, 11, 23, 6, 46, 24))
    assert "Category: World/Asia\n" in render(story)
    assert parse(render(story)).story == story
