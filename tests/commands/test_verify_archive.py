"""`manage.py verify_archive`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from stories import dbobjects
from stories.models import Version

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("verify_archive", *map(str, arguments), stdout=out)
    return out.getvalue()


def fails(code: int, *arguments: object) -> str:
    """What the command prints and says when it ends with this exit code."""
    out = StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("verify_archive", *map(str, arguments), stdout=out)
    assert failure.value.returncode == code
    return out.getvalue() + str(failure.value)


@pytest.fixture
def tampered(first: Version) -> Version:
    dbobjects.drop(using="default")
    Version.objects.update(headline="changed")
    dbobjects.apply(using="default")
    return first


def test_an_archive_that_holds_is_counted(first: Version) -> None:
    assert "1 stories, 1 versions in" in run()
    assert "all hold" in run()


def test_a_changed_version_is_named_and_the_exit_code_tells(tampered: Version) -> None:
    out = fails(1)
    assert f"story {tampered.story_id}, version 1: its text, times, names or captions are not the ones sealed" in out
    assert "1 do not hold" in out


def test_heads_are_written_and_checked_against(first: Version, tmp_path: Path) -> None:
    path = tmp_path / "heads"
    assert "1 heads written" in run("--write-manifest", path)
    assert first.checksum in path.read_text()
    assert "all hold" in run("--manifest", path)


def test_no_heads_are_written_of_an_archive_that_does_not_hold(tampered: Version, tmp_path: Path) -> None:
    fails(1, "--write-manifest", tmp_path / "heads")
    assert list(tmp_path.iterdir()) == []


def test_missing_triggers_are_told_with_what_puts_them_back(first: Version) -> None:
    dbobjects.drop(using="default")
    out = fails(1)
    assert "stories_version_follows" in out
    assert "migrate" in out


def test_a_manifest_that_cannot_be_read_has_an_exit_code_of_its_own(first: Version, tmp_path: Path) -> None:
    assert "No such file" in fails(2, "--manifest", tmp_path / "absent")
    (tmp_path / "other").write_text("x")
    assert "no manifest of heads" in fails(2, "--manifest", tmp_path / "other")


def test_a_manifest_that_cannot_be_written_says_why(first: Version, tmp_path: Path) -> None:
    assert "No such file" in fails(2, "--write-manifest", tmp_path / "absent" / "heads")
