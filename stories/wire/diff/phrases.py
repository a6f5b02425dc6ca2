"""A phrase that two paragraphs share: what is left to see of a sentence that was taken apart."""

from collections.abc import Callable, Sequence

# What a word put in place of another costs, and one put in between, in words that stand in one paragraph alone.
CHANGED = 0.5
PUT_IN = 0.4
# Cells of one comparison; two paragraphs of 100 words have as many.
MOST = 10_000


def best_phrase(old: Sequence[str], new: Sequence[str], worth: Callable[[str], float | None]) -> float:
    """The worth of the best run of words in both, a few changed within; 0.0 for paragraphs too long to compare.

    A word that both have adds its `worth`, or counts as changed where that is None. Words worth 0.0 carry a
    phrase on and open none. Source: Smith and Waterman, "Identification of common molecular subsequences" (1981).
    """
    if len(old) * len(new) > MOST:
        return 0.0
    best = 0.0
    above = [0.0] * (len(new) + 1)
    for word in old:
        row = [0.0]
        value = worth(word)
        for at, other in enumerate(new):
            same = value if word == other else None
            here = max(
                0.0, above[at] + (same if same is not None else -CHANGED), above[at + 1] - PUT_IN, row[at] - PUT_IN
            )
            row.append(here)
            best = max(best, here)
        above = row
    return best
