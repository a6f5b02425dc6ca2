"""What the desk approved of a draft, and what was changed in it since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from stories.models import Draft, DraftPhoto, Submission, Verdict
from stories.wire.edits import FactEdit, fact_edits
from stories.wire.grafs import split_grafs
from stories.wire.states import DraftState
from stories.wire.story import WireStory

from .copy import draft_copy
from .reviews import last_verdict, submission_copy

TEXTS = ("headline", "byline", "dateline", "body")


@dataclass(frozen=True, slots=True)
class Approval:
    """The verdict that stands on a draft, the text that both desk and reporter know, and what differs from it now.

    `known` is the approved submission, or the reporter's last word for the desk's changes.
    `changed_by` are the keys of the people who changed a fact since.
    """

    verdict: Verdict
    known: Submission
    edits: tuple[FactEdit, ...]
    changed_by: frozenset[int]

    @property
    def submission(self) -> Submission:
        """What was approved."""
        return self.verdict.submission

    @property
    def holds(self) -> bool:
        """Whether the draft may go out with it: no fact reads otherwise."""
        return not self.edits

    @property
    def for_the_desk(self) -> bool:
        """Whether the desk has to approve anew: who submitted it changed facts after."""
        return not self.holds and (not self.changed_by or self.submission.submitted_by_id in self.changed_by)

    @property
    def for_the_writer(self) -> bool:
        """Whether who submitted it has to confirm what others changed."""
        return not self.holds and not self.for_the_desk


def approval_of(draft: Draft) -> Approval | None:
    """The approval that stands on a draft; None where none does.

    Four queries beside the draft's photos; two more where a fact was changed.
    """
    verdict = last_verdict(draft) if draft.state == DraftState.APPROVED else None
    if verdict is None:
        return None
    known = Submission.objects.filter(confirms=verdict.submission).order_by("-number").first() or verdict.submission
    approved = submission_copy(known)
    edits = fact_edits(approved, draft_copy(draft))
    return Approval(verdict, known, edits, frozenset(_changers(draft, known, approved)) if edits else frozenset())


def _changers(draft: Draft, known: Submission, approved: WireStory) -> Iterator[int]:
    """Who changed a fact since: the text as each person in turn left it, against the one before."""
    saves = draft.history.filter(revision__gt=known.revision).order_by("history_id").values("saved_by_id", *TEXTS)
    before = replace(approved, captions=())
    for person, run in groupby(saves.iterator(), key=lambda save: save["saved_by_id"]):
        *_, last = run
        after = _with(before, last)
        if fact_edits(before, after):
            yield person
        before = after
    chosen = DraftPhoto.history.filter(draft_id=draft.pk, history_date__gt=known.submitted_at)
    yield from chosen.exclude(history_user=None).values_list("history_user_id", flat=True).distinct()


def _with(copy: WireStory, texts: dict[str, str]) -> WireStory:
    lines = {name: texts[name] for name in ("headline", "byline", "dateline")}
    return replace(copy, **lines, grafs=split_grafs(texts["body"]))
