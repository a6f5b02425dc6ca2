"""A story's record without its texts: what the next filing is added to."""

from dataclasses import dataclass

from django.db.models import QuerySet, Subquery

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
    """A story that was filed a hundred times answers as soon as a new one.

    Each sort is looked up apart: asked for together, a database goes through all rows of the story.
    """
    filed = Version.objects.filter(story=story).order_by()
    highest, last = (
        Subquery(filed.order_by(f"-{column}").values(column)[:1]) for column in ("lead_number", "sequence")
    )
    sorts = (
        filed.filter(lead_number=highest),
        filed.filter(sequence=last),
        filed.exclude(filing_key=None).filter(filing_key=filing_key),  # as the index of keys says it
    )
    telling = filed.filter(lead_number=0).values("pk").union(*(rows.values("pk") for rows in sorts))
    return Version.objects.filter(pk__in=telling).only(*COLUMNS).order_by("sequence")


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
