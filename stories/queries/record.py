"""A story's record without its texts: what the next filing is added to."""

from dataclasses import dataclass

from stories.models import Story
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


def record_of(story: Story) -> tuple[Entry, ...]:
    """Every filing, oldest in the record first. One query."""
    return tuple(_entry(*row) for row in story.versions.order_by("sequence").values_list(*COLUMNS))


def end_of_record(story: Story) -> Entry:
    """The last filing, START where there is none. One query."""
    last = story.versions.order_by("-sequence").values_list(*COLUMNS).first()
    return _entry(*last) if last else START


def _entry(sequence: int, checksum: str, kind: str, lead: int, correction: int, filing_key: str | None) -> Entry:
    return Entry(sequence, checksum, Label(Kind(kind), lead, correction), filing_key)
