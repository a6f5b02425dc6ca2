"""Two filings of a story side by side: everything the compare page shows, ready to show."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Prefetch, prefetch_related_objects

from stories.models import Draft, DraftPhoto, FactCheck, Version, VersionPhoto
from stories.queries.compare_photos import PhotoRow, photo_rows
from stories.queries.copy import draft_copy, version_copy
from stories.queries.filings import Filing, Pair, Rung, rungs
from stories.wire.diff import diff
from stories.wire.diff.values import FieldChange, StoryDiff
from stories.wire.facts import facts
from stories.wire.review import (
    FactPanel,
    Head,
    Review,
    announces_correction,
    fact_panel,
    heads,
    places,
    review,
)
from stories.wire.story import WireStory

Places = tuple[dict[int, str], dict[int, str]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from `pair.old` to `pair.new`, and what this person has checked of it."""

    pair: Pair
    rungs: tuple[Rung, ...]
    old_copy: WireStory
    new_copy: WireStory
    diff: StoryDiff
    heads: tuple[Head, ...]
    review: Review
    facts: FactPanel
    checked: frozenset[str]
    photos: tuple[PhotoRow, ...]
    places: Places

    @property
    def headline(self) -> FieldChange:
        return self.diff.field("headline")

    @property
    def checked_count(self) -> int:
        return sum(row.key in self.checked for row in self.facts.changed)


def compare(pair: Pair, person: User) -> Comparison:
    """Everything for the page. Two or three queries: the photos of both sides, the person's ticks."""
    for model, filings in ((VersionPhoto, _rows(pair, Version)), (DraftPhoto, _rows(pair, Draft))):
        prefetch_related_objects(filings, Prefetch("photos", model.objects.select_related("photo")))
    old, new = (_copy(filing) for filing in (pair.old, pair.new))
    changes = diff(old, new)
    rows = review(changes.grafs)
    return Comparison(
        pair=pair,
        rungs=rungs(pair),
        old_copy=old,
        new_copy=new,
        diff=changes,
        heads=heads(changes),
        review=rows,
        facts=fact_panel(facts(old.grafs, new.grafs), announced=_announced(pair)),
        checked=checked_facts(pair, person),
        photos=photo_rows(changes.photos, [filing.row for filing in (pair.old, pair.new)]),
        places=places(rows.rows),
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


def _rows(pair: Pair, model: type) -> list[Version | Draft]:
    return [filing.row for filing in (pair.old, pair.new) if isinstance(filing.row, model)]


def _copy(filing: Filing) -> WireStory:
    return draft_copy(filing.row, filing.label) if isinstance(filing.row, Draft) else version_copy(filing.row)
