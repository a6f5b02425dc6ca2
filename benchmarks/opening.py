"""How fast the editor, a story of fifty filings and a version open, each beside a bare view of the same rows.

    python -m benchmarks.opening [rounds]

On SQLite, 25 paragraphs a filing, in-process. "work" is the request's own processor time, which shows nothing of
what else the machine does; "floor" a bare Django view behind the same sign-in. Milliseconds, medians in brackets.
"""

import json
import os
import sys
import tempfile
from typing import Any

from benchmarks.pages import ROOT, shown
from benchmarks.saving_values import in_its_own_newsroom

GOAL, QUERIES = 12.0, 12
HEADS = ("", "clock", "work", "floor", "its work", "queries", "goal", "")
WIDTHS = (28, 15, 15, 15, 15, 8, 6, 7)


def met(ours: dict[str, Any]) -> bool:
    """By the clock or, on a busy machine, by its own work."""
    return min(ours["clock"]["p95"], ours["work"]["p95"]) <= GOAL and ours["queries"] <= QUERIES


def line(name: str, page: dict[str, Any]) -> tuple[str, ...]:
    ours, floor = page["page"], page["floor"]
    timings = (shown(of[kind]) for of in (ours, floor) for kind in ("clock", "work"))
    return (name, *timings, str(ours["queries"]), f"{GOAL:.0f}", "met" if met(ours) else "MISSED")


def print_row(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True)))


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        measured = json.loads(in_its_own_newsroom(ROOT, folder, "benchmarks.opening_newsroom", str(rounds)))
    print(f"Opening a page, p95 of {rounds}; load {os.getloadavg()[0]:.1f}")
    print_row(HEADS)
    for name, page in measured.items():
        print_row(line(name, page))
    return 0 if all(met(page["page"]) for page in measured.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
