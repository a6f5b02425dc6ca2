"""Every way we know to change a filed version, tried on the engine in use: none gets through."""

import json
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction

from stories import dbobjects
from stories.models import Photo, Story, Version, VersionPhoto
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version

pytestmark = pytest.mark.django_db

Ways = dict[str, Callable[[Version], Any]]


def sql(statement: str) -> Callable[[Version], None]:
    """Run a statement; {id}, {other} and {photo} are the version, the one after it, and its photo row."""

    def run(version: Version) -> None:
        names = {
            "id": version.pk,
            "other": version.story.versions.get(sequence=2).pk,
            "photo": version.photos.get(position=0).pk,
            "columns": ", ".join(field.column for field in Version._meta.concrete_fields),
            "changed": ", ".join(
                "'changed'" if field.column == "headline" else field.column for field in Version._meta.concrete_fields
            ),
        }
        with connection.cursor() as cursor:
            cursor.execute(statement.format(**names))

    return run


def changed(version: Version) -> Version:
    version.headline = "changed"
    return version


def loaddata(version: Version) -> None:
    text = StringIO()
    call_command("dumpdata", "stories.version", stdout=text)
    rows = json.loads(text.getvalue())
    rows[0]["fields"]["headline"] = "changed"
    path = version.story.opened_by.fixture_folder / "rows.json"
    path.write_text(json.dumps(rows))
    call_command("loaddata", str(path), verbosity=0)


def raw_delete(model: type[models.Model], pk: Any) -> None:
    """What a cascade in the database would do: no collector, no PROTECT; deferred checks run now."""
    rows = model.objects.filter(pk=pk)
    rows._raw_delete(rows.db)
    connection.check_constraints()


def upsert(version: Version) -> None:
    Version.objects.bulk_create(
        [changed(version)], update_conflicts=True, unique_fields=["id"], update_fields=["headline"]
    )


def upsert_photo(version: Version) -> None:
    photo = version.photos.get(position=0)
    photo.caption = "changed"
    VersionPhoto.objects.bulk_create([photo], update_conflicts=True, unique_fields=["id"], update_fields=["caption"])


def move_photo(version: Version) -> None:
    version.photos.filter(position=0).update(version=version.story.versions.get(sequence=2))


def replace_without_recursive_triggers(version: Version) -> None:
    """As another program's connection would: the pragma is each connection's own."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers = OFF")
        try:
            SQLITE["REPLACE INTO"](version)
        finally:
            cursor.execute("PRAGMA recursive_triggers = ON")


def swap_picture(version: Version) -> None:
    """Another picture under the photo's key: the version would show what it never ran with."""
    photo = version.photos.get(position=0).photo
    raw = {"sha256": "f" * 64, "file": photo.file.name, "width": 1, "height": 1, "bytes": 1}
    rows = Photo.objects.filter(pk=photo.pk)
    rows._raw_delete(rows.db)
    Photo.objects.bulk_create([Photo(pk=photo.pk, added_at=photo.added_at, **raw)])


