"""kill -9 of the server while reporters save and file: is what it acknowledged there afterwards?

    python -m benchmarks.drill [--rounds 200] [--engine sqlite|postgres] [--control] [--minutes 60]

Each round starts the real server on a newsroom of its own, lets six reporters save and file over
HTTP, and kills it at a random moment; on PostgreSQL the whole cluster too, in every other round.
At the end every acknowledged save and filing is looked for, and the archive verified. `--control`
breaks one promise on purpose (PostgreSQL commits asynchronously; on SQLite the server acknowledges
before it saves): then the drill must see a loss, or it could not see one at all.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.drill_server import Cluster, Newsroom, Start, cluster, why_no_cluster
from benchmarks.drill_writers import Writer

WRITERS = 6
BACK_WITHIN = 2.0  # seconds
ASYNCHRONOUS = {"synchronous_commit": "off", "wal_writer_delay": "10s"}
LONGEST_WAIT = 60.0  # seconds for the first saves of a round
EARLY = "benchmarks.drill_early"


@dataclass(frozen=True)
class Outcome:
    """What a drill found. `troubles` counts, by name, what must not be; `back` holds each start."""

    troubles: dict[str, int]
    saves: int
    filings: int
    unanswered: int
    failures: int
    back: list[Start]

    @property
    def clean(self) -> bool:
        return not any(self.troubles.values())

    @property
    def sound(self) -> bool:
        """Whether pages failed only as a cluster died under the server: one for each writer and kill at most."""
        return self.failures <= WRITERS * len(self.back)

    @property
    def lost(self) -> int:
        return self.troubles["saves lost"] + self.troubles["filings lost"]


def drill(
    folder: Path, *, rounds: int, engine: str, control: bool = False, seed: int = 1, minutes: float = 60
) -> Outcome:
    """Run the drill in `folder`, `rounds` times or as often as `minutes` allow.

    RuntimeError, TimeoutError where the server does not come back.
    """
    with ExitStack() as stack:
        base = None
        if engine == "postgres":
            base = stack.enter_context(cluster(folder / "cluster", ASYNCHRONOUS if control else {}))
        settings = EARLY if control and base is None else "newsroom.settings"
        newsroom = Newsroom(folder / "newsroom", base.url if base else "", settings)
        newsroom.folder.mkdir()
        stack.callback(newsroom.kill)
        if settings == EARLY:
            newsroom.environment["WRITETHRU_WORKERS"] = "1"  # one queue, so that only the kill can lose a save
        stories = json.loads(newsroom.command("-m", "benchmarks.drill_record", "prepare", str(WRITERS)))
        over = threading.Event()
        writers = [Writer(newsroom.port, name, story, over) for name, story in stories.items()]
        bounds = {"rounds": rounds, "minutes": minutes, "always": control}
        back = kill_again_and_again(newsroom, base, writers, over, random.Random(seed), **bounds)
        return outcome(newsroom, writers, back)


def kill_again_and_again(
    newsroom: Newsroom,
    base: Cluster | None,
    writers: list[Writer],
    over: threading.Event,
    chance: random.Random,
    *,
    rounds: int,
    minutes: float,
    always: bool,
) -> list[Start]:
    """Start, let write, kill; what each start took. `always`: the cluster in each round."""
    for writer in writers:
        writer.start()
    back = []
    end = time.monotonic() + minutes * 60
    try:
        while len(back) < rounds and time.monotonic() < end:
            back.append(newsroom.start())
            wait_for_work(writers, least=1 if len(back) == 1 else 0)
            time.sleep(chance.uniform(0, 0.5))
            whole = base is not None and (always or chance.random() < 0.5)
            if whole:
                base.kill()
            newsroom.kill()
            if whole:
                base.start()
    finally:
        over.set()
        for writer in writers:
            writer.join(40)
    return back


def wait_for_work(writers: list[Writer], *, least: int) -> None:
    """Until the server acknowledged something more, and `least` to each: no time is taken away from signing in."""
    before = sum(writer.acknowledged.count for writer in writers)
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end and not any(writer.broken for writer in writers):
        counts = [writer.acknowledged.count for writer in writers]
        if sum(counts) > before and min(counts) >= least:
            return
        time.sleep(0.01)


def outcome(newsroom: Newsroom, writers: list[Writer], back: list[Start]) -> Outcome:
    """Look for everything that was acknowledged."""
    for writer in writers:
        if writer.broken:
            raise RuntimeError(f"{writer.username} gave up") from writer.broken
    said = {writer.story: asdict(writer.acknowledged) for writer in writers}
    found = json.loads(newsroom.command("-m", "benchmarks.drill_record", "check", given=json.dumps(said)))
    total = [writer.acknowledged for writer in writers]
    return Outcome(
        troubles=found["troubles"],
        saves=sum(len(one.saves) for one in total),
        filings=sum(len(one.filings) for one in total),
        unanswered=sum(one.unanswered for one in total),
        failures=sum(one.failures for one in total),
        back=back,
    )


def report(found: Outcome, *, engine: str, control: bool) -> bool:
    """Print it; whether all is as it must be."""
    print(f"{len(found.back)} times killed on {engine}{', as a control' if control else ''}")
    print(f"acknowledged: {found.saves} saves, {found.filings} filings")
    print(f"asked again: {found.unanswered} times without an answer, {found.failures} times after a failure")
    print("afterwards: " + ", ".join(f"{count} {name}" for name, count in found.troubles.items()))
    clock = statistics.median(start.clock for start in found.back)
    work = statistics.median(start.work or start.clock for start in found.back)
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    print(
        f"back after (median): {work:.2f} s of work, {clock:.2f} s on the clock of a machine at load {load:.1f} a core"
    )
    goals = {"the drill sees a loss": found.lost > 0} if control else {"nothing lost, nothing twice": found.clean}
    goals["no page fails but under a dying cluster"] = found.sound
    # Work is judged: the clock also shows what else the machine does.
    goals[f"back within {BACK_WITHIN:.0f} s of work"] = work <= BACK_WITHIN
    for name, met in goals.items():
        print(f"{name}: {'met' if met else 'MISSED'}")
    return all(goals.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--control", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="no round begins later than this")
    asked = parser.parse_args()
    if asked.engine == "postgres" and (missing := why_no_cluster()):
        raise SystemExit(missing)
    with tempfile.TemporaryDirectory(prefix="writethru-drill-") as folder:
        Path(folder).chmod(0o755)  # the cluster's owner may be another user
        found = drill(Path(folder), **vars(asked))
    return 0 if report(found, engine=asked.engine, control=asked.control) else 1


if __name__ == "__main__":
    sys.exit(main())
