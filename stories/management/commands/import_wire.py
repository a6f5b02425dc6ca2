"""Bring filed wire texts into the record: `manage.py import_wire FILE... [--desk CODE] [--by USERNAME] [--dry-run]`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from stories.models import Desk
from stories.permissions import may_import
from stories.roles import ADMIN
from stories.services.importing import (
    ImportedStory,
    ImportPlan,
    Placed,
    PlannedFile,
    import_stories,
    place_stories,
    read_files,
)
from stories.services.refusals import Refused
from stories.wire.label import label_text


class Command(BaseCommand):
    help = (
        "Read files of filed wire copy, in any order and with gaps, and build each story's chain of them. "
        "All are saved or none; what is already in the record is skipped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--desk", metavar="CODE", help="The desk of stories that are new here; not needed where there is one."
        )
        parser.add_argument("--by", metavar="USERNAME", help="Who brings them in; the first admin where left out.")
        parser.add_argument("--dry-run", action="store_true", help="Show what would become of each file; save nothing.")

    def handle(
        self, *, files: list[Path], desk: str | None, by: str | None, dry_run: bool = False, **options: Any
    ) -> None:
        plan = read_files([(path.name, _bytes(path)) for path in files])
        for file in plan.files:
            self._show(file)
        self._show_groups(plan)
        actor, now = _person(by), timezone.now()
        placed = place_stories(plan=plan, actor=actor, now=now)
        if dry_run:
            self._show_places(plan, placed)
            return
        answers = _desk(desk, [one.planned.slugline for one in placed if one.story is None])
        try:
            result = import_stories(plan=plan, desk=answers, actor=actor, now=now)
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        for imported in result.stories:
            self._show_result(imported)

    def _show(self, file: PlannedFile) -> None:
        label = label_text(file.label) or "first filing"
        self.stdout.write(f"{file.name}: {file.refusal or f'{label}, {file.story.headline} [{file.encoding}]'}")
        for problem in file.problems:
            where = f"line {problem.line}: " if problem.line else ""
            self.stdout.write(f"    {where}{problem.message} {problem.text[:80]}".rstrip())

    def _show_groups(self, plan: ImportPlan) -> None:
        for planned in plan.stories:
            if planned.reason:
                names = ", ".join(file.name for file in planned.files)
                self.stdout.write(f"{planned.slugline}: {names} are one story: {planned.reason}.")
            if planned.derived:
                self.stdout.write(f"{planned.slugline}: no slugline in the copy; this one is made from the headline.")

    def _show_places(self, plan: ImportPlan, placed: Sequence[Placed]) -> None:
        for file in plan.refused:
            self.stdout.write(f"{file.name} cannot come in: {file.refusal}")
        for one in placed:
            where = f"/stories/{one.story.pk}/" if one.story else "a new story"
            for place in one.places:
                fate = f"skipped: {place.skipped}" if place.skipped else f"would be added to {where}"
                fate = f"cannot come in: {place.refused}" if place.refused else fate
                self.stdout.write(f"{one.planned.slugline}: {place.file.name} {fate}.")
        self.stdout.write("Nothing was saved.")

    def _show_result(self, imported: ImportedStory) -> None:
        where = "a new story" if imported.created else "the story that is here"
        labels = ", ".join(label_text(version.label) or "first filing" for version in imported.added)
        added = f"{len(imported.added)} added to {where} ({labels})" if imported.added else "nothing new"
        self.stdout.write(self.style.SUCCESS(f"{imported.story.slugline} /stories/{imported.story.pk}/: {added}."))
        for name, why in imported.skipped:
            self.stdout.write(f"    {name} skipped: {why}.")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error


def _desk(code: str | None, new: Sequence[str]) -> Desk:
    """The desk of the stories with these sluglines, which are new; any where none is, as each here has its own."""
    desks = list(Desk.objects.order_by("name"))
    found = [desk for desk in desks if desk.code == code]
    if found:
        return found[0]
    if code is None and desks and (len(desks) == 1 or not new):
        return desks[0]
    codes = ", ".join(desk.code for desk in desks) or "none yet: an admin adds them at /admin/"
    wanted = (
        f"Say which desk answers for {', '.join(new)}" if code is None and new else f"No desk {code or ''}".rstrip()
    )
    raise CommandError(f"{wanted}: --desk CODE, one of {codes}.")


def _person(username: str | None) -> User:
    active = User.objects.filter(is_active=True)
    if username is None:
        admins = active.filter(is_superuser=True) | active.filter(groups__name=ADMIN)
        person = admins.distinct().order_by("pk").first()
    else:
        person = active.filter(username=username).first()
    if person is None:
        raise CommandError(
            "No such person: --by USERNAME, somebody with a role." if username else "No admin: --by USERNAME."
        )
    if not may_import(person):
        raise CommandError(f"{username} has no role, and so brings nothing in.")
    return person
