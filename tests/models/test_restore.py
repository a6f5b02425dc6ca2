"""A dump of the record goes back into an empty database, guards and all."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from stories import dbobjects
from stories.models import Draft, Photo, Version
from stories.queries.archive_question import Question
from stories.queries.archive_search import search
from stories.services.archive import verify_archive
from stories.services.drafting import DraftText, open_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.manifest import read_manifest, write_manifest


@pytest.mark.django_db(transaction=True)
def test_a_dump_goes_back_whole_and_its_chains_hold(
    first: Version, reporter: User, now: datetime, text: Callable[..., DraftText], tmp_path: Path
) -> None:
    photo = Photo.objects.create(
        sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights="Any use.", added_at=now
    )
    uses = [PhotoUse(photo, "The tunnel.", "(Hanbit)"), PhotoUse(None, "The mayor.")]
    typed = text(headline="Later")
    file_version(story=first.story, based_on=first, text=typed, photos=uses, actor=reporter, now=now)
    open_draft(story=first.story, actor=reporter, now=now)
    write_manifest(path=tmp_path / "heads", now=now)
    dump = tmp_path / "dump.json"
    # Roles are made by every migration, under numbers of their own: people keep theirs by name.
    remade = ["contenttypes", "auth.permission", "auth.group"]
    call_command("dumpdata", exclude=remade, natural_foreign=True, output=str(dump))
    call_command("flush", interactive=False, verbosity=0)
    assert not Version.objects.exists()
    call_command("loaddata", str(dump), verbosity=0)
    found = verify_archive(manifest=read_manifest(tmp_path / "heads"))
    assert (found.versions, found.holds, dbobjects.missing(using="default")) == (2, True, ())
    assert Draft.objects.get().photos.count() == 2
    assert [hit.sequence for hit in search(reporter, now, Question(words="later")).hits] == [2]
