"""Eight editors who file at once, in a newsroom of their own: timings as JSON.

Run by benchmarks.filing, with the environment of an empty newsroom: `filing SECONDS line|plain`, or `races ROUNDS`.
"""

import json
import math
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402 - models can be imported once Django is set up
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.invented import graf  # noqa: E402
from benchmarks.races import race  # noqa: E402
from stories.models import Desk, Story, Version  # noqa: E402
from stories.roles import REPORTER  # noqa: E402
from stories.services.archive import verify_archive  # noqa: E402
from stories.services.drafting import DraftText  # noqa: E402
from stories.services.filing import file_version  # noqa: E402
from stories.services.opening import open_story  # noqa: E402

EDITORS, PROCESSES, GRAFS = 8, 2, 25
WARM_UP = 4.0  # seconds for both processes to start
Turn = Callable[[], object]


def prepare(stories: int, grafs: int) -> list[str]:
    call_command("migrate", verbosity=0)
    person = User.objects.create(username="editor")
    person.groups.add(Group.objects.get(name=REPORTER))
    desk, chance = Desk.objects.create(name="National", code="nat"), random.Random("filing")
    keys = []
    for number in range(stories):
        story = open_story(actor=person, now=timezone.now(), desk=desk, slugline=f"invented-{number}")
        body = "\n\n".join(graf(chance) for _ in range(grafs))
        text = DraftText(headline=f"Port of Arvenna closes, {number}", byline="By Ha Seul-gi", body=body)
        file_version(story=story, based_on=None, text=text, actor=person, now=timezone.now())
        keys.append(story.pk)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE floor (story varchar(20), body text)")
    return keys


class Editor:
    """Files lead after lead of one story, each with its last paragraph written anew."""

    def __init__(self, key: str, line: str) -> None:
        self.story = Story.objects.select_related("current_version", "desk").get(pk=key)
        self.person = User.objects.get(username="editor")
        self.current: Version = self.story.current_version
        self.chance = random.Random(key)
        self.attn = f"UPDATES with details in para {GRAFS}" if line == "line" else ""

    def body(self) -> str:
        return "\n\n".join([*self.current.body.split("\n\n")[: GRAFS - 1], graf(self.chance)])

    def file(self) -> None:
        text = DraftText(headline=f"Lead {self.current.sequence}", attn=self.attn, body=self.body())
        self.current = file_version(
            story=self.story, based_on=self.current, text=text, actor=self.person, now=timezone.now()
        )
        self.story.current_version = self.current

    def row(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO floor VALUES (%s, %s)", [self.story.pk, self.body()])


def hand(editor: Editor, task: str, begin: float, seconds: float, found: dict[str, list[Any]]) -> None:
    """Turn after turn until the time is over."""
    turn: Turn = editor.file if task == "filing" else editor.row
    time.sleep(max(0.0, begin - time.time()))
    try:
        while (started := time.time()) < begin + seconds:
            try:
                turn()
            except Exception as failure:  # "database is locked" above all
                found["failures"].append(repr(failure))
            else:
                found["taken"].append((time.time() - started) * 1000)
    finally:
        connections.close_all()


def process(keys: list[str], task: str, line: str, begin: float, seconds: float) -> dict[str, Any]:
    """Some of the editors, each in a thread; their timings and the work of all of them."""
    found: dict[str, Any] = {"taken": [], "failures": []}
    editors = [Editor(key, line) for key in keys]
    threads = [threading.Thread(target=hand, args=(editor, task, begin, seconds, found)) for editor in editors]
    worked = time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found | {"work": time.process_time() - worked}


def together(keys: list[str], task: str, line: str, seconds: float) -> dict[str, Any]:
    """All editors in as many processes as a server has."""
    begin = time.time() + WARM_UP
    parts = [keys[number::PROCESSES] for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(process, parts, *([one] * PROCESSES for one in (task, line, begin, seconds))))
    taken = sorted(one for part in done for one in part["taken"])
    failures = [failure for part in done for failure in part["failures"]]
    return {
        "a_second": len(taken) / seconds,
        "median": statistics.median(taken),
        "p99": taken[math.ceil(0.99 * len(taken)) - 1],
        "work": sum(part["work"] for part in done) * 1000 / len(taken),
        "failures": len(failures),
    }


def races(rounds: int) -> dict[str, Any]:
    (key,) = prepare(1, 6)
    story, person = Story.objects.get(pk=key), User.objects.get(username="editor")
    chance, wrong = random.Random("races"), []
    for _ in range(rounds):
        wrong += race(story, chance.randint(2, 16), person, timezone.now())
    if not verify_archive().holds:
        wrong.append("the archive does not verify")
    return {"rounds": rounds, "wrong_count": len(wrong), "wrong": wrong[:20]}


def main() -> None:
    if sys.argv[1] == "races":
        found = races(int(sys.argv[2]))
    else:
        keys = prepare(EDITORS, GRAFS)
        connections.close_all()
        seconds, line = float(sys.argv[2]), sys.argv[3]
        found = {task: together(keys, task, line, seconds) for task in ("floor", "filing")}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
