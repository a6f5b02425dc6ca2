"""Two of a story's filings by their addresses, and the rail that lists them all."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.http import Http404

from stories.models import Story
from stories.permissions import Person
from stories.queries.doors import story_for
from stories.queries.filing_list import CORRECTION, DRAFT, NOTHING, Filing, nothing, story_filings


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
        """What went over the wire up to the newer one, and the two themselves."""
        return tuple(
            filing
            for filing in self.filings[: self.filings.index(self.new) + 1]
            if filing.is_sent or filing in (self.old, self.new)
        )

    @property
    def after_old(self) -> tuple[Filing, ...]:
        """The filings that the diff spans: the newer one and what lies between."""
        return self.up_to_new[self.up_to_new.index(self.old) + 1 :]

    @property
    def next_to(self) -> bool:
        """Whether the newer filing follows the older one at once on the wire: its ATTN speaks of just that."""
        return self.old.is_sent and len(self.after_old) == 1

    @property
    def neighbours(self) -> tuple[Filing, Filing] | None:
        """The newer filing and the one before it; for the first of all, it and the next; None where it is alone."""
        place = max(1, self.filings.index(self.new))
        return (self.filings[place - 1], self.filings[place]) if len(self.filings) > 1 else None


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of the leads rail: words more than the filing before it, time since.

    `since` is None where there is none before, and where that is the later of the two: a draft handed in as it is.
    """

    filing: Filing
    words_more: int | None
    since: timedelta | None
    is_old: bool
    is_new: bool
    before_new: bool
    after_old: bool


def pair_for(person: Person, pk: str, old: str, new: str, now: datetime) -> Pair:
    """Two filings by their addresses, or Http404. Three queries, a fourth where something was submitted.

    An address is a sequence number, "draft", "correction", `s<n>` for the n-th submission of the
    story, or "nothing" for the older side of a first filing.
    """
    story = story_for(person, pk, now)
    filings = story_filings(story, all_submissions=old.startswith("s") or new.startswith("s"))
    if old == NOTHING:
        filings = (nothing(story), *filings)
    return Pair(story, filings, _find(filings, old), _find(filings, new))


def rungs(pair: Pair) -> tuple[Rung, ...]:
    """The rail, newest first."""
    listed = tuple(filing for filing in pair.filings if filing.listed or filing in (pair.old, pair.new))
    start, end = listed.index(pair.old), listed.index(pair.new)
    return tuple(
        Rung(
            filing=filing,
            words_more=filing.words - last.words if last else None,
            since=filing.at - last.at if last and filing.at >= last.at else None,
            is_old=place == start,
            is_new=place == end,
            before_new=place < end,
            after_old=place > start,
        )
        for place, (last, filing) in reversed(list(enumerate(pairwise((None, *listed)))))
    )


def _find(filings: tuple[Filing, ...], address: str) -> Filing:
    """The filing at an address; "draft" finds a correction where no update is being written."""
    by_address = {filing.address: filing for filing in filings}
    filing = by_address.get(address) or (by_address.get(CORRECTION) if address == DRAFT else None)
    if filing is None:
        raise Http404("There is no such filing of this story.")
    return filing
