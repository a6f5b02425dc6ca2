"""How fast a draft is saved, read and filed, alone and with twenty reporters saving at once, beside a bare floor.

    python -m benchmarks.saving [rounds]

A story of 25 paragraphs on SQLite, every write durable. "floor" is a bare Django view that reads
the session and its person and writes one row. Milliseconds; "queries" leaves BEGIN and COMMIT out.
"""

import json
import os
import sys
import tempfile
from typing import Any

from benchmarks.pages import ROOT, shown
from benchmarks.saving_values import CROWD, GOALS, in_its_own_newsroom

HEADS = ("", "in-process", "its work", "HTTP", f"HTTP, {CROWD} saving", "queries", "of floor", "goal", "")
WIDTHS = (14, 15, 8, 15, 17, 8, 9, 16, 7)


def line(name: str, ours: dict[str, Any], floor: dict[str, Any]) -> tuple[str, ...]:
    goal = GOALS.get(name)
    return (
        name,
        shown(ours["alone"]),
        f"{ours['alone']['work']:.1f}",
        shown(ours["http"]),
        shown(ours["crowd"]) if "crowd" in ours else "-",
        str(ours["queries"]),
        f"{ours['alone']['median'] / floor['alone']['median']:.1f}",
        f"{goal.p95:.0f} ms, {goal.queries} SQL" if goal else "-",
        ("met" if goal.met(ours) else "MISSED") if goal else "",
    )


def print_row(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True)))


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        measured = json.loads(in_its_own_newsroom(ROOT, folder, "benchmarks.saving_newsroom", str(rounds), str(CROWD)))
    print(f"Saving, p95 of {rounds} in milliseconds, medians in brackets; load {os.getloadavg()[0]:.1f}")
    print_row(HEADS)
    for name, ours in measured["tasks"].items():
        print_row(line(name, ours, measured["tasks"]["floor"]))
    crowd = measured["crowd"]
    print(f"{CROWD} at once meanwhile: {crowd['saves']} saves, {len(crowd['failures'])} failures (a lock is one)")
    print("\n".join(crowd["failures"][:5]))
    met = [goal.met(measured["tasks"][name]) for name, goal in GOALS.items()]
    return 0 if all(met) and not crowd["failures"] else 1


if __name__ == "__main__":
    sys.exit(main())
