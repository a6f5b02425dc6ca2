"""Mail that an answer does not wait for."""

from collections.abc import Callable
from threading import Thread

SENDER = "mail"  # what the threads are called


def send_soon(send: Callable[[], object]) -> Thread:
    """Send while the answer is on its way: how long a mail takes must not tell who asked whether one went out.

    `send` speaks to no database and reports its own failures. The server ends only after it did.
    """
    sender = Thread(target=send, name=SENDER)
    sender.start()
    return sender
