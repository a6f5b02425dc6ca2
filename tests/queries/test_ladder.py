"""The lead ladder, and the copy of what stands on it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Draft, Story, Version
from stories.queries.copy import draft_copy, version_copy
from stories.queries.labels import coming_label
from stories.queries.ladder import ladder
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.wire.label import Kind, Label, short_label
from stories.wire.story import Caption

pytestmark = pytest.mark.django_db

Text = Callable[..., DraftText]


@pytest.fixture
def second(first: Version, other_reporter: User, now: datetime, text: Text) -> Version:
    """LEAD, forty minutes after the first filing, by somebody else."""
    typed = text(attn="ADDS cost", body="One two three.\n\nFour five.")
    return file_version(
        story=first.story,
        based_on=first,
        text=typed,
        photos=[PhotoUse(None, "The tunnel.", "(Hanbit)")],
        actor=other_reporter,
        now=now + timedelta(minutes=40),
    )


def test_each_rung_is_told_against_the_one_below(first: Version, second: Version, now: datetime) -> None:
    top, bottom = ladder(Story.objects.get()).rungs
    assert (top.sequence, short_label(top.label), top.attn) == (2, "LEAD", "ADDS cost")
    assert (top.gap, top.words, top.delta, top.photos) == (timedelta(minutes=40), 5, 5 - first.word_count, 1)
    assert (top.filed_by, top.filed_at, top.current, top.late) == ("Seo Joon-ho", second.filed_at, True, False)
    assert (bottom.gap, bottom.delta, bottom.current, bottom.imported) == (None, None, False, False)


def test_a_corrected_urgent_stands_before_the_first_filing(
    story: Story, reporter: User, now: datetime, text: Text
) -> None:
    base = None
    for minute, kind in enumerate((Kind.URGENT, Kind.CORRECTION, Kind.FIRST, Kind.CORRECTION, None)):
        typed = text(headline=f"Filing {minute}")
        moment = now + timedelta(minutes=minute)
        base = file_version(story=story, based_on=base, text=typed, kind=kind, actor=reporter, now=moment)
    assert [rung.sequence for rung in ladder(Story.objects.get()).rungs] == [5, 4, 3, 2, 1]


def test_an_open_draft_stands_on_top_with_the_label_to_come(
    first: Version, other_reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=first.story, actor=other_reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(body="One two."), actor=other_reporter, now=now)
    rung = ladder(Story.objects.get()).draft
    assert (short_label(rung.label), rung.words, rung.delta) == ("LEAD", 2, 2 - first.word_count)
    assert (rung.revision, rung.saved_by, rung.stale) == (2, "Seo Joon-ho", False)


def test_a_draft_is_stale_once_something_went_out(
    first: Version, reporter: User, now: datetime, request: pytest.FixtureRequest
) -> None:
    open_draft(story=first.story, actor=reporter, now=now)
    request.getfixturevalue("second")
    rung = ladder(Story.objects.get()).draft
    assert (rung.stale, short_label(rung.label)) == (True, "2nd LD")


def test_a_correction_stands_beside_the_next_lead(first: Version, reporter: User, now: datetime) -> None:
    for purpose in (Draft.Purpose.CORRECTION, Draft.Purpose.UPDATE):
        open_draft(story=first.story, actor=reporter, now=now, purpose=purpose)
    drafts = ladder(Story.objects.get()).drafts
    assert [short_label(rung.label) for rung in drafts] == ["LEAD", "CORRECTION"]


def test_a_draft_whose_kind_can_no_longer_come_has_no_label(
    story: Story, reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(kind="urgent"), actor=reporter, now=now)
    assert coming_label(draft) == Label()
    file_version(story=story, based_on=None, text=text(), actor=reporter, now=now)
    assert ladder(Story.objects.get()).draft.label is None


def test_a_ladder_takes_two_queries_with_its_draft(
    first: Version, second: Version, reporter: User, now: datetime, django_assert_num_queries: Callable[..., Any]
) -> None:
    open_draft(story=first.story, actor=reporter, now=now)
    story = Story.objects.get()
    with django_assert_num_queries(2):
        ladder(story)


def test_a_versions_copy_is_what_was_filed(first: Version, second: Version) -> None:
    copy = version_copy(Version.objects.get(sequence=2))
    assert (copy.label, copy.slugline, copy.attn) == (Label(Kind.LEAD, 1), "Harim-tunnel", "ADDS cost")
    assert copy.grafs == ("One two three.", "Four five.")
    assert copy.captions == (Caption("The tunnel.", "(Hanbit)"),)
    assert copy.published == datetime(2026, 3, 9, 15, 10)


def test_prefetched_photos_cost_no_query(
    first: Version, second: Version, django_assert_num_queries: Callable[..., Any]
) -> None:
    versions = list(Version.objects.prefetch_related("photos__photo"))
    with django_assert_num_queries(0):
        assert [len(version_copy(version).captions) for version in versions] == [0, 1]


def test_a_drafts_copy_runs_under_the_label_to_come(first: Version, reporter: User, now: datetime, text: Text) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    typed = text(body="One.\n\nTwo.", qualifiers=("News Focus",))
    photos = [PhotoUse(None, "The tunnel.", "(Hanbit)")]
    draft = save_draft(draft=draft, revision=1, text=typed, photos=photos, actor=reporter, now=now)
    copy = draft_copy(draft, coming_label(draft))
    assert (copy.label, copy.grafs) == (Label(Kind.LEAD, 1, 0, ("News Focus",)), ("One.", "Two."))
    assert (copy.captions, copy.published) == ((Caption("The tunnel.", "(Hanbit)"),), None)
