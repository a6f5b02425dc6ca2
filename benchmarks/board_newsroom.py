"""The wire board of a newsroom with as many versions as asked, in a process of its own: timings as JSON.

Run by benchmarks.board, with the environment of an empty newsroom. The rows are made past the services,
a few thousand at a time: texts are short, for what a list reads of a story does not grow with them.
"""

import json
import sys
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402 - models can be imported once Django is set up
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.pages_texts import timed  # noqa: E402
from stories.models import Desk, Draft, Story, Version  # noqa: E402
from stories.queries.board import PAGE, BoardFilter, board, cursor_of, microseconds, stories_on  # noqa: E402
from stories.roles import DESK_EDITOR  # noqa: E402

CHAIN = 4  # versions of a story
BATCH = 1000  # stories
APART = timedelta(seconds=40)
DRAFTED = 7  # every seventh story of the newest page has an open draft
DEPTHS = {"1": 0, "100": 99, "10,000": 9_999}


def fill(versions: int, desk: Desk, editor: User, now: datetime) -> None:
    """Add older stories until there are this many versions."""
    for start in range(Story.objects.count(), versions // CHAIN, BATCH):
        stories = [story(number, desk, editor, now) for number in range(start, min(start + BATCH, versions // CHAIN))]
        with transaction.atomic():
            Story.objects.bulk_create(stories)
            Version.objects.bulk_create(version(one, number) for one in stories for number in range(1, CHAIN + 1))
            ends = {one.story_id: one for one in Version.objects.filter(story__in=stories, sequence=CHAIN)}
            for one in stories:
                one.current_version = ends[one.pk]
            Story.objects.bulk_update(stories, ["current_version"], batch_size=250)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def story(number: int, desk: Desk, editor: User, now: datetime) -> Story:
    at = now - APART * number
    opening = {"opened_by": editor, "opened_at": at, "moved_at": at}
    return Story(slugline=f"invented-{number}", desk=desk, **opening)


def version(of: Story, number: int) -> Version:
    return Version(
        story=of,
        sequence=number,
        kind="lead" if number > 1 else "first",
        lead_number=number - 1,
        slugline=of.slugline,
        headline=f"Port of Arvenna closes its gates, {of.slugline}",
        attn="UPDATES with remarks, details" if number > 1 else "",
        byline="By Ha Seul-gi",
        body="The port of Arvenna closed.",
        word_count=300 + number,
        filed_at=of.moved_at,
        filed_by=of.opened_by,
        checksum=f"{of.pk}-{number}",
        previous_checksum=f"{of.pk}-{number - 1}" if number > 1 else "",
    )


def draft_on_top(editor: User, now: datetime) -> None:
    """Open drafts of some of the newest stories: a page at work."""
    people = {"opened_by": editor, "opened_at": now, "saved_by": editor, "saved_at": now}
    newest = Story.objects.select_related("current_version")[: PAGE * 3 : DRAFTED]
    body = "\n\n".join(["The harbor authority of Arvenna said on Monday that its gates stay closed. " * 4] * 20)
    drafts = [Draft(story=one, based_on=one.current_version, headline="Gates", body=body, **people) for one in newest]
    Draft.objects.bulk_create(drafts)


def cursors(number: int) -> dict[str, str]:
    """The `before` of each page to measure: those that there are, and the last."""
    wanted = {name: at * PAGE for name, at in DEPTHS.items() if at * PAGE + PAGE <= number}
    found = {name: cursor_of(Story.objects.all()[rank - 1]) if rank else "" for name, rank in wanted.items()}
    return found | {"last": cursor_of(Story.objects.all()[number - PAGE - 1])}


def queries_of(ask: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def measure(client: Client, editor: User, rounds: int, now: datetime) -> dict[str, Any]:
    pages = {}
    for name, before in cursors(Story.objects.count()).items():
        make = partial(board, editor, now, BoardFilter(before=before))
        get = partial(client.get, "/", {"before": before})
        assert len(make().rows) == PAGE
        pages[name] = {
            "list": timed(make, rounds).as_dict(),
            "page": timed(get, max(rounds // 5, 5)).as_dict(),
            "list_queries": queries_of(make),
            "page_queries": queries_of(get),
        }
    beat = partial(client.get, "/board/pulse/", {"since": str(microseconds(timezone.now()))})
    stories = stories_on(editor, now, BoardFilter()).order_by("-moved_at", "-id")[: PAGE + 1]
    return {
        "pages": pages,
        "pulse": timed(beat, rounds).as_dict(),
        "pulse_queries": queries_of(beat),
        "plan": " / ".join(stories.explain().splitlines()),
    }


def main() -> None:
    rounds, sizes = int(sys.argv[1]), sys.argv[2:]
    call_command("migrate", verbosity=0)
    editor = User.objects.create_user("editor", first_name="Seul-gi", last_name="Ha")
    editor.groups.add(Group.objects.get(name=DESK_EDITOR))
    desk = Desk.objects.create(name="National", code="nat")
    now = timezone.now()
    measured = {}
    with override_settings(DEBUG=False):
        client = Client(SERVER_NAME="localhost")
        client.force_login(editor)
        for size in sizes:
            fill(int(size), desk, editor, now)
            if not measured:
                draft_on_top(editor, now)
            measured[size] = measure(client, editor, rounds, now)
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
