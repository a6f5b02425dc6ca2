"""`manage.py import_wire`."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from stories.models import Desk, Story, Version

pytestmark = pytest.mark.django_db

COPY = """(LEAD) Harim-tunnel

(LEAD) Mayor opens Harim tunnel

(ATTN: ADDS details)

By Rim Na-ra

HARIM, March 9 (Hanbit) -- The mayor opened the tunnel on Monday.

(END)
"""
SEED = Path(__file__).resolve().parents[3] / "shared" / "wire" / "seed-3rd-ld.txt"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "lead.txt"
    path.write_text(COPY)
    return path


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_wire", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_a_file_is_read_shown_and_saved(page: Path, desk: Desk, admin: User) -> None:
    out = run(page)
    assert "lead.txt: (LEAD), Mayor opens Harim tunnel [UTF-8]" in out
    assert "The page has no time" in out
    assert f"Harim-tunnel /stories/{Story.objects.get().pk}/: 1 added to a new story ((LEAD))." in out
    assert Version.objects.get().filed_by == admin


def test_the_same_file_again_is_skipped_and_says_so(page: Path, desk: Desk, admin: User) -> None:
    run(page)
    out = run(page)
    assert "nothing new" in out
    assert "lead.txt skipped: the (LEAD) is already here with this text, as version 1." in out


def test_the_desk_and_the_person_may_be_named(page: Path, desk: Desk, reporter: User) -> None:
    Desk.objects.create(name="Economy", code="eco")
    run(page, "--desk", "eco", "--by", "rim")
    assert (Story.objects.get().desk.code, Story.objects.get().opened_by) == ("eco", reporter)


def test_among_several_desks_one_must_be_named(page: Path, desk: Desk, admin: User) -> None:
    Desk.objects.create(name="Economy", code="eco")
    with pytest.raises(CommandError, match="answers for Harim-tunnel: --desk CODE, one of eco, pol"):
        run(page)


def test_a_story_that_is_here_needs_no_desk_however_many_there_are(page: Path, desk: Desk, admin: User) -> None:
    run(page)
    Desk.objects.create(name="Economy", code="eco")
    page.write_text(COPY.replace("(LEAD)", "(2nd LD)").replace("on Monday", "on Monday, a year late"))
    assert "1 added to the story that is here ((2nd LD))" in run(page)
    assert "nothing new" in run(page)
    assert Story.objects.get().desk == desk


def test_a_desk_that_is_not_there_is_an_error_even_where_none_is_needed(page: Path, desk: Desk, admin: User) -> None:
    run(page)
    with pytest.raises(CommandError, match="No desk eco: --desk CODE, one of pol"):
        run(page, "--desk", "eco")


def test_a_dry_run_shows_the_plan_and_saves_nothing(page: Path, tmp_path: Path, desk: Desk, admin: User) -> None:
    other = tmp_path / "list.txt"
    other.write_text("Milk, eggs, bread.")
    Desk.objects.create(name="Economy", code="eco")
    out = run(page, other, "--dry-run")
    assert "Harim-tunnel: lead.txt would be added to a new story." in out
    assert "list.txt cannot come in: No wire story" in out
    assert not Story.objects.exists()

    run(page, "--desk", "eco")
    out = run(page, "--dry-run")
    assert "lead.txt skipped: the (LEAD) is already here with this text, as version 1." in out
    assert Version.objects.count() == 1


@pytest.mark.parametrize("by", ["nobody", "guest"])
def test_a_person_unknown_or_without_a_role_brings_nothing_in(page: Path, desk: Desk, outsider: User, by: str) -> None:
    with pytest.raises(CommandError):
        run(page, "--by", by)
    assert not Story.objects.exists()


def test_without_an_admin_somebody_must_be_named(page: Path, desk: Desk) -> None:
    with pytest.raises(CommandError, match="--by USERNAME"):
        run(page)


def test_one_bad_file_stops_all_and_is_named(page: Path, tmp_path: Path, desk: Desk, admin: User) -> None:
    other = tmp_path / "list.txt"
    other.write_text("Milk, eggs, bread.")
    with pytest.raises(CommandError, match=r"Nothing was imported\. list\.txt: No wire story"):
        run(page, other)
    assert not Story.objects.exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path, desk: Desk, admin: User) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "absent.txt")


def test_a_whole_real_page_comes_in(desk: Desk, admin: User) -> None:
    if not SEED.exists():
        pytest.skip("the real page is not beside this checkout: shared/wire/seed-3rd-ld.txt")
    run(SEED)
    version = Version.objects.get()
    assert (version.lead_number, version.photo_count, version.imported_at is not None) == (3, 4, True)
    assert len(version.body.split("\n\n")) > 20
