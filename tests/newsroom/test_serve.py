"""The server as script/server runs it: a process of its own, started, used, stopped, killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

PATIENCE = 60  # seconds; far above what a start takes, for machines that do much else


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status(port: int, address: str) -> int:
    """The answer's status, 0 while nothing listens."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def wait_until(true: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up
        time.sleep(0.05)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """One newsroom for all tests here: what each leaves, the next must find."""
    return tmp_path_factory.mktemp("newsroom")


@pytest.fixture(scope="module")
def kept(data, bare, tmp_path_factory) -> dict[str, str]:
    """The environment of a desk that was started before: its modules are compiled, as on every start but the first."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}
    return bare | compiled | {"WRITETHRU_DATA_DIR": str(data)}


@pytest.fixture
def start(kept) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """`start(port)` runs the server to its first answer; whatever still runs at the end is ended."""
    started = []

    def run(port: int, *, to_answer: bool = True) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--prepare"],
            env=kept | {"PORT": str(port)},
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        if to_answer:
            wait_until(lambda: process.poll() is not None or status(port, "/sign-in/") == 200)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module", autouse=True)
def prepared(kept) -> None:
    """The demo is loaded and the code compiled once, ahead of all starts, which keeps the tests free of any order."""
    program = (
        "import django; django.setup()\nimport stories.urls\n"
        "from stories.management.commands.serve import Command\nCommand().prepare()"
    )
    here = kept | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=here, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert "Loading the demo newsroom" in done.stdout, done.stderr


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_a_prepared_desk_says_where_it_is_and_stops_when_told(start, told):
    port = free_port()
    server = start(port)
    assert status(port, "/") == 200  # the sign-in page, where one is led
    assert status(port, "/static/css/base.css") == 200
    server.send_signal(told)
    said, complained = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0
    assert complained == ""
    assert f"http://127.0.0.1:{port}/" in said
    assert "Sign in as reporter, noh, desk, admin; the password of each is " in said
    assert "Loading" not in said


def test_a_start_costs_less_than_two_seconds_of_work_and_keeps_its_port(start):
    """Work and not time on the clock: the clock also shows what else the machine does."""
    port = free_port()
    server = start(port)
    spent = Path(f"/proc/{server.pid}/stat")
    if spent.exists():
        user, system = spent.read_text().rpartition(")")[2].split()[11:13]
        assert (int(user) + int(system)) / os.sysconf("SC_CLK_TCK") < 2
    second = start(port, to_answer=False)
    _, complained = second.communicate(timeout=PATIENCE)
    assert second.returncode == 1
    assert complained == f"CommandError: Port {port} is in use. Choose another one: PORT={port + 1} script/server\n"


def test_a_killed_server_is_back_on_its_port_at_once(start):
    port = free_port()
    start(port).kill()
    again = start(port)
    wait_until(lambda: status(port, "/sign-in/") == 200)
    assert again.poll() is None
