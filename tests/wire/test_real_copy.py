"""Real copy kept beside the project, never in it: read whole, and every head as it was taken down by hand."""

import json
from pathlib import Path

import pytest

from stories.wire.captions import format_caption
from stories.wire.checks import check
from stories.wire.label import Kind, short_label
from stories.wire.parse import parse
from stories.wire.render import render

REAL = Path(__file__).resolve().parents[3] / "shared" / "wire"
SEED = REAL / "seed-3rd-ld.txt"
HEADS = json.loads((REAL / "heads.json").read_text()) if (REAL / "heads.json").exists() else []

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="no real copy in ../shared/wire")


@pytest.fixture(scope="module")
def seed():
    return parse(SEED.read_text())


def test_the_page_is_read_completely(seed):
    story = seed.story
    assert (story.label.kind, story.label.lead_number, story.label.qualifiers) == (Kind.LEAD, 3, ())
    assert story.slugline == "Lee-Takaichi-summit"
    assert story.attn == "UPDATES with remarks, details, photo; RECASTS headline"
    assert (story.byline, story.native_byline, story.category) == ("By Kim Eun-jung", "김은정", "General")
    assert story.dateline == "NARA, Japan, Jan. 13 (Yonhap) --"
    assert story.published.isoformat() == "2026-01-13T17:53:02"
    assert (len(story.grafs), len(story.captions)) == (21, 4)
    assert {caption.credit for caption in story.captions} == {"(Yonhap)"}
    assert seed.problems == ()


def test_the_first_paragraph_is_without_the_dateline_and_keeps_its_own_words(seed):
    assert seed.story.grafs[0].startswith("President Lee")
    assert " -- Korea, Japan and China -- " in seed.story.grafs[1]


def test_the_page_renders_in_the_plain_layout_and_reads_back(seed):
    text = render(seed.story)
    assert parse(text).story == seed.story
    assert "¶" not in text
    assert "Headline:" not in text


def test_a_desk_has_next_to_nothing_to_query_in_the_page(seed):
    assert {query.code for query in check(seed.story)} <= {"long-graf"}


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.get("headline", head["excerpt"])[:50])
def test_a_head_reads_as_it_was_taken_down(head):
    story = parse(head["excerpt"]).story
    qualifiers = "".join(f"({qualifier}) " for qualifier in story.label.qualifiers)
    assert short_label(story.label) == head.get("label", "")
    assert f"{qualifiers}{story.headline}" == head.get("headline", "")
    assert (f"(ATTN: {story.attn})" if story.attn else "") == head.get("attn", "")
    assert (story.byline, story.dateline, story.email) == tuple(
        head.get(name, "") for name in ("byline", "dateline", "email")
    )
    # A credit glued to its caption, "1,935.40.(Yonhap)", comes back with a blank before it.
    captions = [caption.replace(".(", ". (") for caption in head.get("captions", [])]
    assert [format_caption(caption) for caption in story.captions] == captions
    assert len(story.grafs) == head["excerpt"].count("[...]")


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.get("headline", head["excerpt"])[:50])
def test_a_head_leaves_no_line_without_a_place(head):
    missing = {"no-headline", "no-dateline", "no-grafs"}
    assert {problem.code for problem in parse(head["excerpt"]).problems} <= missing
