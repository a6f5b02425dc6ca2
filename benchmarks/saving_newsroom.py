"""Saving, reading and filing drafts of 25 paragraphs, in a newsroom of their own: timings as JSON.

Run by benchmarks.saving, with the environment of an empty newsroom.
"""

import itertools
import json
import math
import random
import sys
import time
import uuid
from collections.abc import Callable
from functools import partial
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
from benchmarks.pages_newsroom import server  # noqa: E402
from benchmarks.pages_texts import timed  # noqa: E402
from benchmarks.saving_crowd import Line, crowd  # noqa: E402
from stories.models import Desk, Story  # noqa: E402
from stories.roles import REPORTER  # noqa: E402
from stories.services.drafting import DraftText, open_draft, save_draft  # noqa: E402
from stories.services.filing import file_version  # noqa: E402
from stories.services.opening import open_story  # noqa: E402

GRAFS = 25
NOT_COUNTED = ("BEGIN", "COMMIT")
TASKS = {"floor": 200, "autosave": 200, "analysis": 200, "filing": 302}  # and the answer of each
CHANCE, TURN = random.Random("saving"), itertools.count(1)


class Reporter:
    """Somebody at a story of 25 paragraphs: what their editor sends, one request at a time."""

    def __init__(self, name: str, desk: Desk) -> None:
        self.person = User.objects.create(username=name)
        self.person.groups.add(Group.objects.get(name=REPORTER))
        now = timezone.now()
        story = open_story(actor=self.person, now=now, desk=desk, slugline=f"invented-{name}")
        body = "\n\n".join(graf(CHANCE) for _ in range(GRAFS))
        text = DraftText(headline=f"Port of Arvenna closes for {name}", byline="By Ha Seul-gi", body=body)
        file_version(story=story, based_on=None, text=text, actor=self.person, now=now)
        self.client = Client(SERVER_NAME="localhost")
        self.client.force_login(self.person)
        self.story = story.pk
        self.open()

    def open(self) -> None:
        self.draft = open_draft(story=Story.objects.get(pk=self.story), actor=self.person, now=timezone.now())

    def post(self, address: str, fields: dict[str, Any]) -> int:
        return self.client.post(address, fields).status_code

    def request(self, task: str) -> tuple[str, dict[str, Any]]:
        """The address and the fields of the next request; no two texts are the same."""
        place = {"draft": self.draft.pk, "revision": self.draft.revision}
        if task == "filing":
            return f"/stories/{self.story}/draft/file/", place | {"filing_key": uuid.uuid4().hex}
        text = {"headline": self.draft.headline, "byline": self.draft.byline, "body": self.body()}
        tab = {"session": "tab", "serial": next(TURN)}
        return "/floor/" if task == "floor" else f"/stories/{self.story}/draft/{task}/", place | text | tab

    def body(self) -> str:
        """The copy with its last paragraph written anew."""
        return "\n\n".join([*self.draft.body.split("\n\n")[: GRAFS - 1], graf(CHANCE)])

    def before(self, task: str) -> None:
        """What must be there for a request and is no part of it."""
        if task == "filing":
            self.open()
            line = f"UPDATES with details in para {GRAFS}"  # a line to check, as most leads have
            changed = DraftText(headline=f"Lead {next(TURN)}", attn=line, body=self.body())
            place = {"draft": self.draft, "revision": self.draft.revision}
            self.draft = save_draft(**place, text=changed, actor=self.person, now=timezone.now())

    def after(self, task: str, status: int) -> None:
        self.client.cookies.pop("messages", None)  # the page that a browser goes to next shows them
        if status != TASKS[task]:
            raise RuntimeError(f"{task} answered {status}")
        if task == "autosave":
            self.draft.revision += 1


def send(reporter: Reporter, task: str, post: Callable[[str, dict[str, Any]], int]) -> None:
    """One request, by the test client or over a line; RuntimeError where it is not answered as it should be."""
    reporter.after(task, post(*reporter.request(task)))


def timing(reporter: Reporter, task: str, post: Callable[[str, dict[str, Any]], int], rounds: int) -> dict[str, float]:
    """Milliseconds on the clock, and of this process's work, which shows nothing of what else the machine does."""
    worked: list[float] = []

    def once() -> None:
        began = time.process_time()
        send(reporter, task, post)
        worked.append((time.process_time() - began) * 1000)

    clock = timed(once, rounds, partial(reporter.before, task)).as_dict()
    return clock | {"work": sorted(worked)[math.ceil(0.95 * len(worked)) - 1]}


def queries(reporter: Reporter, task: str) -> int:
    """Those of a request; not of the first save in a minute, which also moves the story on the board."""
    for _ in range(2):
        reporter.before(task)
        with CaptureQueriesContext(connection) as asked:
            send(reporter, task, reporter.post)
    return sum(not query["sql"].startswith(NOT_COUNTED) for query in asked.captured_queries)


def main() -> None:
    rounds = int(sys.argv[1])
    call_command("migrate", verbosity=0)
    desk = Desk.objects.create(name="National", code="nat")
    reporters = {task: Reporter(task, desk) for task in TASKS}
    saving = [Reporter(f"reporter{number}", desk) for number in range(int(sys.argv[2]))]
    with override_settings(ROOT_URLCONF="benchmarks.saving_site", DEBUG=False), server() as port:
        measured: dict[str, Any] = {task: {"queries": queries(one, task)} for task, one in reporters.items()}
        for task, one in reporters.items():
            measured[task]["alone"] = timing(one, task, one.post, rounds)
            measured[task]["http"] = timing(one, task, Line(port, one.client).post, rounds)
        with crowd([partial(send, one, "autosave", Line(port, one.client).post) for one in saving]) as found:
            for task, one in reporters.items():
                measured[task]["crowd"] = timing(one, task, Line(port, one.client).post, rounds)
    json.dump({"tasks": measured, "crowd": found}, sys.stdout)


if __name__ == "__main__":
    main()
