"""Check that nothing in the record was changed: `manage.py verify_archive [--manifest FILE]`."""

from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from stories.services.archive import Verification, verify_archive
from stories.services.manifest import Head, UnreadableManifest, read_manifest, write_manifest

MOST_SHOWN = 100


class Command(BaseCommand):
    help = (
        "Walk every story's chain of filed versions and name the first link that does not hold. "
        "Exit code 0: all of it holds; 1: something was changed; 2: the manifest cannot be read or written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--manifest", metavar="FILE", type=Path, help="Heads written earlier: shows a removed tail or story too."
        )
        parser.add_argument(
            "--write-manifest", metavar="FILE", type=Path, help="Write the heads, if all holds. Keep it elsewhere."
        )

    def handle(self, *, manifest: Path | None, write_manifest: Path | None, **options: Any) -> None:
        heads = _read(manifest) if manifest else None
        started = perf_counter()
        found = verify_archive(manifest=heads)
        self._show(found, perf_counter() - started)
        if not found.holds:
            raise CommandError("The archive does not hold.", returncode=1)
        if write_manifest:
            self._write(write_manifest)

    def _show(self, found: Verification, seconds: float) -> None:
        for broken in found.breaks[:MOST_SHOWN]:
            self.stdout.write(self.style.ERROR(str(broken)))
        if len(found.breaks) > MOST_SHOWN:
            self.stdout.write(f"... and {len(found.breaks) - MOST_SHOWN} more stories")
        if found.unguarded:
            names = ", ".join(found.unguarded)
            self.stdout.write(self.style.ERROR(f"Not guarded: {names}. `manage.py migrate` puts triggers back."))
        rate = f"{found.versions / max(seconds, 1e-9):,.0f} versions/s"
        end = "all hold" if found.holds else f"{len(found.breaks)} do not hold"
        self.stdout.write(f"{found.stories} stories, {found.versions} versions in {seconds:.1f} s ({rate}): {end}.")

    def _write(self, path: Path) -> None:
        try:
            count = write_manifest(path=path, now=timezone.now())
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.", returncode=2) from error
        self.stdout.write(f"{count} heads written to {path}.")


def _read(path: Path) -> dict[str, Head]:
    try:
        return read_manifest(path)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.", returncode=2) from error
    except UnreadableManifest as refusal:
        raise CommandError(refusal.message, returncode=2) from refusal
