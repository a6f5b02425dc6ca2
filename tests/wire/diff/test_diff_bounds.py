"""No input holds a page: the work is bounded, whatever is pasted.

The guard is many times what is needed, so that a busy machine does not fail it; work that
grows with the square of the text would take minutes.
"""

import random
import time

import pytest

from stories.wire.diff import blocks, diff
from stories.wire.diff.candidates import FEW, candidates
from stories.wire.diff.evidence import Evidence
from stories.wire.story import WireStory

GUARD = 15.0


def words(count: int, vocabulary: int, seed: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(vocabulary)}" for _ in range(count))


def rows(count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return [f"Row {i}: {rng.randrange(999)} votes, {rng.randrange(99)} seats" for i in range(count)]


def sentences(first: int, last: int) -> str:
    return " ".join(f"S{words(12, 3_000, seed)[1:]}." for seed in range(first, last))


BAD = {
    "one long paragraph": ([words(20_000, 5_000, 1)], [words(20_000, 5_000, 2)]),
    "three words over and over": ([words(20_000, 3, 1)], [words(20_000, 3, 2)]),
    "identical rows": (["the same row"] * 2_000, ["the same row"] * 1_990),
    "template rows": (rows(2_000, 1), rows(2_000, 2)),
    "unrelated paragraphs": (
        [words(40, 3_000, i) for i in range(500)],
        [words(40, 3_000, i) for i in range(500, 1000)],
    ),
    "two long paragraphs whose sentences changed places": (
        [sentences(0, 1_000), sentences(1_000, 2_000)],
        [sentences(500, 1_500), sentences(1_500, 2_000) + " " + sentences(0, 500)],
    ),
    "a megabyte without blanks": (["x" * 1_000_000], ["x" * 999_999 + "y"]),
    "a megabyte in one paragraph": ([words(150_000, 9_000, 1)], [words(150_000, 9_000, 2)]),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_compared_in_bounded_time(name):
    old, new = (WireStory(grafs=tuple(grafs)) for grafs in BAD[name])
    start = time.process_time()
    diff(old, new)
    assert time.process_time() - start < GUARD


def test_template_rows_propose_a_bounded_number_of_pairs():
    old, new = (dict(enumerate(rows(1_500, seed))) for seed in (1, 2))
    assert len(candidates(Evidence(old, new))) <= 2 * FEW * 1_500


def test_no_stretch_is_searched_that_holds_too_many_equal_pairs(monkeypatch):
    searched = []
    search = blocks._longest_first

    def counting(old, o1, o2, new, n1, n2):
        searched.append(blocks._cost(old[o1:o2], new[n1:n2]))
        return search(old, o1, o2, new, n1, n2)

    monkeypatch.setattr(blocks, "_longest_first", counting)
    blocks.equal_blocks(words(5_000, 3, 1).split(), words(5_000, 3, 2).split())
    assert searched
    assert max(searched) <= blocks._BUDGET
