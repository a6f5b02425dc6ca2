"""A short run of the ATTN benchmark: its goals hold on edits of which every change is known."""

import pytest

from benchmarks.attn import GOALS, chains, holds, run
from stories.wire.attn import Truth, propose, verify


@pytest.fixture(scope="module")
def score():
    return run(seed=11, cases=40)


@pytest.mark.parametrize("name", GOALS)
def test_the_goal_holds(score, name):
    assert score[f"{name}/"] > 20
    assert holds(score.share(name), GOALS[name])


def test_the_typed_lines_of_the_demo_are_true():
    told = [(path.name, verdict) for path, old, new in chains() for verdict in verify(new.attn, old, new)]
    assert len(told) > 30
    assert [(name, one.claim, one.reason) for name, one in told if one.truth is Truth.FALSE] == []


def test_a_line_is_proposed_for_every_lead_of_the_demo():
    for path, old, new in chains():
        assert bool(propose(old, new)) == bool(new.attn), path
