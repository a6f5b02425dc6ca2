"""Two filings of a story side by side: everything the compare page shows, ready to show."""

from dataclasses import dataclass
from functools import cache as once
from functools import cached_property

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects
from django.utils.timezone import localdate

from stories.models import Draft, DraftPhoto, FactCheck, Submission, SubmissionPhoto, Version, VersionPhoto
from stories.queries.compare_copy import brought_before, copy_before, copy_of, digest, named
from stories.queries.compare_photos import PhotoRow, photo_rows
from stories.queries.filings import Pair, Rung, rungs
from stories.queries.prepared import NUMBER, TEXT, Prepared
from stories.queries.readings import facts_of
from stories.queries.story_flow import StoryFlow, columns_of, flow_of
from stories.wire.diff.values import PhotoChange
from stories.wire.review import FactPanel, Findings, Screen, announces_correction, read_pair
from stories.wire.story import WireStory

# Two texts have one diff for ever; the hour bounds how long a page may show what an older release made of it.
KEPT_FOR = 60 * 60

TICKS = Prepared(
    lambda story, person: FactCheck.objects.filter(story=story, person=person).only("sequence", "fingerprint"),
    TEXT,
    NUMBER,
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What every opening of the page needs of the findings; the rest is in what is kept of the page.

    `facts` are the keys of the changed facts, `silent` counts those nobody announced, `changes` the changed rows.
    """

    facts: tuple[str, ...]
    silent: int
    changes: int
    photos: tuple[PhotoChange, ...]


@dataclass(frozen=True)
class Comparison:
    """What changed from `pair.old` to `pair.new`, and what this person has checked of it.

    The diff is made when a part is asked for that is not kept from the last time: parts made
    of text alone are kept under `key`, which stands for that text.
    """

    pair: Pair
    checked: frozenset[str]

    @cached_property
    def old_copy(self) -> WireStory:
        return copy_before(self.pair.old, self.pair.new)

    @cached_property
    def new_copy(self) -> WireStory:
        return copy_of(self.pair.new)

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        return rungs(self.pair)

    @cached_property
    def rail_key(self) -> str:
        """SHA-256 of all that the leads rail shows. Its times are told otherwise from midnight on."""
        filings = [(filing.address, filing.label, filing.at, filing.words) for filing in self.pair.filings]
        return digest((self.pair.story.pk, filings, self.pair.old.address, self.pair.new.address, localdate()))

    @cached_property
    def key(self) -> str:
        """SHA-256 of all that the diff, its facts and its screen depend on."""
        spanned = [named(filing) for filing in self.pair.after_old]
        brought = brought_before(self.pair.old, self.pair.new)
        return digest((named(self.pair.old), brought, spanned, self.pair.next_to))

    @cached_property
    def screen(self) -> Screen:
        read = (facts_of(self.pair.old), facts_of(self.pair.new))
        told = {"announced": self._announced, "next_to": self.pair.next_to}
        return read_pair(self.old_copy, self.new_copy, read=read, **told)

    @cached_property
    def findings(self) -> Findings:
        found: Findings | None = cache.get(f"findings-{self.key}")
        if found is None:
            found = self.screen.findings
            cache.set(f"findings-{self.key}", found, KEPT_FOR)
        return found

    @property
    def facts(self) -> FactPanel:
        return self.findings.facts

    @cached_property
    def glance(self) -> Glance:
        seen: Glance | None = cache.get(f"glance-{self.key}")
        if seen is None:
            keys = tuple(row.key for row in self.facts.changed)
            seen = Glance(keys, self.facts.silent, self.findings.changes, self.findings.photos)
            cache.set(f"glance-{self.key}", seen, KEPT_FOR)
        return seen

    @cached_property
    def ticked(self) -> str:
        """The ticks as one word: the list of facts is kept for each set of them."""
        return digest([key for key in self.glance.facts if key in self.checked])

    @property
    def checked_count(self) -> int:
        return sum(key in self.checked for key in self.glance.facts)

    @cached_property
    def photos(self) -> tuple[PhotoRow, ...]:
        return photo_rows(self.glance.photos, [self.pair.old.row, self.pair.new.row])

    @cached_property
    def changed_photos(self) -> tuple[PhotoRow, ...]:
        return tuple(row for row in self.photos if row.change.changed)

    @property
    def changes(self) -> int:
        """How many there are to go through: paragraphs, then photos."""
        return self.glance.changes + len(self.changed_photos)

    @cached_property
    def has_flow(self) -> bool:
        return columns_of(self.pair) > 0

    @cached_property
    def flow_key(self) -> str:
        filings = self.pair.up_to_new
        return digest((self.key, [named(filing) for filing in filings], [filing.at for filing in filings]))

    @cached_property
    def flow(self) -> StoryFlow:
        return flow_of(self.pair, self.facts.changed)

    @cached_property
    def _announced(self) -> bool:
        """Whether any filing after the older one, up to the newer, says that it corrects.

        What was never sent needs no announcing.
        """
        return not self.pair.old.is_sent or announces_correction(
            (filing.label, filing.row.attn) for filing in self.pair.after_old
        )


def compare(pair: Pair, person: User) -> Comparison:
    """Everything for the page. Two queries, with a draft or a submission three: photos of both sides, own ticks."""
    for model, uses in ((Version, VersionPhoto), (Draft, DraftPhoto), (Submission, SubmissionPhoto)):
        rows = [filing.row for filing in (pair.old, pair.new) if isinstance(filing.row, model)]
        if any(map(_has_photos, rows)):
            pictures = ("photo", "late__photo") if uses is VersionPhoto else ("photo",)
            photos = Prefetch("photos", uses.objects.select_related(*pictures).order_by("position"))
            prefetch_related_objects(rows, photos)
        for row in rows:
            row.__dict__.setdefault("_prefetched_objects_cache", {}).setdefault("photos", _none_of(uses))
    return Comparison(pair=pair, checked=checked_facts(pair, person))


def checked_facts(pair: Pair, person: User) -> frozenset[str]:
    """The keys of the facts of the newer filing that this person has ticked. One query."""
    ticks = TICKS(pair.story.pk, person.pk)
    return frozenset(tick.fingerprint for tick in ticks if tick.sequence == pair.new.sequence)


@once
def _none_of(uses: type[Model]) -> QuerySet:
    """Known to be empty: nobody asks again."""
    none = uses._default_manager.none()
    len(none)
    return none


def _has_photos(row: Version | Draft | Submission) -> bool:
    """Whether it is worth asking for them; a draft does not say."""
    return bool(row.photo_count) if isinstance(row, Version) else getattr(row, "has_photos", True)
