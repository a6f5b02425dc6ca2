"""On a real lead: from older versions that make its real line true, the same verbs and objects are proposed."""

from dataclasses import replace
from pathlib import Path

import pytest

from stories.wire.attn import Truth, parse_attn, propose, verify
from stories.wire.parse import parse

SEED = Path(__file__).parents[4] / "shared" / "wire" / "seed-3rd-ld.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the real lead is not here: ../shared/wire is absent")

# Paragraphs (from 0) that the older version did not have yet: quotations and other news among them.
MISSING = [(1, 10), (1, 7, 8, 10, 11), (4, 6, 7, 11, 13, 16), tuple(range(3, 18))]


def said(line: str) -> list[tuple[str, list[str]]]:
    return [(clause.verb, [item.text for item in clause.objects if item.text]) for clause in parse_attn(line).clauses]


@pytest.mark.parametrize("missing", MISSING)
def test_the_proposal_has_the_verbs_and_objects_of_the_real_line(missing):
    new = parse(SEED.read_text(encoding="utf-8")).story
    old = replace(
        new,
        headline="Leaders of Korea, Japan open talks in ancient capital",
        grafs=tuple(graf for index, graf in enumerate(new.grafs) if index not in missing),
        captions=new.captions[1:],
    )
    assert said(propose(old, new).text) == said(new.attn)
    assert Truth.FALSE not in {verdict.truth for verdict in verify(new.attn, old, new)}
