"""A story's filings in wire order, and two of them by their addresses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.contrib.auth.models import User
from django.http import Http404

from stories.models import Draft, Story, Version
from stories.permissions import Person
from stories.queries.doors import story_for
from stories.queries.labels import draft_kind
from stories.wire.grafs import split_grafs, word_count
from stories.wire.label import Label, short_label
from stories.wire.order import OutOfOrder, next_label, wire_rank

DRAFT, CORRECTION = "draft", "correction"


@dataclass(frozen=True, slots=True)
class Filing:
    """A version or an open draft, as the leads rail lists it.

    `address` is its word in a compare address; `sequence` is a draft's own as well: the
    number it will be filed under.
    """

    address: str
    sequence: int
    label: Label
    at: datetime
    person: User
    words: int
    row: Version | Draft

    @property
    def is_draft(self) -> bool:
        return isinstance(self.row, Draft)

    @property
    def name(self) -> str:
        """What people call it: "2nd LD", "first filing", "4th LD draft"."""
        name = short_label(self.label) or "first filing"
        return f"{name} draft" if self.is_draft else name

    @property
    def grafs(self) -> tuple[str, ...]:
        return split_grafs(self.row.body)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two filings asked for, in the order asked, among all of the story's, oldest on the wire first."""

    story: Story
    filings: tuple[Filing, ...]
    old: Filing
    new: Filing

    @property
    def is_backwards(self) -> bool:
        return self.filings.index(self.old) > self.filings.index(self.new)

    @property
    def up_to_new(self) -> tuple[Filing, ...]:
        return self.filings[: self.filings.index(self.new) + 1]

    @property
    def after_old(self) -> tuple[Filing, ...]:
        """The filings that the diff spans: the newer one and what lies between."""
        return self.up_to_new[self.filings.index(self.old) + 1 :]

    @property
    def next_to(self) -> bool:
        """Whether the newer filing follows the older one at once."""
        return len(self.after_old) == 1

    @property
    def neighbours(self) -> tuple[Filing, Filing] | None:
        """The newer filing and the one before it; for the first of all, it and the next; None where it is alone."""
        place = max(1, self.filings.index(self.new))
        return (self.filings[place - 1], self.filings[place]) if len(self.filings) > 1 else None


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of the leads rail: words more than the filing before it, time since."""

    filing: Filing
    words_more: int | None
    since: timedelta | None
    is_old: bool
    is_new: bool
    before_new: bool
    after_old: bool


def pair_for(person: Person, pk: str, old: str, new: str, now: datetime) -> Pair:
    """Two filings by their addresses (a sequence number, "draft", "correction"), or Http404. Three queries."""
    story = story_for(person, pk, now)
    filings = story_filings(story)
    return Pair(story, filings, _find(filings, old), _find(filings, new))


def story_filings(story: Story) -> tuple[Filing, ...]:
    """All versions in wire order and the open drafts after them. Two queries."""
    versions = story.versions.select_related("filed_by").defer("checksum", "previous_checksum", "filing_key")
    versions = versions.order_by()  # sorted here, by what only the label knows
    filed = sorted(versions, key=lambda version: (wire_rank(version.label), version.filed_at, version.sequence))
    drafts = story.drafts.filter(closed_at=None).select_related("saved_by").order_by("-purpose")
    sequence = max((version.sequence for version in filed), default=0) + 1
    labels = [version.label for version in filed]
    return (*map(_filed, filed), *(_open(draft, story, labels, sequence) for draft in drafts))


def rungs(pair: Pair) -> tuple[Rung, ...]:
    """The rail, newest first."""
    start, end = pair.filings.index(pair.old), pair.filings.index(pair.new)
    before = (None, *pair.filings)
    return tuple(
        Rung(
            filing=filing,
            words_more=filing.words - last.words if last else None,
            since=filing.at - last.at if last else None,
            is_old=place == start,
            is_new=place == end,
            before_new=place < end,
            after_old=place > start,
        )
        for place, (last, filing) in reversed(list(enumerate(pairwise((*before,)))))
    )


def _find(filings: Iterable[Filing], address: str) -> Filing:
    """The filing at an address; "draft" finds a correction where no update is being written."""
    by_address = {filing.address: filing for filing in filings}
    filing = by_address.get(address) or (by_address.get(CORRECTION) if address == DRAFT else None)
    if filing is None:
        raise Http404("There is no such filing of this story.")
    return filing


def _filed(version: Version) -> Filing:
    return Filing(
        str(version.sequence),
        version.sequence,
        version.label,
        version.filed_at,
        version.filed_by,
        version.word_count,
        version,
    )


def _open(draft: Draft, story: Story, labels: list[Label], sequence: int) -> Filing:
    draft.story = story
    try:
        label = next_label(labels, draft_kind(draft), tuple(draft.qualifiers))
    except OutOfOrder:
        label = Label(qualifiers=tuple(draft.qualifiers))
    address = CORRECTION if draft.purpose == Draft.Purpose.CORRECTION else DRAFT
    return Filing(address, sequence, label, draft.saved_at, draft.saved_by, word_count(split_grafs(draft.body)), draft)