EVERYWHERE: Ways = {
    "save": lambda version: changed(version).save(),
    "save of one field": lambda version: changed(version).save(update_fields=["headline"]),
    "save as another row": lambda version: Version(**{**_columns(version), "headline": "changed"}).save(
        force_update=True
    ),
    "delete": lambda version: version.delete(),
    "update of a queryset": lambda version: Version.objects.filter(pk=version.pk).update(headline="changed"),
    "update of every row": lambda version: Version.objects.update(note="changed"),
    "bulk_update": lambda version: Version.objects.bulk_update([changed(version)], ["headline"]),
    "bulk_create that updates": upsert,
    "update_or_create": lambda version: Version.objects.update_or_create(
        pk=version.pk, defaults={"headline": "changed"}
    ),
    "delete of a queryset": lambda version: Version.objects.filter(pk=version.pk).delete(),
    "delete without a collector": lambda version: raw_delete(Version, version.pk),
    "the story's other version moved here": lambda version: version.story.versions.filter(sequence=2).update(
        sequence=9
    ),
    "loaddata": loaddata,
    "raw UPDATE": sql("UPDATE stories_version SET headline = 'changed' WHERE id = {id}"),
    "raw UPDATE of its seal": sql("UPDATE stories_version SET checksum = previous_checksum WHERE id = {id}"),
    "raw UPDATE of its key": sql("UPDATE stories_version SET id = 4711 WHERE id = {id}"),
    "raw DELETE": sql("DELETE FROM stories_version WHERE id = {id}"),
    "raw DELETE of the tail": sql("DELETE FROM stories_version WHERE id = {other}"),
    "raw upsert": sql(
        "INSERT INTO stories_version ({columns}) SELECT {columns} FROM stories_version WHERE id = {id}"
        " ON CONFLICT (id) DO UPDATE SET headline = 'changed'"
    ),
    "cascade from the story": lambda version: raw_delete(Story, version.story_id),
    "delete of the story": lambda version: version.story.delete(),
    "cascade from the person": lambda version: raw_delete(User, version.filed_by_id),
    "delete of the person": lambda version: version.filed_by.delete(),
    "delete of the photo": lambda version: version.photos.get(position=0).photo.delete(),
    "cascade from the photo": lambda version: raw_delete(Photo, version.photos.get(position=0).photo_id),
    "a caption's save": lambda version: version.photos.filter(position=0).update(caption="changed"),
    "a caption's upsert": upsert_photo,
    "a caption's raw UPDATE": sql("UPDATE stories_versionphoto SET caption = 'changed' WHERE id = {photo}"),
    "a photo taken out": lambda version: version.photos.get(position=0).delete(),
    "a photo's raw DELETE": sql("DELETE FROM stories_versionphoto WHERE id = {photo}"),
    "a photo moved to another version": move_photo,
    "photos in another order": lambda version: version.photos.filter(position=0).update(position=7),
    "one photo more": lambda version: VersionPhoto.objects.create(version=version, position=5, caption="changed"),
    "another picture under the same name": lambda version: Photo.objects.update(sha256="f" * 64),
    "another picture under the same key": swap_picture,
    "a version without the one before it": lambda version: Version.objects.bulk_create(
        [Version(**{**_columns(version), "id": None, "sequence": 9, "lead_number": 9, "kind": "lead"})]
    ),
}
SQLITE: Ways = {
    "REPLACE INTO": sql(
        "REPLACE INTO stories_version ({columns}) SELECT {changed} FROM stories_version WHERE id = {id}"
    ),
    "REPLACE INTO without recursive triggers": replace_without_recursive_triggers,
    "UPDATE OR REPLACE": sql("UPDATE OR REPLACE stories_version SET id = {id} WHERE id = {other}"),
    "REPLACE INTO a caption": sql(
        "REPLACE INTO stories_versionphoto (id, version_id, photo_id, position, caption, credit)"
        " SELECT id, version_id, photo_id, position, 'changed', credit FROM stories_versionphoto WHERE id = {photo}"
    ),
    "UPDATE OR REPLACE of a photo's place": sql(
        "UPDATE OR REPLACE stories_versionphoto SET position = 1 WHERE id = {photo}"
    ),
    "REPLACE INTO the pictures": sql("REPLACE INTO stories_photo SELECT * FROM stories_photo"),
}
POSTGRESQL: Ways = {
    "TRUNCATE": sql("TRUNCATE stories_version CASCADE"),
    "TRUNCATE of the stories": sql("TRUNCATE stories_story CASCADE"),
    "TRUNCATE of the captions": sql("TRUNCATE stories_versionphoto"),
    "MERGE": sql(
        "MERGE INTO stories_version v USING (SELECT {id} AS id) n ON v.id = n.id"
        " WHEN MATCHED THEN UPDATE SET headline = 'changed'"
    ),
    "UPDATE through a CTE": sql(
        "WITH changed AS (UPDATE stories_version SET headline = 'changed' WHERE id = {id} RETURNING id) SELECT 1"
    ),
}
WAYS = EVERYWHERE | {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor]


def _columns(version: Version) -> dict[str, Any]:
    return {field.attname: getattr(version, field.attname) for field in Version._meta.concrete_fields}


def snapshot() -> list[Any]:
    """All that a filed version is, pictures included."""
    versions = list(Version.objects.order_by("pk").values())
    return [versions, list(VersionPhoto.objects.order_by("pk").values()), list(Photo.objects.values("pk", "sha256"))]


@pytest.fixture
def filed(story: Story, reporter: User, now: datetime, text: Callable[..., Any], tmp_path: Any) -> Version:
    """The first of two versions, with two photos."""
    photo = Photo.objects.create(
        sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights="Any use.", added_at=now
    )
    uses = (PhotoUse(photo, "The tunnel on Monday.", "(Hanbit)"), PhotoUse(None, "The mayor.", "(pool photo)"))
    version = file_version(story=story, based_on=None, text=text(), photos=uses, actor=reporter, now=now)
    file_version(story=story, based_on=version, text=text(headline="Later"), actor=reporter, now=now)
    version = Version.objects.select_related("story__opened_by").get(pk=version.pk)
    version.story.opened_by.fixture_folder = tmp_path
    return version


@pytest.mark.parametrize("way", WAYS)
def test_a_filed_version_refuses_every_change(filed: Version, way: str) -> None:
    before = snapshot()
    with pytest.raises(DatabaseError), transaction.atomic():
        WAYS[way](filed)
    assert snapshot() == before


def test_there_are_more_than_twenty_ways_to_refuse() -> None:
    assert len(WAYS) > 20


@pytest.mark.parametrize("way", ["raw UPDATE", "a caption's save", "a photo moved to another version", "bulk_update"])
def test_without_the_triggers_the_same_change_goes_through(filed: Version, way: str) -> None:
    """So the refusals above are the triggers' doing, and these tests can fail."""
    before = snapshot()
    dbobjects.drop(using="default")
    WAYS[way](filed)
    assert snapshot() != before
