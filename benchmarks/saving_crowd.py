"""Reporters who save at once, each over a line of their own to the server."""

import http.client
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

TOKEN = "c" * 32
PAUSE = (0.6, 1.8)  # seconds between two saves of a reporter, about what the editor waits after typing stops


class Line:
    """A connection that is kept open, signed in as `client` is."""

    def __init__(self, port: int, client: Client) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def post(self, address: str, fields: dict[str, Any]) -> int:
        """The answer's status, once all of it has come. A line that fell idle is opened anew, as browsers do."""
        try:
            return self._post(address, fields)
        except ConnectionError:
            self.connection.close()
            return self._post(address, fields)

    def _post(self, address: str, fields: dict[str, Any]) -> int:
        self.connection.request("POST", address, urlencode(fields), self.headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status


@contextmanager
def crowd(saves: Sequence[Callable[[], None]]) -> Iterator[dict[str, Any]]:
    """Each of `saves` again and again in a thread of its own; gives their count and what went wrong, at the end."""
    over, found = threading.Event(), {"saves": 0, "failures": []}
    lock, chance = threading.Lock(), random.Random("crowd")

    def go_on(save: Callable[[], None]) -> None:
        while not over.wait(chance.uniform(*PAUSE)):
            try:
                save()
            except (RuntimeError, OSError, http.client.HTTPException) as failure:
                found["failures"].append(repr(failure))
            else:
                with lock:
                    found["saves"] += 1

    threads = [threading.Thread(target=go_on, args=[save], daemon=True) for save in saves]
    for thread in threads:
        thread.start()
    try:
        yield found
    finally:
        over.set()
        for thread in threads:
            thread.join(40)
