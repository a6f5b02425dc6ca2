"""No two texts hold up a save: the work of a merge is bounded, and nothing is lost in it whatever is pasted.

The guard is many times what is needed, so that a busy machine does not fail it; work that
grows with the square of the text would take minutes.
"""

import random
import time

import pytest

from stories.wire.merge import merge

GUARD = 15.0


def words(count: int, vocabulary: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return [f"w{rng.randrange(vocabulary)}" for _ in range(count)]


def rows(count: int) -> list[str]:
    rng = random.Random("rows")
    return [f"Row {i}: {rng.randrange(999)} votes, {rng.randrange(99)} seats" for i in range(count)]


def retyped(grafs: list[str], sign: str) -> list[str]:
    """Words put in, paragraphs cut, added and moved, all over the text; `sign` begins each new word."""
    rng, made = random.Random(sign), list(grafs)
    for number in range(300):
        at = rng.randrange(len(made))
        act = rng.choice(["word", "word", "cut", "add", "move"])
        if act == "word":
            made[at] += f" {sign}{number}"
        elif act == "add":
            made.insert(at, f"{sign}{number} stands here now.")
        else:
            taken = made.pop(at)
            if act == "move":
                made.insert(rng.randrange(len(made)), taken)
    return made


def some_words_new(grafs: list[str], sign: str) -> list[str]:
    rng, made = random.Random(sign), grafs[0].split()
    for number in range(200):
        made[rng.randrange(len(made))] = f"{sign}{number}"
    return [" ".join(made)]


LONG = [" ".join(words(20_000, 5_000, 1))]
SHORT_OF_WORDS = [" ".join(words(20_000, 3, 1))]
BAD = {
    "2,000 paragraphs": (rows(2_000), retyped(rows(2_000), "mine"), retyped(rows(2_000), "theirs")),
    "identical rows": (["the same row"] * 2_000, ["the same row"] * 2_001, ["the same row"] * 1_990),
    "rows back to front": (rows(2_000), rows(2_000)[::-1], retyped(rows(2_000), "theirs")),
    "one long paragraph": (LONG, some_words_new(LONG, "mine"), some_words_new(LONG, "theirs")),
    "three words over and over": (
        SHORT_OF_WORDS,
        some_words_new(SHORT_OF_WORDS, "mine"),
        some_words_new(SHORT_OF_WORDS, "theirs"),
    ),
    "all of it new on both sides": (rows(2_000), words(2_000, 9_000_000, 2), words(2_000, 9_000_000, 3)),
    "a megabyte without blanks": (["x" * 1_000_000], ["x" * 999_999 + "y"], ["z" + "x" * 999_999]),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_merged_in_bounded_time_and_nothing_of_it_is_lost(name):
    base, mine, theirs = BAD[name]
    start = time.process_time()
    result = merge(base, mine, theirs)
    assert time.process_time() - start < GUARD
    kept = {word for graf in result.grafs for word in graf.split()}
    for row in result.conflicts:
        kept |= {word for side in (row.mine, row.theirs) for graf in side for word in graf.split()}
    old = set(" ".join(base).split())
    assert set(" ".join([*mine, *theirs]).split()) - old <= kept
