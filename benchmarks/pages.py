"""How fast the compare page comes, beside a bare view with a difflib diff and, where installed, Wagtail's.

    python -m benchmarks.pages [rounds]

On an invented story of six filings: the two newest compared, and the first with the last. "kept"
is the page of a pair that somebody has looked at in the last hour, "new" one that nobody has.
"""

import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOALS = {
    ("25", "neighbours"): 12.0,
    ("25", "first and last"): 20.0,
    ("200", "neighbours"): 100.0,
    ("200", "first and last"): 100.0,
}
OF_WAGTAIL, QUERIES, KILOBYTES = 0.25, 8, 40.0
HEADS = ("paras", "pair", "kept", "new", "HTTP, kept", "floor", "Wagtail", "of it", "goal", "queries", "kB gz", "")
WIDTHS = (5, 15, 15, 15, 15, 13, 15, 6, 6, 8, 6, 7)

Measured = dict[str, dict[str, dict[str, Any]]]


def run(module: str, rounds: int) -> Measured:
    """What a program of the comparison measures, by size and pair, in an empty newsroom of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "WRITETHRU_DATA_DIR": folder,
            "WRITETHRU_DEBUG": "false",
            "WRITETHRU_LOG_LEVEL": "WARNING",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", module, str(rounds)]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)
    if ran.returncode:
        raise SystemExit(f"{module} failed:\n{ran.stderr[-3000:]}")
    return json.loads(ran.stdout)


def meets_goals(size: str, pair: str, ours: dict[str, Any], theirs: dict[str, float] | None) -> bool:
    quick = ours["kept"]["p95"] <= GOALS[size, pair]
    quicker = not theirs or ours["kept"]["p95"] <= OF_WAGTAIL * theirs["p95"]
    return quick and quicker and ours["queries"] <= QUERIES and ours["kilobytes"] <= KILOBYTES


def line(size: str, pair: str, ours: dict[str, Any], theirs: dict[str, float] | None) -> tuple[str, ...]:
    return (
        size,
        pair,
        *(shown(ours[name]) for name in ("kept", "new", "http", "floor")),
        shown(theirs) if theirs else "-",
        f"{ours['kept']['p95'] / theirs['p95']:.2f}" if theirs else "-",
        f"{GOALS[size, pair]:.0f}",
        str(ours["queries"]),
        f"{ours['kilobytes']:.1f}",
        "met" if meets_goals(size, pair, ours, theirs) else "MISSED",
    )


def shown(timing: dict[str, float]) -> str:
    return f"{timing['p95']:.1f} ({timing['median']:.1f})"


def print_row(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True)))


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    ours = run("benchmarks.pages_newsroom", rounds)
    theirs = run("benchmarks.pages_wagtail", rounds) if importlib.util.find_spec("wagtail") else {}
    print(f"The compare page, p95 of {rounds} in milliseconds, medians in brackets")
    print_row(HEADS)
    rows = [(size, pair, ours[size][pair], theirs.get(size, {}).get(pair)) for size, pair in GOALS]
    for row in rows:
        print_row(line(*row))
    if not theirs:
        print("Wagtail is not installed here, so its column is empty.")
    return 0 if all(meets_goals(*row) for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
