"""What of a submission the desk will want to look at: facts that read otherwise, an ATTN line that does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Prefetch

from stories.models import Draft, Submission, SubmissionPhoto, Version, VersionPhoto
from stories.wire.facts import Change
from stories.wire.label import Kind, Label
from stories.wire.review import CHECKER, audit

from .copy import standing_copy
from .reviews import submission_copy

# A submission never changes; a week is longer than one waits.
KEPT_FOR = 7 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Doubts:
    """Changed facts, claims of the ATTN line that do not hold, and changes that it does not say."""

    facts: int = 0
    wrong: int = 0
    unsaid: int = 0

    @property
    def attn(self) -> int:
        return self.wrong + self.unsaid


def doubts_of(submissions: Sequence[Submission]) -> dict[int, Doubts]:
    """By the key of each submission. Worked out once for each and kept: no query for those that are."""
    keys = {_key(submission): submission.pk for submission in submissions}
    kept: dict[str, Doubts] = cache.get_many(keys)
    missing = [pk for key, pk in keys.items() if key not in kept]
    if missing:
        fresh = {_key(row): _doubts(row) for row in _with_texts(missing)}
        cache.set_many(fresh, KEPT_FOR)
        kept |= fresh
    return {pk: kept[key] for key, pk in keys.items()}


def _key(submission: Submission) -> str:
    return f"doubts-{CHECKER}-{submission.story_id}-{submission.pk}-{submission.based_on_id}"


def _with_texts(pks: Sequence[int]) -> list[Submission]:
    photos = Prefetch("photos", SubmissionPhoto.objects.select_related("photo"))
    before = Prefetch("based_on__photos", VersionPhoto.objects.select_related("photo", "late__photo"))
    rows = Submission.objects.filter(pk__in=pks).select_related("based_on", "draft")
    return list(rows.prefetch_related(photos, before))


def _doubts(submission: Submission) -> Doubts:
    before: Version | None = submission.based_on
    if before is None:
        return Doubts()
    correcting = submission.draft.purpose == Draft.Purpose.CORRECTION
    label = Label(Kind.CORRECTION, before.lead_number, 1) if correcting else None
    found = audit(standing_copy(before, submission.submitted_at), submission_copy(submission, label))
    changed = sum(fact.change is Change.CHANGED for fact in found.facts)
    return Doubts(changed, len(found.wrong), len(found.undeclared))
