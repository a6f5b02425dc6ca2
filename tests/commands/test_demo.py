"""`manage.py demo`: the newsroom a new user first sees."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command, get_commands
from django.db import transaction
from django.test import override_settings

from stories.models import Byline, Desk, Draft, Photo, Story, Version
from stories.permissions import ADMIN, DESK_EDITOR, REPORTER, may_read, roles_of
from stories.photos.iptc import read_iptc
from stories.queries.blockers import blockers
from stories.queries.reviews import last_verdict
from stories.services.demo import load_demo
from stories.wire.label import Kind
from stories.wire.states import DraftState

NOW = datetime(2026, 7, 1, 5, 0, tzinfo=UTC)  # 14:00 on a Wednesday in Seoul
FOLDER = django_settings.BASE_DIR / "demo"


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("photos")


@pytest.fixture(scope="class")
def newsroom(django_db_setup: None, django_db_blocker: Any, media: Path) -> Iterator[None]:
    """The demo, loaded once for the tests of a class and rolled back after them."""
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        load_demo(folder=FOLDER, password="hanbit-demo", now=NOW)
        yield
        transaction.set_rollback(True)


class TestTheLoadedNewsroom:
    pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]

    def story(self, slugline: str) -> Story:
        return Story.objects.get(slugline=slugline)

    def kinds(self, slugline: str) -> list[tuple[str, int, int]]:
        rows = self.story(slugline).versions.order_by("sequence")
        return list(rows.values_list("kind", "lead_number", "correction_number"))

    def test_there_are_three_desks_eight_people_and_fourteen_stories(self) -> None:
        assert (Desk.objects.count(), User.objects.count(), Story.objects.count()) == (3, 8, 14)

    @pytest.mark.parametrize(("username", "role"), [("reporter", REPORTER), ("desk", DESK_EDITOR), ("admin", ADMIN)])
    def test_each_role_has_somebody_who_can_sign_in(self, username: str, role: str, client: Any) -> None:
        assert client.login(username=username, password="hanbit-demo")
        assert roles_of(User.objects.get(username=username)) == {role}

    def test_everybody_has_a_byline_with_a_korean_name(self) -> None:
        bylines = Byline.objects.exclude(user=None)
        assert bylines.count() == 8
        assert all("가" <= letter <= "힣" for byline in bylines for letter in byline.native_name)

    def test_the_admin_comes_into_djangos_admin_and_the_others_do_not(self) -> None:
        assert [user.username for user in User.objects.filter(is_staff=True)] == ["admin"]
        assert not User.objects.filter(is_superuser=True).exists()

    def test_the_big_story_runs_from_urgent_to_4th_ld(self) -> None:
        leads = [("lead", number, 0) for number in range(1, 5)]
        assert self.kinds("barge-bridge") == [("urgent", 0, 0), ("first", 0, 0), *leads]
        rows = self.story("barge-bridge").versions.order_by("sequence")
        assert list(rows.values_list("photo_count", flat=True)) == [0, 0, 1, 2, 2, 3]
        counts = list(rows.values_list("word_count", flat=True))
        assert counts == sorted(counts)

    def test_a_caption_is_edited_while_its_photo_stays(self) -> None:
        uses = [
            version.photos.get(position=0) for version in self.story("barge-bridge").versions.filter(sequence__gt=2)
        ]
        assert len({use.photo_id for use in uses}) == 1
        assert len({use.caption for use in uses}) == 3

    def test_one_story_has_a_correction_of_its_lead(self) -> None:
        assert self.kinds("Narae-Cell-earnings")[-1] == (Kind.CORRECTION, 1, 1)

    def test_one_story_is_killed(self) -> None:
        assert self.story("Dasom-plant").status == Story.Status.KILLED
        assert self.kinds("Dasom-plant")[-1][0] == Kind.KILL

    def test_one_story_is_under_embargo_until_later(self, reporter_of: User, desk_of: User) -> None:
        story = self.story("growth-outlook")
        assert story.embargo_until == NOW + timedelta(hours=3)
        assert not may_read(reporter_of, story, NOW)
        assert may_read(desk_of, story, NOW)

    @pytest.fixture
    def reporter_of(self) -> User:
        return User.objects.get(username="reporter")

    @pytest.fixture
    def desk_of(self) -> User:
        return User.objects.get(username="desk")

    def test_one_story_is_an_urgent_only(self) -> None:
        assert self.kinds("Ulleung-quake") == [("urgent", 0, 0)]

    def test_one_story_has_a_qualifier(self) -> None:
        assert self.story("island-teachers").current_version.qualifiers == ["News Focus"]

    def test_one_story_mixes_korean_into_its_copy(self) -> None:
        assert "혼저 옵서" in self.story("Jeju-words").current_version.body

    def test_one_story_is_only_a_draft_on_a_desk_where_who_writes_files(self) -> None:
        draft = Draft.objects.get(closed_at=None, state=DraftState.DRAFT)
        assert (draft.story.slugline, draft.story.desk.approval) == ("bus-fuel", Desk.Approval.NONE)
        assert self.kinds("bus-fuel") == []

    def test_one_desk_approves_first_and_has_leads_in_every_state(self) -> None:
        desk = Desk.objects.get(approval=Desk.Approval.DESK)
        assert (desk.code, desk.four_eyes, desk.history.count()) == ("pol", True, 2)
        drafts = Draft.objects.filter(closed_at=None, story__desk=desk).order_by("story__slugline")
        assert [(draft.story.slugline, draft.state) for draft in drafts] == [
            ("county-merger", DraftState.RETURNED),
            ("port-levy", DraftState.SUBMITTED),
            ("school-lunch-vote", DraftState.APPROVED),
            ("towing-bill", DraftState.SUBMITTED),
        ]
        returned = last_verdict(drafts[0])
        assert (returned.decided_by.username, bool(returned.reason)) == ("desk", True)
        assert drafts[3].based_on == self.story("towing-bill").current_version
        assert drafts[3].photos.count() == 1

    def test_what_is_approved_may_be_filed_and_what_waits_may_not(self, reporter_of: User) -> None:
        ready, waits = (self.story(name).drafts.get() for name in ("school-lunch-vote", "port-levy"))
        assert blockers(ready, reporter_of, NOW) == ()
        assert [blocker.code for blocker in blockers(waits, reporter_of, NOW)] == ["waiting"]

    def test_filings_lie_within_the_last_day_in_their_order(self) -> None:
        for story in Story.objects.all():
            times = list(story.versions.order_by("sequence").values_list("filed_at", flat=True))
            assert times == sorted(set(times))
            assert story.moved_at <= NOW
        filed = Version.objects.values_list("filed_at", flat=True)
        assert NOW - timedelta(days=1) <= min(filed) <= max(filed) <= NOW

    def test_datelines_are_of_the_day_the_story_began(self) -> None:
        assert self.story("barge-bridge").current_version.dateline == "TONGYEONG, South Korea, July 1 (Hanbit) --"
        assert self.story("cup-final").current_version.dateline == "BUSAN, June 30 (Hanbit) --"
        assert "Wednesday" in self.story("barge-bridge").current_version.body

    def test_photos_carry_caption_and_credit_inside(self, media: Path) -> None:
        photos = list(Photo.objects.all())
        assert len(photos) == 11
        for photo in photos:
            data = (media / photo.file.name).read_bytes()
            words = read_iptc(data)
            assert words.caption == f"{photo.caption} {photo.credit}"
            assert (words.credit, words.city) == ("Hanbit", photo.place)
            assert photo.caption.encode() in data.replace(words.caption.encode(), b"", 1)
            assert photo.alt_text

    @pytest.mark.skipif("verify_archive" not in get_commands(), reason="needs the verify_archive command")
    def test_the_archive_verifies(self) -> None:
        call_command("verify_archive", stdout=io.StringIO())

    def test_a_second_load_is_refused(self) -> None:
        with pytest.raises(CommandError, match="loads into an empty one only"):
            call_command("demo")
        assert Story.objects.count() == 14


@pytest.fixture
def empty(db: None, settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_the_command_prints_the_logins(empty: Path) -> None:
    out = io.StringIO()
    call_command("demo", stdout=out)
    assert "reporter, noh, desk, admin" in out.getvalue()
    assert "hanbit-demo" in out.getvalue()


@pytest.mark.parametrize("there", ["desk", "reporter"])
def test_a_newsroom_with_anything_in_it_is_refused(there: str, empty: Path, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue(there)
    with pytest.raises(CommandError, match="already has"):
        call_command("demo")
    assert not Story.objects.exists()


def test_production_wants_it_said_aloud(empty: Path, settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="--known-password"):
        call_command("demo")
    assert not User.objects.exists()
    call_command("demo", "--known-password", stdout=io.StringIO())
    assert Story.objects.count() == 14


def test_a_load_that_fails_half_way_leaves_the_newsroom_empty(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> bytes:
        raise OSError("No space left on device")

    monkeypatch.setattr("stories.services.demo.photo_file", broken)
    with pytest.raises(OSError, match="No space"):
        call_command("demo")
    assert not User.objects.exists()
    assert not Version.objects.exists()
