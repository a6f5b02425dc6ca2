"""How many filings a second eight editors get through at once, every one durable, beside a bare row as durable.

    python -m benchmarks.filing [--seconds 10] [--races 10000] [--engine sqlite|postgres]

Each editor files lead after lead of a story of 25 paragraphs, with an ATTN line, in two processes as the
server runs them; `--plain` leaves the line out. "floor" is one row of the same size in a transaction of its own.
With `--races`, two to sixteen editors file one lead at the same moment instead, that many times over.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.drill_server import cluster, why_no_cluster
from benchmarks.pages import ROOT
from benchmarks.saving_values import in_its_own_newsroom

A_SECOND, P99 = 250, 100.0  # the goal: filings, and milliseconds


def measured(engine: str, *words: str) -> Any:
    with tempfile.TemporaryDirectory(prefix="writethru-filing-") as folder:
        if engine == "sqlite":
            return json.loads(in_its_own_newsroom(ROOT, folder, "benchmarks.filing_newsroom", *words))
        Path(folder).chmod(0o755)  # the cluster's owner may be another user
        with cluster(Path(folder) / "cluster", {}) as base:
            given = in_its_own_newsroom(ROOT, folder, "benchmarks.filing_newsroom", *words, database_url=base.url)
            return json.loads(given)


def report_races(found: dict[str, Any]) -> bool:
    print(f"{found['rounds']} races of 2-16 editors: {found['wrong_count']} went wrong")
    print("\n".join(found["wrong"]))
    return not found["wrong_count"]


def report_filing(found: dict[str, Any]) -> bool:
    for name, one in found.items():
        print(
            f"{name:>7}: {one['a_second']:.0f}/s, median {one['median']:.1f} ms, p99 {one['p99']:.1f} ms, "
            f"{one['work']:.1f} ms of work each, {one['failures']} failed"
        )
    ours, floor = found["filing"], found["floor"]
    load = os.getloadavg()[0]
    print(f"{floor['a_second'] / ours['a_second']:.1f} bare rows in the time of a filing; load {load:.1f}")
    met = ours["a_second"] >= A_SECOND and ours["p99"] <= P99 and not ours["failures"]
    print(f"{A_SECOND}/s, p99 within {P99:.0f} ms, none failed: {'met' if met else 'MISSED'}")
    return met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--races", type=int, default=0)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    asked = parser.parse_args()
    if asked.engine == "postgres" and (missing := why_no_cluster()):
        raise SystemExit(missing)
    if asked.races:
        return 0 if report_races(measured(asked.engine, "races", str(asked.races))) else 1
    line = "plain" if asked.plain else "line"
    return 0 if report_filing(measured(asked.engine, "filing", str(asked.seconds), line)) else 1


if __name__ == "__main__":
    sys.exit(main())
