"""The wire board, page by page."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Byline, Desk, Note, Presence, Story, Version
from stories.queries.board import BoardFilter, Page, board
from stories.queries.nav import nav
from stories.queries.states import State
from stories.services.attending import attend
from stories.services.deciding import approve, return_draft
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.services.seeing import mark_seen
from stories.services.submitting import submit_draft
from stories.wire.label import Kind, short_label

pytestmark = pytest.mark.django_db

See = Callable[..., Page]


@pytest.fixture
def see(reporter: User, now: datetime) -> See:
    """The board as the reporter sees it: `see(words="tunnel")`."""
    return lambda person=reporter, size=50, **asked: board(person, now, BoardFilter(**asked), size)


@pytest.fixture
def told(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Callable[..., Story]:
    """A story with this many filings: `told("Ferry-talks", 3)`, each filing a word longer than the one before."""

    def tell(slugline: str, filings: int = 1, actor: User = reporter, desk: Desk = desk, **changes: Any) -> Story:
        story = open_story(actor=actor, now=now, desk=desk, slugline=slugline)
        base = None
        for number in range(filings):
            typed = text(headline=f"{slugline} {number}", body="Word" + " more" * number, **changes)
            filing = {"photos": [PhotoUse(None, "Caption.")], "actor": actor, "now": now}
            base = file_version(story=story, based_on=base, text=typed, **filing)
        story.refresh_from_db()
        return story

    return tell


def sluglines(page: Page) -> list[str]:
    return [row.slugline for row in page.rows]


def test_a_row_has_all_that_the_page_shows(see: See, told: Callable[..., Story], now: datetime) -> None:
    story = told("Ferry-talks", 4, attn="ADDS details")
    (row,) = see().rows
    assert (row.pk, row.slugline, row.desk_code, row.desk_name) == (story.pk, "Ferry-talks", "pol", "Politics")
    assert (short_label(row.label), [short_label(label) for label in row.trail]) == ("3rd LD", ["", "LEAD", "2nd LD"])
    assert (row.headline, row.attn, row.byline) == ("Ferry-talks 3", "ADDS details", "By Rim Na-ra")
    assert (row.words, row.delta, row.photos, row.sequence) == (4, 1, 1, 4)
    assert (row.state, row.at, row.drafted_by, row.embargo_until) == (State.FILED, now, "", None)
    assert (row.working, row.editing, row.notes) == (False, (), 0)


def test_a_story_with_an_open_draft_shows_the_next_lead_and_all_of_it(
    see: See, told: Callable[..., Story], other_reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    """Its label, its words, its time: of one text, never some of the wire and some of the draft."""
    later = now + timedelta(minutes=20)
    draft = open_draft(story=told("Ferry-talks", 2), actor=other_reporter, now=now)
    typed = text(headline="Working", attn="ADDS more", body="Six words stand in it now.")
    save_draft(draft=draft, revision=1, text=typed, photos=(), actor=other_reporter, now=later)
    (row,) = see().rows
    assert (row.working, row.state, short_label(row.label), row.headline) == (True, State.DRAFT, "2nd LD", "Working")
    assert [short_label(label) for label in row.trail] == ["", "LEAD"]
    assert (row.words, row.delta, row.photos, row.attn) == (6, 4, 0, "ADDS more")
    assert (row.at, row.drafted_by) == (later, "Seo Joon-ho")


def test_a_story_with_nothing_filed_shows_its_draft(
    see: See, story: Story, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(headline="Working"), actor=reporter, now=now)
    (row,) = see().rows
    assert (row.state, short_label(row.label), row.headline, row.sequence) == (State.DRAFT, "", "Working", None)
    assert (row.drafted_by, row.delta, row.trail) == ("Rim Na-ra", None, ())


def test_a_story_nobody_writes_on_and_nothing_is_filed_of_has_no_label(see: See, story: Story) -> None:
    (row,) = see().rows
    assert (row.state, row.label, row.headline, row.at) == (State.DRAFT, None, "", story.moved_at)


def test_of_two_open_drafts_the_one_that_somebody_waits_for_is_shown(
    see: See, told: Callable[..., Story], reporter: User, now: datetime
) -> None:
    story = told("Ferry-talks", 2)
    open_draft(story=story, actor=reporter, now=now)
    correction = open_draft(story=story, actor=reporter, now=now, purpose="correction")
    assert see().rows[0].label.kind == Kind.LEAD
    submit_draft(draft=correction, revision=correction.revision, actor=reporter, now=now)
    (row,) = see().rows
    assert (row.state, row.label.kind) == (State.REVIEW, Kind.CORRECTION)


def test_a_row_says_where_the_desk_stands_with_it(
    see: See, told: Callable[..., Story], reporter: User, desk_editor: User, now: datetime
) -> None:
    draft = open_draft(story=told("Ferry-talks"), actor=reporter, now=now)
    later = now + timedelta(minutes=3)
    first = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=later)
    assert (see().rows[0].state, see().rows[0].at) == (State.REVIEW, later)
    return_draft(submission=first, reason="Who says so?", actor=desk_editor, now=later)
    assert see().rows[0].state == State.RETURNED
    again = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=later)
    approve(submission=again, actor=desk_editor, now=later)
    assert see().rows[0].state == State.APPROVED


def test_a_correction_on_the_wire_and_an_embargo_have_states_of_their_own(
    see: See, told: Callable[..., Story], desk_editor: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    wrong, held = told("Wrong"), told("Held")
    file_version(
        story=wrong, kind=Kind.CORRECTION, based_on=wrong.current_version, text=text(), actor=desk_editor, now=now
    )
    Story.objects.filter(pk=held.pk).update(embargo_until=now + timedelta(hours=1))
    assert {row.slugline: row.state for row in see().rows} == {"Wrong": State.CORRECTED, "Held": State.EMBARGO}
    assert sluglines(see(state="corrected")) == ["Wrong"]
    assert sluglines(see(state="embargo")) == ["Held"]


def test_a_held_story_is_found_as_held_while_its_next_lead_is_written(
    see: See, told: Callable[..., Story], reporter: User, now: datetime
) -> None:
    held, past = told("Held"), told("Past")
    open_draft(story=held, actor=reporter, now=now)
    Story.objects.filter(pk=held.pk).update(embargo_until=now + timedelta(hours=1))
    Story.objects.filter(pk=past.pk).update(embargo_until=now)
    rows = see(state="embargo").rows
    assert [(row.slugline, row.state) for row in rows] == [("Held", State.DRAFT)]


def test_a_row_counts_the_open_threads_of_its_story(see: See, story: Story, reporter: User, now: datetime) -> None:
    said = {"story": story, "written_by": reporter, "written_at": now}
    thread = Note.objects.create(body="Who says so?", **said)
    Note.objects.create(body="The mayor.", parent=thread, **said)
    Note.objects.create(body="Settled.", resolved_at=now, **said)
    assert see().rows[0].notes == 1


def test_who_writes_on_a_story_now_is_named_once(
    see: See, story: Story, reporter: User, other_reporter: User, now: datetime
) -> None:
    for person, session in ((other_reporter, "a"), (other_reporter, "b"), (reporter, "c")):
        attend(story=story, person=person, session=session, doing="editing", now=now)
    attend(story=story, person=reporter, session="d", doing="viewing", now=now)
    assert see().rows[0].editing == ("Seo Joon-ho", "Rim Na-ra")
    Presence.objects.update(seen_at=now - timedelta(minutes=2))
    assert see().rows[0].editing == ()


def test_what_others_moved_is_unread_until_it_was_seen(
    see: See, story: Story, reporter: User, other_reporter: User, now: datetime
) -> None:
    def unread(person: User) -> bool:
        return see(person).rows[0].unread

    assert (unread(reporter), unread(other_reporter)) == (False, True)
    mark_seen(stories=[story], actor=other_reporter, now=now)
    assert unread(other_reporter) is False
    Story.objects.update(moved_at=now + timedelta(minutes=1))
    assert unread(other_reporter) is True
    mark_seen(stories=[story], actor=other_reporter, now=now + timedelta(minutes=2))
    assert unread(other_reporter) is False


def test_what_moved_days_ago_is_no_news(see: See, story: Story, other_reporter: User, now: datetime) -> None:
    Story.objects.update(moved_at=now - timedelta(hours=25))
    assert see(other_reporter).rows[0].unread is False


def test_newest_stands_first_and_pages_follow_without_a_gap_or_a_double(
    see: See, desk: Desk, reporter: User, now: datetime
) -> None:
    """Several stories at one moment: the key decides among them."""
    for number in range(11):
        moment = now - timedelta(minutes=number // 3)
        open_story(actor=reporter, now=moment, desk=desk, slugline=f"S{number}")
    expected = list(Story.objects.order_by("-moved_at", "-id").values_list("slugline", flat=True))
    seen, before = [], ""
    for _ in range(4):
        page = see(size=3, before=before)
        seen += sluglines(page)
        before = page.more
    assert (seen, before) == (expected, "")


def test_a_page_that_fills_exactly_is_the_last(see: See, told: Callable[..., Story]) -> None:
    told("A")
    assert see(size=1).more == ""


@pytest.mark.parametrize(
    "before", ["x", "1", "-", "1-", "-abc", "9" * 30 + "-abc", "٣-abc", "1.5-abc", "\x00", "1-\x00"]
)
def test_what_is_no_place_on_the_board_is_its_top(see: See, told: Callable[..., Story], before: str) -> None:
    told("A")
    assert sluglines(see(before=before)) == ["A"]


def test_filters(
    see: See,
    told: Callable[..., Story],
    other_reporter: User,
    reporter: User,
    desk_editor: User,
    now: datetime,
    text: Callable[..., DraftText],
) -> None:
    economy = Desk.objects.create(name="Economy", code="eco")
    lead = told("Lead", 2)
    told("First", actor=other_reporter, desk=economy)
    killed = told("Killed")
    filing = {"based_on": killed.current_version, "text": text(), "actor": desk_editor, "now": now}
    file_version(story=killed, kind=Kind.KILL, **filing)
    open_story(actor=other_reporter, now=now, desk=economy, slugline="Unfiled")
    open_draft(story=lead, actor=reporter, now=now)

    def found(**asked: Any) -> set[str]:
        return set(sluglines(see(**asked)))

    assert found() == {"Lead", "First", "Killed", "Unfiled"}
    assert found(desk="eco") == {"First", "Unfiled"}
    assert found(desk="none") == set()
    assert (found(label="lead"), found(label="first"), found(label="kill")) == ({"Lead"}, {"First"}, {"Killed"})
    assert found(mine=True) == {"Lead", "Killed"}
    states = {state: found(state=state) for state in (*State, "none") if found(state=state)}
    assert states == {"draft": {"Unfiled", "Lead"}, "filed": {"First"}, "killed": {"Killed"}}
    assert found(desk="eco", state="draft") == {"Unfiled"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ferry", True),
        ("FERRY strike", True),
        ("항만", True),
        ("harbor", True),
        ("draft-only", True),
        ("joon-ho", True),
        ("서준호", True),
        ("ferry nowhere", False),
        ("old-word", False),
        ("100%", False),
        ("_____________________", False),
    ],
)
def test_every_word_is_looked_for_in_slugline_headline_byline_and_text(
    see: See, story: Story, reporter: User, now: datetime, text: Callable[..., DraftText], words: str, found: bool
) -> None:
    Story.objects.update(slugline="Ferry-talks")
    old = file_version(story=story, based_on=None, text=text(body="old-word"), actor=reporter, now=now)
    Byline.objects.create(name="Seo Joon-ho", native_name="서준호")
    filed = text(headline="Strike ends", byline="By Seo Joon-ho", body="The harbor reopens. 항만")
    file_version(story=story, based_on=old, text=filed, actor=reporter, now=now)
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(body="draft-only"), actor=reporter, now=now)
    assert bool(see(words=words).rows) is found


@pytest.mark.parametrize("asked", [{"words": "a\x00b"}, {"desk": "\x00"}, {"label": "\x00"}, {"state": "\x00"}])
def test_a_filter_no_text_can_hold_finds_nothing(see: See, told: Callable[..., Story], asked: dict[str, str]) -> None:
    """PostgreSQL would refuse the question itself."""
    told("A")
    assert see(**asked).rows == ()


def test_an_embargoed_story_is_on_the_board_of_its_own_people_and_the_desk_only(
    see: See, told: Callable[..., Story], reporter: User, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    told("Held")
    Story.objects.update(embargo_until=now + timedelta(hours=1))
    assert [bool(see(person).rows) for person in (reporter, desk_editor, other_reporter)] == [True, True, False]
    assert see().rows[0].embargo_until == now + timedelta(hours=1)


def test_an_outsiders_board_is_empty(see: See, told: Callable[..., Story], outsider: User) -> None:
    told("A")
    assert see(outsider).rows == ()


def test_a_page_takes_as_many_queries_for_fifty_stories_as_for_one(
    see: See, told: Callable[..., Story], reporter: User, now: datetime, django_assert_num_queries: Callable[..., Any]
) -> None:
    for number in range(6):
        open_draft(story=told(f"S{number}", 3), actor=reporter, now=now)
    reporter = User.objects.get(pk=reporter.pk)
    with django_assert_num_queries(6):  # roles; stories, drafts, versions, who is editing; the side
        assert len(see(reporter, words="S", mine=True).rows) == 6
        nav(reporter, now)


def test_versions_are_counted_by_the_wire_and_not_by_the_record(first: Version, see: See) -> None:
    assert see().rows[0].delta is None
