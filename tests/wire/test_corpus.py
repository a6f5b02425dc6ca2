"""Invented copy in every odd shape the wire has: a file for each case, what is read from it beside it."""

import json
from pathlib import Path

import pytest

from benchmarks.adapter import read, write

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
CASES = sorted(CORPUS.glob("*.txt"))


def reading(path: Path) -> dict:
    """What `read` gives, each problem as its code and its first line."""
    found = read(path.read_bytes().decode())
    return found | {"problems": [[problem["code"], problem["line"]] for problem in found["problems"]]}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_reads_as_its_expectation_says(path):
    expected = json.loads(path.with_suffix(".json").read_text())
    assert reading(path) == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_was_read_from_a_case_is_written_so_that_it_reads_the_same(path):
    story = read(path.read_bytes().decode()) | {"problems": []}
    assert read(write(story)) | {"problems": []} == story


def test_every_expectation_has_its_case():
    assert {path.stem for path in CORPUS.glob("*.json")} == {path.stem for path in CASES}
