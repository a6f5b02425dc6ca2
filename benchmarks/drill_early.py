"""The drill's control: the newsroom's settings, with saves acknowledged before they are made.

A server that writes behind looks right until it is killed: the drill must see what it loses.
"""

import queue
import threading
from collections.abc import Callable

from django.db import connections
from django.http import HttpRequest, HttpResponse, JsonResponse

from newsroom.settings import *  # noqa: F403
from newsroom.settings import MIDDLEWARE

MIDDLEWARE = ["benchmarks.drill_early.WriteBehind", *MIDDLEWARE]


class WriteBehind:
    """Answers an autosave at once, as if it were saved; one thread makes the saves later, in their order."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.waiting: queue.Queue[HttpRequest] = queue.Queue()
        self.started = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.endswith("/autosave/"):
            return self.get_response(request)
        revision = int(request.POST["revision"])  # and the body is read, before the connection goes on
        if not self.started:  # here and not sooner: a thread does not survive the fork of the workers
            self.started = True
            threading.Thread(target=self.save, daemon=True).start()
        self.waiting.put(request)
        return JsonResponse({"status": "saved", "revision": revision + 1})

    def save(self) -> None:
        while True:
            self.get_response(self.waiting.get())
            connections.close_all()
