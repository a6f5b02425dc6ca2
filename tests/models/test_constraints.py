"""What the database itself refuses, whoever asks."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from stories.models import DraftPhoto, Photo, Story, Version, VersionPhoto
from stories.services.drafting import open_draft

pytestmark = pytest.mark.django_db


def version(first: Version, **changes: Any) -> Version:
    """A second version that would fit, with these columns changed."""
    columns = {field.attname: getattr(first, field.attname) for field in Version._meta.concrete_fields}
    fitting = {"id": None, "sequence": 2, "kind": "lead", "lead_number": 1, "previous_checksum": first.checksum}
    return Version(**columns | fitting | changes)


def test_a_version_that_follows_is_taken(first: Version) -> None:
    version(first).save()


@pytest.mark.parametrize(
    "changes",
    [
        {"sequence": 1},
        {"sequence": 0},
        {"sequence": 3},
        {"previous_checksum": ""},
        {"previous_checksum": "0" * 64},
        {"kind": "first", "lead_number": 0},
        {"kind": "first", "lead_number": 1},
        {"kind": "urgent", "lead_number": 1},
        {"kind": "urgent", "lead_number": 0, "correction_number": 1},
        {"kind": "lead", "lead_number": 0},
        {"kind": "lead", "lead_number": 1, "correction_number": 1},
        {"kind": "correction", "lead_number": 0, "correction_number": 0},
        {"kind": "kill", "lead_number": 1},
    ],
)
def test_a_version_out_of_its_chain_or_with_counters_that_do_not_fit_is_refused(
    first: Version, changes: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        version(first, **changes).save()


def test_a_filing_key_is_used_once_in_a_story(first: Version) -> None:
    second = version(first, filing_key="key")
    second.save()
    third = version(second, sequence=3, lead_number=2, filing_key="key", previous_checksum=second.checksum)
    with pytest.raises(IntegrityError), transaction.atomic():
        third.save()


def test_a_version_filed_without_photos_takes_none(first: Version) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        VersionPhoto.objects.create(version=first, position=0, caption="Late")


@pytest.mark.parametrize("urgency", [0, 10])
def test_urgency_runs_from_one_to_nine(story: Story, urgency: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.update(urgency=urgency)


def test_one_picture_is_kept_once(now: datetime) -> None:
    columns = {"sha256": "a" * 64, "file": "a.jpg", "width": 4, "height": 3, "bytes": 9, "added_at": now}
    Photo.objects.create(**columns)
    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.create(**columns)


def test_a_photo_that_never_ran_may_be_deleted(now: datetime) -> None:
    columns = {"file": "a.jpg", "width": 4, "height": 3, "bytes": 9, "added_at": now}
    Photo.objects.create(sha256="a" * 64, **columns).delete()
    assert not Photo.objects.exists()


def test_a_place_in_a_draft_holds_one_photo(story: Story, reporter: User, now: datetime) -> None:
    draft = open_draft(story=story, actor=reporter, now=now)
    DraftPhoto.objects.create(draft=draft, position=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftPhoto.objects.create(draft=draft, position=0)
