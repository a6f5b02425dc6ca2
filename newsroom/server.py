"""The server that script/server and production run: gunicorn, started inside one Django process."""

import gc
import socket
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.workers.gthread import ThreadWorker

PORT_PATIENCE = 1.5  # seconds; a server killed a moment ago leaves workers that let go within one


class PortTakenError(Exception):
    """Another program listens on the port; the message says what to do."""


class Worker(ThreadWorker):
    """Leaves its loop by itself at every call to stop, with what is under way answered.

    gunicorn's own leaves from within INT's handler, in the middle of whatever ran: one that held a lock hung there
    until it was killed.
    """

    def handle_quit(self, sig: int, frame: FrameType | None) -> None:
        self.handle_exit(sig, frame)


class Server(BaseApplication):
    """A WSGI application under gunicorn's threaded workers, loaded before they fork so that they share its memory."""

    def __init__(self, application: Callable[..., Any], **options: Any) -> None:
        self.application = application
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return self.application


def serve(
    application: Callable[..., Any],
    *,
    address: str,
    port: int,
    workers: int,
    threads: int,
    when_ready: Callable[[], None],
) -> None:
    """Serve until told to stop by INT or TERM; `when_ready` is called once the port listens.

    What is loaded by now stays: no search for garbage goes through it again, which held up a page for fifty
    milliseconds every few hundred, and copied in each worker the memory that all of them share.
    """
    gc.collect()
    gc.freeze()
    Server(
        application,
        bind=[f"{bracketed(address)}:{port}"],
        worker_class=Worker,
        workers=workers,
        threads=threads,
        graceful_timeout=10,
        loglevel="warning",
        # Its management socket would lie where every newsroom on the machine shares it.
        control_socket_disable=True,
        when_ready=lambda _arbiter: when_ready(),
    ).run()


def bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def refuse_taken_port(address: str, port: int) -> None:
    """PortTakenError where nothing more can listen there."""
    give_up = time.monotonic() + PORT_PATIENCE
    while not is_free(address, port):
        if time.monotonic() > give_up:
            raise PortTakenError(f"Port {port} is in use. Choose another one: PORT={port + 1} script/server")
        time.sleep(0.1)


def is_free(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True
