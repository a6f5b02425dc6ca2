"""The record's side of the drill, in the newsroom's own process: `prepare` it, or `check` it against what was said.

Run by benchmarks.drill. `prepare N` migrates, makes N reporters with a story each, and prints
{username: story}. `check` reads {story: {"saves": [...], "filings": [[key, sequence], ...]}}
and prints what of it is not there.
"""

import json
import sys
from collections import Counter

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402 - models can be imported once Django is set up
from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.drill_writers import PASSWORD  # noqa: E402
from stories.models import Desk, Draft, Version  # noqa: E402
from stories.roles import REPORTER  # noqa: E402
from stories.services.archive import verify_archive  # noqa: E402
from stories.services.opening import open_story  # noqa: E402
from stories.wire.grafs import split_grafs  # noqa: E402


def prepare(writers: int) -> dict[str, str]:
    call_command("migrate", verbosity=0)
    desk = Desk.objects.create(name="Drill", code="drill")
    reporters, password = Group.objects.get(name=REPORTER), make_password(PASSWORD)
    stories = {}
    for number in range(writers):
        person = User.objects.create(username=f"writer{number}", password=password)
        person.groups.add(reporters)
        slugline = f"drill-{number}"
        stories[person.username] = open_story(actor=person, now=timezone.now(), desk=desk, slugline=slugline).pk
    return stories


def check(acknowledged: dict[str, dict[str, list]]) -> dict[str, object]:
    """What is missing or there twice, by name of the trouble; and how much is in the record."""
    found = verify_archive()
    troubles = Counter({"breaks in the archive": len(found.breaks) + len(found.unguarded)})
    for story, said in acknowledged.items():
        saved = Draft.history.filter(story_id=story).values_list("body", flat=True)
        kept = {split_grafs(body)[-1] for body in saved if body}
        troubles["saves lost"] += sum(save not in kept for save in said["saves"])
        versions = list(Version.objects.filter(story_id=story).order_by("sequence"))
        filed = {(version.filing_key, version.sequence) for version in versions}
        troubles["filings lost"] += sum(tuple(filing) not in filed for filing in said["filings"])
        troubles["filed twice"] += len(versions) - len({split_grafs(version.body)[-1] for version in versions})
        troubles["gaps"] += [version.sequence for version in versions] != list(range(1, len(versions) + 1))
    return {"troubles": dict(troubles), "versions": found.versions, "saves": Draft.history.count()}


if __name__ == "__main__":
    task = prepare(int(sys.argv[2])) if sys.argv[1] == "prepare" else check(json.load(sys.stdin))
    json.dump(task, sys.stdout)
