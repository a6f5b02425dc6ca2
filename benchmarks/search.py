"""How long a search of the archive takes, words and filters of every kind, on the database of DATABASE_URL.

    python -m benchmarks.search [versions [rounds]]

Files invented stories of 12 paragraphs, four versions each, into an empty newsroom (an empty database, where
DATABASE_URL names one), then asks each question as a desk editor and as a reporter.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST = 60.0  # milliseconds, p95, of the answer while a person types
QUERIES = 8


def main() -> None:
    versions, rounds = (sys.argv[1:] + ["20000", "15"][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "WRITETHRU_DATA_DIR": folder,
            "WRITETHRU_DEBUG": "false",
            "WRITETHRU_LOG_LEVEL": "WARNING",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        command = [sys.executable, "-m", "benchmarks.search_newsroom", versions, rounds]
        ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    if ran.returncode:
        raise SystemExit("benchmarks.search_newsroom failed.")
    measured = json.loads(ran.stdout)
    print(f"{measured['versions']} versions on {measured['engine']}; p95 (median, best) and work in ms, hits, queries")
    missed = 0
    for one in measured["asked"]:
        time = one["time"]
        meets = time["p95"] <= MOST and one["queries"] <= QUERIES
        missed += not meets
        shown = f"{time['p95']:7.1f} ({time['median']:.1f}, {time['best']:.1f})".ljust(24) + f" {time['work']:5.1f}"
        print(f"{one['who']:9} {one['what']:34} {shown} {one['hits']:3} {one['queries']:3} {'' if meets else 'over'}")
    print(f"goal: p95 at most {MOST:.0f} ms, {QUERIES} queries: {'missed' if missed else 'met'}")
    raise SystemExit(bool(missed))


if __name__ == "__main__":
    main()
