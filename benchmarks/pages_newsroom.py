"""The newsroom's compare page, and the floor under it, in a process of their own: timings as JSON.

Run by benchmarks.pages, with the environment of an empty newsroom.
"""

import gc
import gzip
import http.client
import json
import multiprocessing
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import lru_cache, partial
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - models can be imported once Django is set up
from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.pages_texts import FILINGS, SIZES, Timing, chain, timed  # noqa: E402
from newsroom.server import serve  # noqa: E402
from newsroom.wsgi import application  # noqa: E402
from stories.models import Desk  # noqa: E402
from stories.queries.readings import keep_readings  # noqa: E402
from stories.roles import DESK_EDITOR  # noqa: E402
from stories.services.drafting import DraftText  # noqa: E402
from stories.services.filing import file_version  # noqa: E402
from stories.services.opening import open_story  # noqa: E402

# What the engine remembers of texts, wherever it is wrapped.
REMEMBERED = [
    known
    for known in gc.get_objects()
    if isinstance(known, type(lru_cache(len))) and str(known.__module__).startswith("stories.wire")
]
PAIRS = {"neighbours": (FILINGS - 1, FILINGS), "first and last": (1, FILINGS)}


def file_story(size: int, desk: Desk, editor: User) -> str:
    """A story of six filings, twenty minutes apart; its key."""
    start = timezone.now() - timedelta(hours=3)
    story = open_story(actor=editor, now=start, desk=desk, slugline=f"invented-{size}")
    version = None
    for number, grafs in enumerate(chain(size)):
        text = DraftText(
            headline=f"Port of Arvenna closes its gates for day {number + 1}",
            attn="UPDATES throughout" if number else "",
            byline="By Ha Seul-gi",
            dateline="ARVENNA, March 9 (Hanbit) --",
            body="\n\n".join(grafs),
        )
        now = start + timedelta(minutes=20 * number)
        version = file_version(story=story, based_on=version, text=text, actor=editor, now=now)
        keep_readings(version)  # as the page does that files
    return story.pk


def measure(key: str, pair: tuple[int, int], client: Client, port: int, rounds: int) -> dict[str, Any]:
    a, b = pair
    path = f"/stories/{key}/compare/{a}/{b}/"
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path)
    asked = len(queries)  # the next request empties the log
    if page.status_code != 200:
        raise RuntimeError(f"{path} answered {page.status_code}")
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return {
        "kept": timed(partial(client.get, path), rounds).as_dict(),
        "new": timed(partial(client.get, path), rounds, forget).as_dict(),
        "http": over_http(port, path, cookie, rounds).as_dict(),
        "floor": timed(partial(client.get, f"/floor/{key}/{a}/{b}/"), rounds).as_dict(),
        "queries": asked,
        "kilobytes": len(gzip.compress(page.content)) / 1024,
    }


def forget() -> None:
    """Nothing of any pair is kept: neither what the page keeps nor what the engine remembers of texts.

    What was read of each version when it was filed lies on disk, as it does for the first who looks.
    """
    cache.clear()
    for known in REMEMBERED:
        known.cache_clear()


def over_http(port: int, path: str, cookie: str, rounds: int) -> Timing:
    """The same through gunicorn, compressed, over one connection that is kept open."""
    kept_open = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def get() -> None:
        kept_open.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        answer = kept_open.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")

    try:
        return timed(get, rounds)
    finally:
        kept_open.close()


@contextmanager
def server() -> Iterator[int]:
    """gunicorn as production runs it, one worker, in a process of its own; gives its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    connections.close_all()
    options = {"address": "127.0.0.1", "port": port, "workers": 1, "threads": 2, "when_ready": _nothing}
    process = multiprocessing.get_context("fork").Process(target=serve, args=(application,), kwargs=options)
    process.start()
    try:
        _wait_until(lambda: socket.create_connection(("127.0.0.1", port), 1).close())
        yield port
    finally:
        process.terminate()
        process.join(15)


def _nothing() -> None:
    """Nobody waits to be told that the port listens."""


def _wait_until(done: Callable[[], object], patience: float = 20.0) -> None:
    end = time.monotonic() + patience
    while True:
        try:
            done()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def main() -> None:
    rounds = int(sys.argv[1])
    call_command("migrate", verbosity=0)
    editor = User.objects.create_user("editor", first_name="Seul-gi", last_name="Ha")
    editor.groups.add(Group.objects.get(name=DESK_EDITOR))
    desk = Desk.objects.create(name="National", code="nat")
    keys = {size: file_story(size, desk, editor) for size in SIZES}
    with server() as port, override_settings(ROOT_URLCONF="benchmarks.pages_site", DEBUG=False):
        client = Client(SERVER_NAME="localhost")
        client.force_login(editor)
        measured = {
            size: {name: measure(key, pair, client, port, rounds) for name, pair in PAIRS.items()}
            for size, key in keys.items()
        }
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
