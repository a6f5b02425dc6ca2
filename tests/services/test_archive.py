"""Changes made behind the triggers' back, each found and named."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from stories import dbobjects
from stories.models import Desk, Draft, Photo, Story, Submission, Version, VersionPhoto
from stories.services import archive
from stories.services.archive import Break, verify_archive
from stories.services.drafting import DraftText
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.manifest import UnreadableManifest, read_manifest, write_manifest
from stories.services.opening import open_story
from stories.services.sealing import BESIDE, SEALED

pytestmark = pytest.mark.django_db

LENGTH = 5


@pytest.fixture
def chains(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> list[Story]:
    """Three stories of five versions, each version with two captions, one of them with its picture."""
    stories = [open_story(actor=reporter, now=now, desk=desk, slugline=f"Story-{number}") for number in range(3)]
    photo = Photo.objects.create(
        sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights="Any use.", added_at=now
    )
    for story in stories:
        base = None
        for number in range(LENGTH):
            uses = (PhotoUse(photo, f"Caption {number}.", "(Hanbit)"), PhotoUse(None, "The mayor."))
            typed = text(headline=f"Version {number}")
            base = file_version(story=story, based_on=base, text=typed, photos=uses, actor=reporter, now=now)
    return stories


@pytest.fixture
def tamper(chains: list[Story]) -> Callable[..., list[Break]]:
    """Make a change with the triggers off, put them back, and return what the walk finds."""

    def change(work: Callable[[Any], Any], **asked: Any) -> list[Break]:
        dbobjects.drop(using="default")
        work(Version.objects.filter(story=chains[1]))
        dbobjects.apply(using="default")
        return list(verify_archive(**asked).breaks)

    return change


def at(chain: Any, sequence: int) -> Any:
    return chain.filter(sequence=sequence)


def photos(chain: Any, sequence: int, position: int) -> Any:
    return VersionPhoto.objects.filter(version=at(chain, sequence).get(), position=position)


def swap(chain: Any) -> None:
    at(chain, 2).update(sequence=99)
    at(chain, 3).update(sequence=2)
    at(chain, 99).update(sequence=3)


def swap_photos(chain: Any) -> None:
    photos(chain, 3, 0).update(position=9)
    photos(chain, 3, 1).update(position=0)
    photos(chain, 3, 9).update(position=1)


TAMPERINGS: dict[str, tuple[Callable[[Any], Any], int, str]] = {
    "a word": (lambda chain: at(chain, 3).update(body="It cost 42 billion won."), 3, "not the ones sealed"),
    "a time": (lambda chain: at(chain, 3).update(filed_at="2026-03-09T05:30:00.000001Z"), 3, "not the ones sealed"),
    "a note": (lambda chain: at(chain, 1).update(note="x"), 1, "not the ones sealed"),
    "a caption": (lambda chain: photos(chain, 4, 0).update(caption="x"), 4, "not the ones sealed"),
    "a credit": (lambda chain: photos(chain, 4, 1).update(credit="(x)"), 4, "not the ones sealed"),
    "a picture": (lambda chain: photos(chain, 4, 0).update(photo=None), 4, "not the ones sealed"),
    "a photo's row": (lambda chain: photos(chain, 2, 1).delete(), 2, "has 1 photos; it was filed with 2"),
    "photos in another order": (swap_photos, 3, "not the ones sealed"),
    "a photo's place": (lambda chain: photos(chain, 3, 1).update(position=7), 3, "not in their places"),
    "a reordered pair": (swap, 2, "does not follow version 1"),
    "a version in the middle": (lambda chain: remove(chain, 3), 3, "missing: the next one there is version 4"),
    "the first version": (lambda chain: remove(chain, 1), 1, "missing: the next one there is version 2"),
    "a seal": (lambda chain: at(chain, 2).update(checksum="0" * 64), 2, "not the ones sealed"),
    "the seal before": (lambda chain: at(chain, 2).update(previous_checksum="0" * 64), 2, "does not follow version 1"),
    "a version moved to another story": (lambda chain: steal(chain), 6, "does not follow version 5"),
}


def remove(chain: Any, sequence: int) -> None:
    version = at(chain, sequence).get()
    Story.objects.filter(current_version=version).update(current_version=None)
    version.photos.all().delete()
    Version.objects.filter(pk=version.pk)._raw_delete("default")


def steal(chain: Any) -> None:
    other = Story.objects.exclude(pk=chain.first().story_id).first()
    at(chain, 5).update(story=other, sequence=6, lead_number=9)


def test_an_untouched_archive_holds(chains: list[Story]) -> None:
    found = verify_archive()
    assert (found.stories, found.versions, found.holds) == (3, 3 * LENGTH, True)


def test_an_empty_archive_holds() -> None:
    assert verify_archive().holds


def test_chains_hold_however_they_fall_into_batches(chains: list[Story], monkeypatch: pytest.MonkeyPatch) -> None:
    for size in (1, 2, 4, 5, 7):
        monkeypatch.setattr(archive, "BATCH", size)
        found = verify_archive()
        assert (found.versions, found.holds) == (3 * LENGTH, True)


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_change_behind_the_triggers_is_found_and_named(tamper: Callable[..., list[Break]], name: str) -> None:
    work, sequence, what = TAMPERINGS[name]
    (found,) = tamper(work)
    assert found.sequence == sequence
    assert what in found.what
    assert found.story in str(found)


@pytest.mark.parametrize("column", [name for name in SEALED if name not in ("story_id", "sequence", "photo_count")])
def test_every_column_is_under_the_seal(tamper: Callable[..., list[Break]], column: str) -> None:
    """Set to what it may hold and does not: whatever the column, version 3 of the story is named."""
    field = next(field for field in Version._meta.concrete_fields if field.attname == column)
    value: Any = "z"
    if field.related_model is Submission:
        value = handed_in().pk
    elif field.is_relation:
        value = User.objects.create(username="somebody").pk
    elif "Integer" in field.get_internal_type():
        value = 77
    elif field.get_internal_type() == "DateTimeField":
        value = "2020-02-02T02:02:02Z"
    elif field.get_internal_type() == "JSONField":
        value = ["z"]
    if column in ("kind", "lead_number", "correction_number"):
        change = {"kind": "correction", "lead_number": 77, "correction_number": 77}
    else:
        change = {column: value}
    (found,) = tamper(lambda chain: at(chain, 3).update(**change))
    assert found.sequence == 3


def handed_in() -> Submission:
    """A submission that no version came of."""
    story = Story.objects.order_by("pk")[0]
    actor, now = story.opened_by, story.opened_at
    draft = Draft.objects.create(story=story, opened_by=actor, opened_at=now, saved_by=actor, saved_at=now)
    columns = {"story": story, "number": 1, "revision": 1, "submitted_by": actor, "submitted_at": now}
    return Submission.objects.create(draft=draft, **columns)


def test_only_keys_and_seals_lie_beside_the_seal() -> None:
    assert {*SEALED, *BESIDE} == {field.attname for field in Version._meta.concrete_fields}
    assert {"id", "checksum", "previous_checksum"} == BESIDE


def test_a_removed_tail_shows_only_beside_a_manifest(tamper: Callable[..., list[Break]], heads: Path) -> None:
    assert tamper(lambda chain: remove(chain, 5)) == []
    (found,) = verify_archive(manifest=read_manifest(heads)).breaks
    assert (found.sequence, found.what) == (5, "gone: the manifest has 5 versions")


def test_a_removed_story_shows_beside_a_manifest(tamper: Callable[..., list[Break]], heads: Path) -> None:
    manifest = read_manifest(heads)
    (found,) = tamper(lambda chain: [remove(chain, number) for number in range(1, 6)], manifest=manifest)
    assert found.what == "gone with all 5 versions of the story"


def test_a_chain_sealed_anew_shows_beside_a_manifest(chains: list[Story], heads: Path) -> None:
    manifest = read_manifest(heads)
    head = manifest[chains[1].pk]
    manifest[chains[1].pk] = type(head)(head.sequence, "0" * 64)
    (found,) = verify_archive(manifest=manifest).breaks
    assert (found.story, found.sequence) == (chains[1].pk, 5)
    assert "sealed anew" in found.what


def test_a_chain_that_grew_since_its_manifest_holds(
    chains: list[Story], heads: Path, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    base = Version.objects.get(story=chains[0], sequence=LENGTH)
    file_version(story=chains[0], based_on=base, text=text(headline="More"), actor=reporter, now=now)
    assert verify_archive(manifest=read_manifest(heads)).holds


def test_missing_triggers_are_told(chains: list[Story]) -> None:
    dbobjects.drop(using="default")
    found = verify_archive()
    assert (found.breaks, found.holds) == ((), False)
    assert "stories_version_follows" in found.unguarded


@pytest.fixture
def heads(chains: list[Story], tmp_path: Path, now: datetime) -> Path:
    """A manifest written while all was well."""
    path = tmp_path / "heads"
    assert write_manifest(path=path, now=now) == len(chains)
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "its first line"),
        ("# Writethru heads now\n", "cut short"),
        ("# Writethru heads now\nabc 1 xyz\n# heads: 1\n", "line 2"),
        (f"# Writethru heads now\nabc 1 {'0' * 64}\n", "cut short"),
        (f"# Writethru heads now\nabc 1 {'0' * 64}\n# heads: 2\n", "cut short"),
        ("\xff", "its first line"),
    ],
)
def test_a_manifest_that_is_none_or_is_cut_short_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "heads"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(UnreadableManifest, match=message):
        read_manifest(path)


def test_walking_takes_two_queries_a_batch(chains: list[Story], django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(4):  # one batch and its photos, the end, the triggers
        verify_archive(using=connection.alias)
