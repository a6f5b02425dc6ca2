"""Whether the wire board costs the same however long the archive and however deep the page.

    python -m benchmarks.board [rounds [versions ...]]

Measures a page of fifty stories in newsrooms of a thousand and of a million invented versions (some
minutes and two gigabytes while it runs): the first page, the hundredth, the ten-thousandth and the last,
as the list is made and as the whole page is answered; and the pulse that every open board asks for.
"its work" is the processor's time, p95 too: what else the machine does adds to the clock, hardly to that.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIZES = ("1000", "1000000")
LIST_P95, QUERIES, RATIO = 15.0, 8, 1.2
HEADS = ("versions", "page", "list, ms", "its work", "whole page, ms", "list queries", "page queries", "to page 1", "")
WIDTHS = (9, 8, 22, 8, 22, 13, 13, 10, 7)

Measured = dict[str, dict[str, Any]]


def run(rounds: int, sizes: tuple[str, ...]) -> Measured:
    """What benchmarks.board_newsroom measures, by number of versions, in an empty newsroom of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "WRITETHRU_DATA_DIR": folder,
            "WRITETHRU_DEBUG": "false",
            "WRITETHRU_LOG_LEVEL": "WARNING",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        command = [sys.executable, "-m", "benchmarks.board_newsroom", str(rounds), *sizes]
        ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    if ran.returncode:
        raise SystemExit("benchmarks.board_newsroom failed.")
    return json.loads(ran.stdout)


def shown(timing: dict[str, float]) -> str:
    return f"{timing['p95']:.1f} ({timing['median']:.1f}, {timing['best']:.1f})"


def ratio(page: dict[str, Any], first: dict[str, Any]) -> float:
    """Of the best times: what else the machine does only ever adds to them."""
    return page["list"]["best"] / first["list"]["best"]


def meets_goals(page: dict[str, Any], first: dict[str, Any]) -> bool:
    quick = page["list"]["p95"] <= LIST_P95 and ratio(page, first) <= RATIO
    return quick and page["list_queries"] <= QUERIES and page["page_queries"] <= QUERIES


def lines(size: str, measured: dict[str, Any], smallest: dict[str, Any]) -> list[tuple[tuple[str, ...], bool]]:
    """A line for each page, against the first page of the smallest newsroom."""
    found = []
    for name, page in measured["pages"].items():
        met = meets_goals(page, smallest)
        queries = (str(page["list_queries"]), str(page["page_queries"]))
        times = (shown(page["list"]), f"{page['list']['work']:.1f}", shown(page["page"]))
        cells = (size, name, *times, *queries, f"{ratio(page, smallest):.2f}", "met" if met else "MISSED")
        found.append((cells, met))
    return found


def print_row(cells: tuple[str, ...]) -> None:
    print("  ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True)))


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    measured = run(rounds, tuple(sys.argv[2:]) or SIZES)
    smallest = next(iter(measured.values()))["pages"]["1"]
    print(f"The wire board, p95 of {rounds} in milliseconds (median, best)")
    print_row(HEADS)
    rows = [row for size, found in measured.items() for row in lines(size, found, smallest)]
    for cells, _ in rows:
        print_row(cells)
    for size, found in measured.items():
        print(f"pulse with nothing new, {size} versions: {shown(found['pulse'])}, {found['pulse_queries']} queries")
        print(f"plan of the list, {size} versions: {found['plan']}")
    return 0 if all(met for _, met in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
