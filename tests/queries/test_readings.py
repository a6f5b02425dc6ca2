"""What is read of filed text once, and kept on disk."""

import pytest

from stories.queries import readings
from stories.queries.filing_list import story_filings
from stories.queries.readings import facts_of, keep_readings, strands_of
from stories.services.drafting import open_draft
from stories.wire.facts import extract
from stories.wire.provenance import provenance
from tests.ferry import file_ferry

pytestmark = pytest.mark.django_db


@pytest.fixture
def filings(desk, reporter, now, settings, tmp_path):
    """The four filings of the ferry story, oldest first, with nothing kept of them."""
    kept = settings.CACHES["readings"] | {"LOCATION": str(tmp_path / "readings")}
    settings.CACHES = settings.CACHES | {"readings": kept}
    ferry, _ = file_ferry(desk=desk, actor=reporter, now=now)
    return story_filings(ferry)


@pytest.fixture
def files(tmp_path):
    """`files()`: what is kept on disk."""
    return lambda: sorted((tmp_path / "readings").glob("*"))


def never(*args):
    raise AssertionError("It was read again.")


def test_a_filed_text_is_read_once_for_every_worker(filings, monkeypatch):
    strands, facts = strands_of(filings), facts_of(filings[-1])
    assert strands == provenance([filing.grafs for filing in filings])
    assert facts == extract(filings[-1].grafs)
    monkeypatch.setattr(readings, "provenance", never)
    monkeypatch.setattr(readings, "extract", never)
    assert strands_of(filings) == strands
    assert facts_of(filings[-1]) == facts


def test_the_next_filing_is_read_from_where_the_last_reading_ends(filings, monkeypatch):
    strands_of(filings[:3])
    given = []
    monkeypatch.setattr(
        readings, "provenance", lambda grafs, known: given.append(len(known)) or provenance(grafs, known)
    )
    assert strands_of(filings) == provenance([filing.grafs for filing in filings])
    assert given == [3]


def test_a_draft_is_read_each_time_and_never_kept(filings, files, reporter, now):
    story = filings[0].row.story
    open_draft(story=story, actor=reporter, now=now)
    with_draft = story_filings(story)
    keep_readings(filings[-1].row)
    kept = files()
    assert strands_of(with_draft) == provenance([filing.grafs for filing in with_draft])
    assert facts_of(with_draft[-1]) == extract(with_draft[-1].grafs)
    assert files() == kept


def test_what_cannot_be_read_is_read_anew(filings, files):
    facts = facts_of(filings[-1])
    for file in files():
        file.write_bytes(b"\x80\x04K\x00.spoilt")
    assert facts_of(filings[-1]) == facts


def test_the_filing_of_a_very_long_story_does_not_wait_for_its_reading(filings, files, monkeypatch):
    monkeypatch.setattr(readings, "READ_AHEAD", 3)
    keep_readings(filings[-1].row)
    assert not files()
    monkeypatch.setattr(readings, "READ_AHEAD", 4)
    keep_readings(filings[-1].row)
    assert files()
