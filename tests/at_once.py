"""Many hands at the same moment, each in a thread with a database connection of its own."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

from stories.services.refusals import Refused


def at_once(work: Callable[[int], Any], hands: int) -> list[Any]:
    """What `work(0)`, `work(1)` ... return or raise as a refusal, all begun at the same moment, each in its thread."""
    gate = threading.Barrier(hands)

    def one(number: int) -> Any:
        try:
            gate.wait(timeout=30)
            return work(number)
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(hands) as pool:
        return list(pool.map(one, range(hands)))
