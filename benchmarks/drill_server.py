"""The real server, and a PostgreSQL cluster of its own, to be killed without warning and started again."""

import http.client
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0  # seconds; far above what a start takes, for machines that do much else
OURS = ("WRITETHRU_", "DATABASE_URL", "DJANGO_")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(true: Callable[[], bool], what: str) -> None:
    """TimeoutError, naming `what`, where it does not come true in time."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} within {PATIENCE:.0f} seconds")
        time.sleep(0.03)


@dataclass(frozen=True)
class Start:
    """Seconds to the first answer: on the clock, and of the processor's work (None where the system does not say)."""

    clock: float
    work: float | None


class Newsroom:
    """`manage.py serve` on a data folder and a port of its own, with its process group to itself."""

    def __init__(self, folder: Path, database_url: str = "", settings: str = "newsroom.settings") -> None:
        self.folder, self.port = folder, free_port()
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self.environment |= {
            "WRITETHRU_DATA_DIR": str(folder),
            "WRITETHRU_LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": settings,
            "PORT": str(self.port),
        }
        if database_url:
            self.environment["DATABASE_URL"] = database_url
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def complaints(self) -> Path:
        """What the server wrote to standard error, over all its starts."""
        return self.folder / "complaints"

    def start(self) -> "Start":
        """Run it to its first answer."""
        began = time.monotonic()
        with self.complaints.open("ab") as complaints:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )
        wait_until(lambda: self.answers() or self.process.poll() is not None, "the server does not answer")
        if self.process.poll() is not None:
            raise RuntimeError(f"the server stopped:\n{self.complaints.read_text()[-3000:]}")
        return Start(time.monotonic() - began, _work_of(self.process.pid))

    def answers(self) -> bool:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            asked.request("GET", "/sign-in/")
            return asked.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            asked.close()

    def kill(self) -> None:
        """kill -9 of the server and its workers, all at once. Nothing where it does not run."""
        if self.process is not None:
            with suppress(ProcessLookupError):  # it stopped by itself
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def command(self, *words: str, given: str = "") -> str:
        """What a Python command says in this newsroom; RuntimeError with its complaint where it fails."""
        ran = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.environment, input=given, capture_output=True, text=True
        )
        if ran.returncode:
            raise RuntimeError(f"{' '.join(words)} failed:\n{ran.stdout[-1000:]}{ran.stderr[-3000:]}")
        return ran.stdout


class Cluster:
    """A PostgreSQL cluster in `folder`; `options` are settings such as {"synchronous_commit": "off"}."""

    def __init__(self, folder: Path, options: Mapping[str, str]) -> None:
        self.folder, self.port, self.options = folder, free_port(), options
        self.process: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to be run by root.
        self.as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        folder.mkdir()
        if self.as_owner:
            shutil.chown(folder, "postgres")
        made = [*self.as_owner, "initdb", "-D", str(folder / "data"), "-U", "desk", "--auth=trust", "-E", "UTF8"]
        subprocess.run(made, check=True, capture_output=True, cwd=folder)

    @property
    def url(self) -> str:
        return f"postgresql://desk@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it; a cluster that was killed recovers first, once the last of its old processes is gone."""
        wait_until(self._runs, "PostgreSQL does not start")

    def _runs(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(
                [*self.as_owner, "postgres", "-D", str(self.folder / "data"), *self._settings()],
                cwd=self.folder,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        ready = ["pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-U", "desk"]
        return subprocess.run(ready, check=False).returncode == 0

    def _settings(self) -> list[str]:
        given = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "port": str(self.port)} | self.options
        return [word for name, value in given.items() for word in ("-c", f"{name}={value}")]

    def kill(self) -> None:
        """kill -9 of the postmaster and everything it started, so that what only memory holds is gone."""
        if self.process is None:
            return
        os.kill(self.process.pid, signal.SIGSTOP)
        for pid in (self.process.pid, *_children(self.process.pid)):
            os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self.process = None


def _children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(pid) for pid in found.read_text().split()]


def _work_of(pid: int) -> float | None:
    spent = Path(f"/proc/{pid}/stat")
    if not spent.exists():
        return None
    user, system = spent.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def why_no_cluster() -> str:
    """What is missing here for a cluster of one's own; empty where nothing is."""
    missing = [name for name in ("initdb", "postgres", "pg_isready") if shutil.which(name) is None]
    if missing:
        return f"PostgreSQL's {', '.join(missing)} not found"
    if not Path("/proc/self/task").exists():
        return "killing a cluster whole needs Linux"
    if os.geteuid() == 0 and not (shutil.which("runuser") and _is_user("postgres")):
        return "PostgreSQL is not run by root, and there is no user postgres"
    return ""


def _is_user(name: str) -> bool:
    try:
        return bool(pwd.getpwnam(name))
    except KeyError:
        return False


@contextmanager
def cluster(folder: Path, options: Mapping[str, str]) -> Iterator[Cluster]:
    """A running cluster that is gone afterwards."""
    made = Cluster(folder, options)
    try:
        made.start()
        yield made
    finally:
        made.kill()
