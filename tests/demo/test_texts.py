"""The texts in `demo/`: what every visitor reads first, and what the diff and ATTN are tried on."""

from datetime import date
from itertools import pairwise

import pytest
from django.conf import settings

from stories.demo.chains import Chain, PlannedText, read_newsroom
from stories.demo.photos import SCENES
from stories.demo.redate import redate
from stories.wire.attn import parse_attn
from stories.wire.diff import align
from stories.wire.diff.values import GrafKind
from stories.wire.parse import parse
from stories.wire.render import render
from stories.wire.story import WireStory

NEWSROOM = read_newsroom(settings.BASE_DIR / "demo")
CHAINS = {chain.slugline: chain for chain in NEWSROOM.chains}
TEXTS = [(chain, planned) for chain in NEWSROOM.chains for planned in chain.texts]
EVERY_TEXT = pytest.mark.parametrize(
    ("chain", "planned"), TEXTS, ids=[f"{chain.slugline}/{planned.file}" for chain, planned in TEXTS]
)


def copies(slugline: str) -> list[WireStory]:
    return [parse(planned.text).story for planned in CHAINS[slugline].filings]


@EVERY_TEXT
def test_a_text_reads_without_problems_and_renders_back(chain: Chain, planned: PlannedText) -> None:
    reading = parse(planned.text)
    assert reading.problems == ()
    assert render(reading.story) == planned.text
    assert reading.story.slugline == chain.slugline


@EVERY_TEXT
def test_a_text_reads_as_well_on_any_other_day(chain: Chain, planned: PlannedText) -> None:
    for day in (date(2026, 12, 31), date(2028, 2, 29), date(2027, 5, 1)):
        moved = redate(planned.text, chain.written_on, day)
        reading = parse(moved)
        assert reading.problems == ()
        assert render(reading.story) == moved


@EVERY_TEXT
def test_each_caption_has_a_credit_and_a_scene(chain: Chain, planned: PlannedText) -> None:
    captions = parse(planned.text).story.captions
    assert len(captions) == len(planned.photos)
    assert all(caption.credit.endswith("(Hanbit)") for caption in captions)
    assert set(planned.photos) <= set(SCENES)


@EVERY_TEXT
def test_bylines_belong_to_people_of_the_newsroom(chain: Chain, planned: PlannedText) -> None:
    byline = parse(planned.text).story.byline.removeprefix("By ")
    names = {person.name for person in NEWSROOM.people}
    assert not byline or set(byline.split(" and ")) <= names
    assert planned.by in {person.username for person in NEWSROOM.people}


@EVERY_TEXT
def test_a_paragraph_that_attn_names_is_not_the_same_as_before(chain: Chain, planned: PlannedText) -> None:
    at = chain.texts.index(planned)
    named = _named_grafs(parse(planned.text).story)
    if not named:
        return
    before = parse(chain.texts[at - 1].text).story.grafs
    after = parse(planned.text).story.grafs
    assert max(named) <= len(after)
    assert not [number for number in named if after[number - 1] in before]


@EVERY_TEXT
def test_a_new_paragraph_is_named_in_attn(chain: Chain, planned: PlannedText) -> None:
    at = chain.texts.index(planned)
    copy = parse(planned.text).story
    if not copy.attn:
        return
    groups = align(parse(chain.texts[at - 1].text).story.grafs, copy.grafs)
    new = {index + 1 for group in groups if group.kind is GrafKind.INSERT for index in group.new}
    assert new <= set(_named_grafs(copy)) | {1}


def test_the_wind_rises_in_the_3rd_ld_and_attn_does_not_say_so() -> None:
    before, after = copies("barge-bridge")[3:5]
    assert "Winds of 21 meters" in before.grafs[12]
    assert "Winds of 24 meters" in after.grafs[15]
    assert 16 not in _named_grafs(after)


def test_the_big_story_shows_every_kind_of_edit() -> None:
    told = copies("barge-bridge")
    groups = [group for a, b in pairwise(told[1:]) for group in align(a.grafs, b.grafs)]
    kinds = {group.kind for group in groups}
    assert kinds >= {GrafKind.EDIT, GrafKind.INSERT, GrafKind.DELETE, GrafKind.SPLIT, GrafKind.MERGE}
    assert any(group.moved for group in groups)
    assert len(told[-1].grafs) == 22


def _named_grafs(copy: WireStory) -> list[int]:
    """The paragraph numbers that the ATTN line gives."""
    return sorted(
        {number for clause in parse_attn(copy.attn).clauses for place in clause.places for number in place.stated()}
    )
