"""What a person may not see is not there."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import Http404

from stories.models import Draft, Photo, Story, Version
from stories.queries.doors import draft_for, photo_for, picture_for, story_for, version_for, writable_draft_for
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.opening import open_story

pytestmark = pytest.mark.django_db

Queries = Callable[..., Any]


@pytest.fixture
def photo(now: datetime) -> Photo:
    return Photo.objects.create(
        sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights="Any use.", added_at=now
    )


@pytest.fixture
def filed(story: Story, reporter: User, now: datetime, text: Callable[..., DraftText], photo: Photo) -> Version:
    """A version with a photo, and the next draft open."""
    uses = [PhotoUse(photo, "The tunnel.", "(Hanbit)")]
    version = file_version(story=story, based_on=None, text=text(), photos=uses, actor=reporter, now=now)
    open_draft(story=story, actor=reporter, now=now)
    return version


DOORS: dict[str, Callable[[User, Version, datetime], Any]] = {
    "story": lambda person, version, now: story_for(person, version.story_id, now),
    "version": lambda person, version, now: version_for(person, version.story_id, 1, now),
    "draft": lambda person, version, now: draft_for(person, version.story_id, now),
    "writable draft": lambda person, version, now: writable_draft_for(person, version.story_id, now),
    "photo": lambda person, version, now: photo_for(person, "a" * 64, now),
}


@pytest.mark.parametrize("door", DOORS)
def test_everybody_with_a_role_comes_in(door: str, filed: Version, other_reporter: User, now: datetime) -> None:
    assert DOORS[door](other_reporter, filed, now)


@pytest.mark.parametrize("door", ["version", "draft"])
def test_photos_come_along(
    door: str, filed: Version, reporter: User, now: datetime, django_assert_num_queries: Queries
):
    row = DOORS[door](reporter, filed, now)

    with django_assert_num_queries(0):
        (use,) = row.photos.all()
        assert (use.photo.sha256, use.caption) == ("a" * 64, "The tunnel.")
        assert getattr(use, door) is row


@pytest.mark.parametrize("door", DOORS)
def test_for_an_outsider_nothing_is_there(door: str, filed: Version, outsider: User, now: datetime) -> None:
    with pytest.raises(Http404):
        DOORS[door](outsider, filed, now)


@pytest.mark.parametrize("door", DOORS)
def test_before_its_embargo_ends_a_story_is_there_for_its_own_people_and_the_desk(
    door: str, filed: Version, reporter: User, other_reporter: User, desk_editor: User, admin: User, now: datetime
) -> None:
    Story.objects.update(embargo_until=now + timedelta(minutes=1))
    for person in (reporter, desk_editor, admin):
        assert DOORS[door](person, filed, now)
    with pytest.raises(Http404):
        DOORS[door](other_reporter, filed, now)
    assert DOORS[door](other_reporter, filed, now + timedelta(minutes=1))


def test_what_is_absent_and_what_is_held_are_told_alike(filed: Version, other_reporter: User, now: datetime) -> None:
    Story.objects.update(embargo_until=now + timedelta(minutes=1))
    messages = set()
    for pk in (filed.story_id, "nosuchstor"):
        with pytest.raises(Http404) as refusal:
            story_for(other_reporter, pk, now)
        messages.add(str(refusal.value))
    assert len(messages) == 1


@pytest.mark.parametrize("sequence", [0, 2, 10**12])
def test_a_version_that_was_never_filed_is_not_there(
    filed: Version, reporter: User, now: datetime, sequence: int
) -> None:
    with pytest.raises(Http404):
        version_for(reporter, filed.story_id, sequence, now)


@pytest.mark.parametrize("pk", ["", "x" * 500, "가나다", "a'; --", "a\x00"])
def test_odd_keys_are_not_there(reporter: User, now: datetime, pk: str) -> None:
    with pytest.raises(Http404):
        story_for(reporter, pk, now)


def test_a_closed_draft_is_not_there(filed: Version, reporter: User, now: datetime) -> None:
    Draft.objects.update(closed_at=now)
    with pytest.raises(Http404):
        draft_for(reporter, filed.story_id, now)


def test_a_killed_storys_draft_is_read_and_not_written(filed: Version, reporter: User, now: datetime) -> None:
    Story.objects.update(status=Story.Status.KILLED)
    assert draft_for(reporter, filed.story_id, now)
    with pytest.raises(Http404):
        writable_draft_for(reporter, filed.story_id, now)


def test_a_photo_nobody_uses_yet_is_the_whole_newsrooms(filed: Version, other_reporter: User, now: datetime) -> None:
    other = Photo.objects.create(sha256="b" * 64, file="b.jpg", width=4, height=3, bytes=9, added_at=now)
    assert photo_for(other_reporter, other.sha256, now) == other
    assert picture_for(other_reporter, other.sha256, now) == other


def test_a_photo_chosen_for_a_held_story_is_held_with_it(
    filed: Version, reporter: User, other_reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    other = Photo.objects.create(sha256="b" * 64, file="b.jpg", width=4, height=3, bytes=9, added_at=now)
    draft = draft_for(reporter, filed.story_id, now)
    save_draft(draft=draft, revision=1, text=text(), photos=[PhotoUse(other)], actor=reporter, now=now)
    Story.objects.update(embargo_until=now + timedelta(minutes=1))
    assert photo_for(reporter, other.sha256, now) == other
    with pytest.raises(Http404):
        photo_for(other_reporter, other.sha256, now)
    Photo.objects.filter(pk=other.pk).update(added_by=other_reporter)
    assert photo_for(other_reporter, other.sha256, now) == other


def test_a_photo_of_a_held_story_is_there_where_another_story_runs_it_too(
    filed: Version, reporter: User, other_reporter: User, now: datetime, text: Callable[..., DraftText], photo: Photo
) -> None:
    Story.objects.update(embargo_until=now + timedelta(minutes=1))
    free = open_story(actor=reporter, now=now, desk=filed.story.desk, slugline="Harim-bridge")
    uses = [PhotoUse(photo, "The tunnel.", "(Hanbit)")]
    file_version(story=free, based_on=None, text=text(), photos=uses, actor=reporter, now=now)
    assert photo_for(other_reporter, photo.sha256, now) == photo


def test_before_a_photos_own_embargo_it_is_there_for_the_desk_and_who_added_or_runs_it(
    filed: Version, photo: Photo, reporter: User, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    Photo.objects.update(embargo_until=now + timedelta(hours=1))
    for person in (desk_editor, reporter):  # the reporter's draft has it
        assert photo_for(person, photo.sha256, now) == photo
    with pytest.raises(Http404):
        photo_for(other_reporter, photo.sha256, now)
    assert photo_for(other_reporter, photo.sha256, now + timedelta(hours=1)) == photo


def test_a_withdrawn_photos_picture_is_the_desks_alone_and_its_page_everybodys(
    filed: Version, photo: Photo, reporter: User, desk_editor: User, now: datetime
) -> None:
    Photo.objects.update(withdrawn_at=now, withdrawn_by=desk_editor, withdrawn_reason="Wrong person")
    assert photo_for(reporter, photo.sha256, now) == photo
    assert picture_for(desk_editor, photo.sha256, now) == photo
    with pytest.raises(Http404):
        picture_for(reporter, photo.sha256, now)


def test_a_version_with_its_photos_takes_three_queries(
    filed: Version, reporter: User, now: datetime, django_assert_num_queries: Queries
) -> None:
    with django_assert_num_queries(3):  # story, version, photos; the roles are known
        version = version_for(reporter, filed.story_id, 1, now)
        assert [use.photo.sha256 for use in version.photos.all()] == ["a" * 64]
        assert version.story.desk.name == "Politics"
