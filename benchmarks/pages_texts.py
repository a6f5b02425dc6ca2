"""Invented stories to compare, and one way to time a page, for every program in the comparison."""

import math
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from benchmarks.invented import graf, rewrite

FILINGS = 6
SIZES = (25, 200)  # paragraphs of the last filing


@dataclass(frozen=True)
class Timing:
    """Milliseconds."""

    median: float
    p95: float

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


def chain(size: int, seed: int = 7) -> list[list[str]]:
    """Six filings of an invented story, the last of `size` paragraphs, each a write-through of the one before."""
    rng = random.Random(f"pages-{size}-{seed}")
    share = [0.45, 0.6, 0.75, 0.85, 0.93, 1.0]
    filings = [[graf(rng) for _ in range(max(2, round(size * share[0])))]]
    while len(filings) < FILINGS:
        filings.append(next_lead(filings[-1], round(size * share[len(filings)]), rng))
    return filings


def next_lead(grafs: list[str], size: int, rng: random.Random) -> list[str]:
    """About a third edited, one in twenty carried elsewhere, new ones until there are `size`."""
    new = [rewrite(text, rng.uniform(0.05, 0.4), rng) if rng.random() < 0.35 else text for text in grafs]
    for _ in range(len(new) // 20 + 1):
        new.insert(rng.randrange(len(new)), new.pop(rng.randrange(len(new))))
    while len(new) < size:
        new.insert(rng.randrange(1, len(new) + 1), graf(rng))
    return new


def timed(get: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> Timing:
    """Time `get` after a few turns to warm up; `before` runs ahead of each turn and is not timed."""
    taken = []
    for turn in range(rounds + 3):
        before()
        start = time.perf_counter()
        get()
        if turn >= 3:
            taken.append((time.perf_counter() - start) * 1000)
    return summed_up(taken)


def summed_up(taken: list[float]) -> Timing:
    taken = sorted(taken)
    return Timing(statistics.median(taken), taken[math.ceil(0.95 * len(taken)) - 1])
