"""The drill of benchmarks/drill.py in short: killed in the middle, the server has lost nothing that it acknowledged."""

import os
import tempfile
from pathlib import Path

import pytest

from benchmarks.drill import drill
from benchmarks.drill_server import why_no_cluster

ROUNDS = 4
ENGINE = "postgres" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"


@pytest.fixture
def folder():
    """Where a server may be killed; the owner of a cluster, who is another user, gets there too."""
    if ENGINE == "postgres" and (missing := why_no_cluster()):
        pytest.skip(f"{missing}: apt-get install -y postgresql, and its bin folder on PATH")
    with tempfile.TemporaryDirectory(prefix="writethru-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_what_was_acknowledged_is_there_after_every_kill_and_nothing_is_filed_twice(folder):
    found = drill(folder, rounds=ROUNDS, engine=ENGINE)

    assert found.troubles == dict.fromkeys(found.troubles, 0)
    assert found.saves >= ROUNDS
    assert found.sound
    assert len(found.back) == ROUNDS


def test_the_drill_sees_what_a_server_loses_that_acknowledges_too_early(folder):
    found = drill(folder, rounds=ROUNDS, engine=ENGINE, control=True)

    assert found.lost > 0
    assert found.troubles["filed twice"] == 0
