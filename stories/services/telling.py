"""Whom the desk's work is news to: the desk when something is handed in, its writer when it is decided."""

from django.urls import reverse

from stories.models import Notification, Submission, Verdict
from stories.permissions import desk_editors_of

from .notifying import tell

EVENTS = {
    Verdict.Decision.APPROVED: Notification.Event.APPROVED,
    Verdict.Decision.RETURNED: Notification.Event.RETURNED,
}


def tell_the_desk(submission: Submission) -> None:
    """Tell the desk's editors that it waits for them."""
    tell(
        event=Notification.Event.SUBMITTED,
        story=submission.story,
        people=desk_editors_of(submission.story.desk),
        actor=submission.submitted_by,
        now=submission.submitted_at,
        key=f"submitted-{submission.pk}",
        words=submission.message or submission.headline,
        address=reverse("review", args=[submission.story_id]),
    )


def tell_the_writer(verdict: Verdict) -> None:
    """Tell who handed it in what became of it."""
    submission = verdict.submission
    tell(
        event=EVENTS[Verdict.Decision(verdict.decision)],
        story=submission.story,
        people=[submission.submitted_by],
        actor=verdict.decided_by,
        now=verdict.decided_at,
        key=f"decided-{verdict.pk}",
        words=verdict.reason or submission.headline,
        address=reverse("draft", args=[submission.story_id]),
    )
