"""A story's record without its texts: what the next filing is added to."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Subquery

from stories.models import Story, Version
from stories.queries.prepared import OTHER_TEXT, TEXT, Prepared
from stories.wire.label import Kind, Label


@dataclass(frozen=True, slots=True)
class Entry:
    """One filing: its place in the record, its seal, the label it has from the counters, the key it was filed with."""

    sequence: int
    checksum: str
    label: Label
    filing_key: str | None = None


START = Entry(0, "", Label())


COLUMNS = ("sequence", "checksum", "kind", "lead_number", "correction_number", "filing_key")


def _telling(story: str, filing_key: str) -> QuerySet[Version]:
    """A story that was filed a hundred times answers as soon as a new one."""
    filed = Version.objects.filter(story=story)
    highest, last = (
        Subquery(filed.order_by(f"-{column}").values(column)[:1]) for column in ("lead_number", "sequence")
    )
    telling = Q(lead_number=0) | Q(lead_number=highest) | Q(sequence=last) | Q(filing_key=filing_key)
    return filed.filter(telling).only(*COLUMNS).order_by("sequence")


TELLING = Prepared(_telling, TEXT, OTHER_TEXT)


def record_of(story: Story, filing_key: str | None = None) -> tuple[Entry, ...]:
    """What the next filing is added to, in record order: the last filing, and all that say which label comes next.

    Those before the first lead and those of the highest. So does the one with `filing_key`, if there is one. One query.
    """
    return tuple(_entry(row) for row in TELLING(story.pk, filing_key or ""))


def end_of_record(story: Story) -> Entry:
    """The last filing, START where there is none. One query."""
    last = story.versions.order_by("-sequence").only(*COLUMNS).first()
    return _entry(last) if last else START


def _entry(row: Version) -> Entry:
    label = Label(Kind(row.kind), row.lead_number, row.correction_number)
    return Entry(row.sequence, row.checksum, label, row.filing_key)
