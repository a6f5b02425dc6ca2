"""The pages of benchmarks.opening and their floors, in a newsroom of their own: timings as JSON.

Run by benchmarks.opening, with the environment of an empty newsroom.
"""

import json
import random
import sys
import time
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402 - models can be imported once Django is set up
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.invented import graf  # noqa: E402
from benchmarks.pages_texts import next_lead, summed_up  # noqa: E402
from stories.models import Desk, Story  # noqa: E402
from stories.roles import REPORTER  # noqa: E402
from stories.services.drafting import DraftText, open_draft, save_draft  # noqa: E402
from stories.services.filing import file_version  # noqa: E402
from stories.services.opening import open_story  # noqa: E402

GRAFS, FEW, MANY = 25, 3, 50
WARM = 5


def story_of(filings: int, desk: Desk, writer: User) -> str:
    """A story with so many filings, ten minutes apart, and its next lead begun; its key."""
    chance = random.Random(f"opening-{filings}")
    start = timezone.now() - timedelta(minutes=10 * filings)
    story = open_story(actor=writer, now=start, desk=desk, slugline=f"invented-{filings}")
    grafs, version = [graf(chance) for _ in range(GRAFS)], None
    for number in range(filings):
        now = start + timedelta(minutes=10 * number)
        version = file_version(story=story, based_on=version, text=lead(number, grafs), actor=writer, now=now)
        grafs = next_lead(grafs, GRAFS, chance)
    draft = open_draft(story=Story.objects.get(pk=story.pk), actor=writer, now=timezone.now())
    text = lead(filings, grafs)
    save_draft(draft=draft, revision=draft.revision, text=text, actor=writer, now=timezone.now())
    return story.pk


def lead(number: int, grafs: list[str]) -> DraftText:
    return DraftText(
        headline=f"Port of Arvenna closes its gates for day {number + 1}",
        attn="UPDATES with details in para 3" if number else "",
        byline="By Ha Seul-gi",
        dateline="ARVENNA, March 9 (Hanbit) --",
        body="\n\n".join(grafs),
    )


def measure(client: Client, path: str, rounds: int) -> dict[str, Any]:
    clock, work = [], []
    for turn in range(rounds + WARM):
        began, worked = time.perf_counter(), time.process_time()
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}")
        if turn >= WARM:
            clock.append((time.perf_counter() - began) * 1000)
            work.append((time.process_time() - worked) * 1000)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return {"clock": summed_up(clock).as_dict(), "work": summed_up(work).as_dict(), "queries": len(queries)}


def main() -> None:
    rounds = int(sys.argv[1])
    call_command("migrate", verbosity=0)
    writer = User.objects.create_user("writer", first_name="Seul-gi", last_name="Ha")
    writer.groups.add(Group.objects.get(name=REPORTER))
    desk = Desk.objects.create(name="National", code="nat")
    few, many = story_of(FEW, desk, writer), story_of(MANY, desk, writer)
    pages = {
        "editor": (f"/stories/{few}/draft/", f"/floor/{few}/draft/"),
        f"editor, {MANY} filings": (f"/stories/{many}/draft/", f"/floor/{many}/draft/"),
        "story": (f"/stories/{few}/", f"/floor/{few}/"),
        f"story, {MANY} filings": (f"/stories/{many}/", f"/floor/{many}/"),
    }
    with override_settings(ROOT_URLCONF="benchmarks.opening_site", DEBUG=False):
        client = Client(SERVER_NAME="localhost")
        client.force_login(writer)
        names = ("page", "floor")
        measured = {
            page: {name: measure(client, path, rounds) for name, path in zip(names, paths, strict=True)}
            for page, paths in pages.items()
        }
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
