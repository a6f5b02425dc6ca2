"""The worst machine a browser test may meet: answers come late and in two parts, and no click waits for a page.

A test that reads a page at once, not by `expect`, passes where the machine is quick and fails now and then
where it is busy. With --slow-pages it fails each time.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponseBase
from playwright.sync_api import Locator

BEFORE, BETWEEN = 0.15, 0.25  # seconds: a busy server's answer; from its first bytes, which commit, to the rest
FIRST = 20  # bytes


def slowed(answer: Iterable[bytes]) -> Iterator[bytes]:
    whole = b"".join(answer)
    yield whole[:FIRST]
    time.sleep(BETWEEN)
    yield whole[FIRST:]


def slow_down(patch: pytest.MonkeyPatch) -> None:
    """Until the patch is undone, pages of live servers are late, and clicks return before what they lead to."""
    answered, clicked = WSGIHandler.__call__, Locator.click

    def answer(self: WSGIHandler, environ: dict[str, Any], start_response: Any) -> Any:
        response = answered(self, environ, start_response)
        if not isinstance(response, HttpResponseBase) or environ["PATH_INFO"].startswith("/static/"):
            return response
        time.sleep(BEFORE)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        return SlowAnswer(response) if is_page else response

    def click(self: Locator, **options: Any) -> None:
        # A click on a place is made again where something else came under it; that takes waiting for what it does.
        hasty = "position" not in options
        clicked(self, **({"no_wait_after": hasty} | options))

    patch.setattr(WSGIHandler, "__call__", answer)
    patch.setattr(Locator, "click", click)


class SlowAnswer:
    def __init__(self, response: Any) -> None:
        self.response = response

    def __iter__(self) -> Iterator[bytes]:
        return slowed(self.response)

    def close(self) -> None:
        self.response.close()
