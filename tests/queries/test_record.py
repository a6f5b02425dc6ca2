"""What the next filing is added to: enough of the record to say its label, and no more."""

import pytest
from django.db import connection

from stories.models import Version
from stories.queries.labels import filed_labels, telling_labels
from stories.queries.ordering import in_wire_order
from stories.queries.record import _telling, record_of
from stories.services.chain import add_version
from stories.services.drafting import DraftText
from stories.wire.label import Kind, Label
from stories.wire.order import next_label

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(story, reporter, now):
    def file(*labels: Label) -> None:
        for label in labels:
            text = DraftText(headline="Ferries stay in port", body="One.")
            key = f"key of {label.kind} {label.lead_number}"
            add_version(story=story, label=label, text=text, uses=(), filed_at=now, actor=reporter, filing_key=key)

    return file


LEADS = [Label(Kind.LEAD, number) for number in range(1, 8)]
CORRECTED = Label(Kind.CORRECTION, 7, 1)


@pytest.mark.parametrize(
    "labels",
    [
        [],
        [Label(Kind.URGENT)],
        [Label(Kind.URGENT), Label(Kind.CORRECTION, 0, 1)],
        [Label(Kind.URGENT), Label(Kind.FIRST), Label(Kind.CORRECTION, 0, 1)],
        [Label(Kind.FIRST), *LEADS],
        [*LEADS[3:], CORRECTED, *LEADS[:3]],  # the older leads were brought in late
        [Label(Kind.FIRST), *LEADS, CORRECTED, Label(Kind.KILL)],
    ],
)
@pytest.mark.parametrize("asked", list(Kind))
def test_the_label_that_comes_next_is_the_one_the_whole_record_gives(story, filed, labels, asked):
    filed(*labels)
    record = list(Version.objects.filter(story=story))
    story.current_version = in_wire_order(record)[-1] if record else None
    every = [version.label for version in record]

    def coming(known):
        try:
            return next_label(known, asked)
        except ValueError as refusal:
            return str(refusal)

    assert coming(filed_labels(story)) == coming(every)
    assert coming(telling_labels(story)) == coming(every)


def test_the_last_filing_and_the_one_under_the_key_are_among_them(story, filed):
    filed(Label(Kind.FIRST), *LEADS[3:], *LEADS[:3])
    record = record_of(story, "key of lead 5")
    assert record[-1].label == LEADS[2]
    assert [entry.label.lead_number for entry in record] == [0, 5, 7, 3]
    assert [entry.filing_key for entry in record if entry.label == LEADS[4]] == ["key of lead 5"]


def test_the_record_is_not_read_whole(story, filed, django_assert_num_queries):
    filed(Label(Kind.FIRST), *LEADS)
    record_of(story)
    with django_assert_num_queries(1):
        assert len(record_of(story)) == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="says the plan in SQLite's words")
def test_each_filing_that_tells_is_looked_up_by_an_index_however_long_the_record(story):
    found = _telling(story.pk, "a key").explain()
    assert "SCAN" not in found
    assert "USING INDEX" not in found  # a row beside its index; the keys alone are read in covering ones
    assert "(story_id=? AND filing_key=?)" in found
