"""Two filings of a story side by side: everything the compare page shows, ready to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.contrib.auth.models import User
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404

from stories.models import Draft, DraftPhoto, FactCheck, Photo, Story, Version, VersionPhoto
from stories.permissions import Person
from stories.queries.copy import draft_copy, version_copy
from stories.queries.doors import story_for
from stories.queries.labels import draft_kind
from stories.wire.diff import diff
from stories.wire.diff.values import StoryDiff
from stories.wire.facts import facts
from stories.wire.grafs import split_grafs, word_count
from stories.wire.label import Label, short_label
from stories.wire.order import OutOfOrder, next_label, wire_rank
from stories.wire.review import FactPanel, Review, announces_correction, fact_panel, review
from stories.wire.story import WireStory

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


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from `pair.old` to `pair.new`, and what this person has checked of it."""

    pair: Pair
    rungs: tuple[Rung, ...]
    old_copy: WireStory
    new_copy: WireStory
    diff: StoryDiff
    review: Review
    facts: FactPanel
    checked: frozenset[str]
    pictures: dict[str, Photo]


def pair_for(person: Person, pk: str, old: str, new: str, now: datetime) -> Pair:
    """Two filings by their addresses (a sequence number, "draft", "correction"), or Http404. Three queries."""
    story = story_for(person, pk, now)
    filings = story_filings(story)
    return Pair(story, filings, _find(filings, old), _find(filings, new))


def story_filings(story: Story) -> tuple[Filing, ...]:
    """All versions in wire order and the open drafts after them. Two queries."""
    versions = story.versions.select_related("filed_by").defer("checksum", "previous_checksum", "filing_key")
    filed = sorted(versions, key=lambda version: (wire_rank(version.label), version.filed_at, version.sequence))
    drafts = story.drafts.filter(closed_at=None).select_related("saved_by").order_by("-purpose")
    sequence = max((version.sequence for version in filed), default=0) + 1
    labels = [version.label for version in filed]
    return (*map(_filed, filed), *(_open(draft, story, labels, sequence) for draft in drafts))


def compare(pair: Pair, person: User) -> Comparison:
    """Everything for the page. Two or three queries: the photos of both sides, the person's ticks."""
    for model, filings in ((VersionPhoto, _rows(pair, Version)), (DraftPhoto, _rows(pair, Draft))):
        prefetch_related_objects(filings, Prefetch("photos", model.objects.select_related("photo")))
    old, new = (_copy(filing) for filing in (pair.old, pair.new))
    changes = diff(old, new)
    return Comparison(
        pair=pair,
        rungs=_rungs(pair),
        old_copy=old,
        new_copy=new,
        diff=changes,
        review=review(changes.grafs),
        facts=fact_panel(facts(old.grafs, new.grafs), announced=_announced(pair)),
        checked=checked_facts(pair, person),
        pictures={
            use.photo.sha256: use.photo
            for filing in (pair.old, pair.new)
            for use in filing.row.photos.all()
            if use.photo
        },
    )


def checked_facts(pair: Pair, person: User) -> frozenset[str]:
    """The keys of the facts of the newer filing that this person has ticked. One query."""
    ticks = FactCheck.objects.filter(story=pair.story, person=person, sequence=pair.new.sequence)
    return frozenset(ticks.values_list("fingerprint", flat=True))


def compared_facts(pair: Pair) -> FactPanel:
    """The facts panel alone, for keeping a tick. No query."""
    return fact_panel(facts(pair.old.grafs, pair.new.grafs), announced=_announced(pair))


def _announced(pair: Pair) -> bool:
    """Whether any filing after the older one, up to the newer, says that it corrects."""
    start, end = pair.filings.index(pair.old), pair.filings.index(pair.new)
    return announces_correction((filing.label, filing.row.attn) for filing in pair.filings[start + 1 : end + 1])


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


def _rows(pair: Pair, model: type) -> list[Version | Draft]:
    return [filing.row for filing in (pair.old, pair.new) if isinstance(filing.row, model)]


def _copy(filing: Filing) -> WireStory:
    return draft_copy(filing.row, filing.label) if isinstance(filing.row, Draft) else version_copy(filing.row)


def _rungs(pair: Pair) -> tuple[Rung, ...]:
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
