"""What was handed to the desk, and what it decided."""

from django.contrib.auth.models import User
from django.db.models import Prefetch

from stories.models import Draft, Story, Submission, Verdict
from stories.wire.grafs import split_grafs
from stories.wire.label import Label
from stories.wire.states import DraftState
from stories.wire.story import Caption, WireStory

BY_THE_DESK = (Verdict.Decision.APPROVED, Verdict.Decision.RETURNED)


def submissions_of(story: Story) -> list[Submission]:
    """Every submission of the story, oldest first, with people and verdicts; the n-th has the address `s<n>`.

    Three queries.
    """
    verdicts = Verdict.objects.select_related("decided_by__byline", "undone_by").order_by("decided_at", "id")
    rows = story.submissions.select_related("submitted_by__byline", "based_on").order_by("submitted_at", "id")
    return list(rows.prefetch_related(Prefetch("verdicts", verdicts)))


def place_of(submission: Submission) -> int:
    """Its place among the submissions of its story, from 1: the n of its address. One query."""
    ids = submission.story.submissions.order_by("submitted_at", "id").values_list("pk", flat=True)
    return list(ids).index(submission.pk) + 1


def waiting_submission(draft: Draft) -> Submission | None:
    """What of the draft waits for the desk. One query, none where nothing does."""
    if draft.state != DraftState.SUBMITTED:
        return None
    return last_submission(draft)


def last_submission(draft: Draft) -> Submission | None:
    """The newest submission of the draft that asked for a verdict. One query."""
    rows = draft.submissions.filter(confirms=None).select_related("submitted_by__byline")
    return rows.order_by("-number").first()


def standing_verdict(submission: Submission) -> Verdict | None:
    """The verdict that stands on a submission. One query."""
    return submission.verdicts.filter(undone_at=None).select_related("decided_by__byline").first()


def last_verdict(draft: Draft) -> Verdict | None:
    """What the desk decided last of the draft, and stands. One query."""
    return _by_the_desk(draft).select_related("submission__submitted_by__byline", "decided_by__byline").first()


def last_verdict_by(person: User, draft: Draft) -> Verdict | None:
    """The same by this person: the next review opens on what changed since. One query."""
    return _by_the_desk(draft).filter(decided_by=person.pk).select_related("submission").first()


def _by_the_desk(draft: Draft):
    rows = Verdict.objects.filter(submission__draft=draft, undone_at=None, decision__in=BY_THE_DESK)
    return rows.order_by("-decided_at", "-pk")


def submission_copy(submission: Submission, label: Label | None = None) -> WireStory:
    """The text as it was handed in. One query for its photos, none where they are prefetched with `photos__photo`."""
    ready = "photos" in getattr(submission, "_prefetched_objects_cache", {})
    photos = submission.photos.all() if ready else submission.photos.select_related("photo")
    return WireStory(
        label=label or Label(qualifiers=tuple(submission.qualifiers)),
        slugline=submission.slugline,
        headline=submission.headline,
        attn=submission.attn,
        byline=submission.byline,
        dateline=submission.dateline,
        grafs=split_grafs(submission.body),
        captions=tuple(Caption(use.caption, use.credit, use.photo.sha256 if use.photo else "") for use in photos),
        email=submission.email,
        note=submission.note,
    )
