"""The wire board of a newsroom with as many versions as asked, in a process of its own: timings as JSON.

Run by benchmarks.board, with the environment of an empty newsroom. The rows are made past the services;
texts are short, for what a list reads of a story does not grow with them.
"""

import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterable
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

from stories import dbobjects  # noqa: E402
from stories.models import Desk, Draft, Story, Version  # noqa: E402
from stories.queries.board import PAGE, BoardFilter, board, cursor_of, microseconds, stories_on  # noqa: E402
from stories.roles import DESK_EDITOR  # noqa: E402

CHAIN = 4  # versions of a story
BATCH = 5000  # stories
APART = timedelta(seconds=40)
ENDS = f"""
UPDATE stories_story SET current_version_id = (
    SELECT v.id FROM stories_version v WHERE v.story_id = stories_story.id AND v.sequence = {CHAIN}
) WHERE current_version_id IS NULL
"""
DRAFTED = 7  # every seventh story of the newest page has an open draft
DEPTHS = {"1": 0, "100": 99, "10,000": 9_999}


def fill(versions: int, desk: Desk, editor: User, now: datetime) -> None:
    """Add older stories until there are this many versions. Done in the database: a million rows in a minute."""
    start, end = Story.objects.count(), versions // CHAIN
    dbobjects.drop(using="default")  # they would look at each row for minutes; nothing here is a record
    opened = Story(slugline="invented", desk=desk, opened_by=editor, opened_at=now, moved_at=now)
    fields = Story._meta.concrete_fields
    values = {field.column: field.get_db_prep_save(field.pre_save(opened, True), connection) for field in fields}
    with transaction.atomic(), connection.cursor() as cursor:
        for first in range(start, end, BATCH):
            numbers = range(first, min(first + BATCH, end))
            cursor.executemany(insert("stories_story", values), [row(values, number, now) for number in numbers])
        cursor.execute(chains(values["opened_by_id"]))
        cursor.execute(ENDS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def insert(table: str, columns: Iterable[str]) -> str:
    names = ", ".join(columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(list(columns)))})"


def row(values: dict[str, Any], number: int, now: datetime) -> tuple[Any, ...]:
    at = connection.ops.adapt_datetimefield_value(now - APART * number)
    own = {"id": f"k{number:09}", "slugline": f"invented-{number}", "opened_at": at, "moved_at": at}
    return tuple((values | own).values())


def chains(editor: int) -> str:
    """Four versions of each story that has none, as one statement."""
    given = {
        "story_id": "s.id",
        "sequence": "n.n",
        "kind": "CASE n.n WHEN 1 THEN 'first' ELSE 'lead' END",
        "lead_number": "n.n - 1",
        "slugline": "s.slugline",
        "headline": "'Port of Arvenna closes its gates, ' || s.slugline",
        "attn": "CASE n.n WHEN 1 THEN '' ELSE 'UPDATES with remarks, details' END",
        "byline": "'By Ha Seul-gi'",
        "body": "'The port of Arvenna closed.'",
        "qualifiers": "'[]'",
        "word_count": "300 + n.n",
        "filed_at": "s.moved_at",
        "filed_by_id": str(editor),
        "checksum": "s.id || n.n",
    }
    for field in Version._meta.concrete_fields:
        if field.column not in given and not field.primary_key and not field.null:
            given[field.column] = "0" if "Integer" in field.get_internal_type() else "''"
    numbers = " UNION ALL ".join(f"SELECT {number} AS n" for number in range(1, CHAIN + 1))
    return (
        f"INSERT INTO stories_version ({', '.join(given)}) SELECT {', '.join(given.values())} "
        f"FROM stories_story s CROSS JOIN ({numbers}) n WHERE s.current_version_id IS NULL ORDER BY s.id, n.n"
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
    """The pages in turn, so that a machine that is busy for a while is busy for all of them."""
    befores = cursors(Story.objects.count())
    lists = {name: partial(board, editor, now, BoardFilter(before=before)) for name, before in befores.items()}
    answers = {name: partial(client.get, "/", {"before": before}) for name, before in befores.items()}
    beat = partial(client.get, "/board/pulse/", {"since": str(microseconds(timezone.now()))})
    times = {"list": taken(lists, rounds), "page": taken(answers, max(rounds // 5, 5))}
    stories = stories_on(editor, now, BoardFilter()).order_by("-moved_at", "-id")[: PAGE + 1]
    return {
        "pages": {
            name: {
                "list": times["list"][name],
                "page": times["page"][name],
                "list_queries": queries_of(lists[name]),
                "page_queries": queries_of(answers[name]),
            }
            for name in befores
        },
        "pulse": taken({"": beat}, rounds)[""],
        "pulse_queries": queries_of(beat),
        "plan": " / ".join(stories.explain().splitlines()),
    }


def taken(asks: dict[str, Callable[[], Any]], rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds of each, asked in turn after a few turns to warm up; `work` is the processor's part of the p95."""
    found: dict[str, list[float]] = {name: [] for name in asks}
    worked: dict[str, list[float]] = {name: [] for name in asks}
    for turn in range(rounds + 3):
        for name, ask in asks.items():
            start, began = time.perf_counter(), time.process_time()
            ask()
            if turn >= 3:
                found[name].append((time.perf_counter() - start) * 1000)
                worked[name].append((time.process_time() - began) * 1000)
    return {name: summed_up(sorted(times)) | {"work": p95_of(worked[name])} for name, times in found.items()}


def summed_up(times: list[float]) -> dict[str, float]:
    return {"best": times[0], "median": statistics.median(times), "p95": p95_of(times)}


def p95_of(times: list[float]) -> float:
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


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
