"""What is read and drawn of a story's filings once for all: right after whatever is filed, killed or renamed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.template import engines
from django.urls import set_script_prefix
from django.utils import timezone

from stories.models import Byline, Story, Version
from stories.queries.earlier import earlier_than
from stories.queries.ladder import ladder
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.wire.strip import strip

pytestmark = pytest.mark.django_db
Text = Callable[..., DraftText]
BODIES = ("Rain fell.", "Rain fell on Monday.\n\nRoads closed.", "Roads closed.\n\nRain fell on Monday.\n\nIt stopped.")


@pytest.fixture
def file(story: Story, reporter: User, now: datetime, text: Text) -> Callable[[str], Version]:
    def send(body: str) -> Version:
        current = Story.objects.get(pk=story.pk).current_version
        return file_version(story=story, based_on=current, text=text(body=body), actor=reporter, now=now)

    return send


def rungs(story: Story) -> tuple[Any, ...]:
    return ladder(Story.objects.select_related("current_version").get(pk=story.pk), strips=True).rungs


def test_each_filing_adds_its_strip_and_changes_no_other(story: Story, file: Any) -> None:
    for number, body in enumerate(BODIES, 1):
        file(body)
        pairs = zip((None, *BODIES), BODIES[:number], strict=False)
        assert [rung.strip for rung in rungs(story)[::-1]] == [strip(*pair) for pair in pairs]


def test_a_ladder_with_strips_takes_two_queries_and_one_more_after_a_filing(
    story: Story, file: Any, django_assert_num_queries: Any
) -> None:
    file(BODIES[0])
    for queries in (2, 2, 3, 2):
        if queries == 3:
            file(BODIES[1])
        current = Story.objects.select_related("current_version").get(pk=story.pk)
        with django_assert_num_queries(queries):
            ladder(current, strips=True)


def test_the_earlier_texts_are_those_of_every_filing_but_the_one_on_the_wire(
    file: Any, django_assert_num_queries: Any
) -> None:
    for number, body in enumerate(BODIES):
        current = file(body)
        for _ in range(2):
            assert ["\n\n".join(one.grafs) for one in earlier_than(current)] == list(BODIES[:number])
    with django_assert_num_queries(1):
        earlier_than(current)


@pytest.fixture
def draw(story: Story) -> Callable[..., str]:
    """The ladder's and the bar's filings as a page shows them."""
    words = "{% load rungs %}{% filed_leads story rungs at %}{% filed_rungs story rungs at %}"
    template = engines["django"].from_string(words)

    def render(at: int | None = None) -> str:
        current = Story.objects.select_related("current_version").get(pk=story.pk)
        return template.render({"story": current, "rungs": ladder(current, strips=True).rungs, "at": at})

    return render


def test_what_a_filing_says_of_itself_follows_what_becomes_of_the_story(
    story: Story, file: Any, draw: Any, reporter: User
) -> None:
    file(BODIES[0])
    assert draw().count("On the wire") == 1
    file(BODIES[1])
    assert [draw().count(words) for words in ("On the wire", "replaced")] == [1, 1]
    Story.objects.filter(pk=story.pk).update(embargo_until=timezone.now() + timedelta(hours=1))
    assert [draw().count(words) for words in ("On the wire", "Embargo")] == [0, 1]
    Story.objects.filter(pk=story.pk).update(embargo_until=None, status=Story.Status.KILLED)
    assert [draw().count(words) for words in ("On the wire", "Killed")] == [0, 1]


def test_it_follows_the_name_of_who_filed_and_the_filing_that_is_on_the_page(
    file: Any, draw: Any, reporter: User
) -> None:
    text = file(BODIES[0])
    file(BODIES[1])
    assert "aria-current" not in draw()
    assert draw(at=text.sequence).count("aria-current") == 2
    Byline.objects.create(user=reporter, name="Rim N.")
    assert "Rim N." in {rung.filed_by for rung in rungs(text.story)}


def test_it_follows_the_day_the_zone_and_where_the_addresses_begin(file: Any, draw: Any, now: datetime) -> None:
    file(BODIES[0])
    for zone in ("Asia/Seoul", "America/New_York"):
        with timezone.override(zone):
            assert f"{timezone.localtime(now):%b} {timezone.localtime(now).day}, {now.year}" in draw()
            assert f"{timezone.localtime(now):%H:%M:%S}" in draw()
    set_script_prefix("/desk/")
    try:
        assert 'href="/desk/stories/' in draw()
    finally:
        set_script_prefix("/")
    assert "/desk/" not in draw()


def test_a_script_in_a_headline_is_text_in_the_drawing_too(
    story: Story, reporter: User, now: datetime, text: Text, draw: Any
) -> None:
    loud = text(headline="<script>alert(1)</script>", attn="<b>", byline='By "><img>')
    file_version(story=story, based_on=None, text=loud, actor=reporter, now=now)
    assert "<script" not in draw()
    assert "<img" not in draw()
    assert "&lt;script&gt;alert(1)" in draw()
