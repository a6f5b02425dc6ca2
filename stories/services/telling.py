"""Whom the desk's work is news to: the desk when something is handed in, its writer when it is decided.

And everybody who worked on a story when it is corrected or killed.
"""

from django.contrib.auth.models import User
from django.db.models import Q
from django.urls import reverse

from stories.models import Draft, Notification, Submission, Verdict, Version
from stories.permissions import desk_editors_of
from stories.queries.addresses import draft_address
from stories.wire.label import Kind, short_label

from .notifying import tell

EVENTS = {
    Verdict.Decision.APPROVED: Notification.Event.APPROVED,
    Verdict.Decision.RETURNED: Notification.Event.RETURNED,
}
FILED_EVENTS = {Kind.CORRECTION: Notification.Event.CORRECTED, Kind.KILL: Notification.Event.KILLED}


def tell_the_desk(submission: Submission) -> None:
    """Tell the desk's editors that it waits for them."""
    tell(
        event=Notification.Event.SUBMITTED,
        story=submission.story,
        people=desk_editors_of(submission.story.desk),
        actor=submission.submitted_by,
        now=submission.submitted_at,
        key=_asking(submission),
        words=submission.message or submission.headline,
        address=reverse("review", args=[submission.story_id]),
    )


def settle_asking(verdict: Verdict) -> None:
    """Nobody is asked any more what somebody has answered: it counts as read by the whole desk."""
    submission = verdict.submission
    asked = Notification.objects.filter(story=submission.story_id, key=_asking(submission), read_at=None)
    asked.update(read_at=verdict.decided_at)


def _asking(submission: Submission) -> str:
    return f"submitted-{submission.pk}"


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
        address=draft_address("draft", submission.draft),
    )


def tell_who_worked(version: Version) -> None:
    """Tell who opened, wrote or filed on the story that this filing corrects or kills it; of others nobody is told."""
    event = FILED_EVENTS.get(Kind(version.kind))
    if event is None:
        return
    story = version.story
    wrote = Draft.objects.filter(story=story)
    hands = Q(pk=story.opened_by_id) | Q(pk__in=story.versions.values("filed_by"))
    hands |= Q(pk__in=wrote.values("opened_by")) | Q(pk__in=Draft.history.filter(story=story).values("saved_by"))
    tell(
        event=event,
        story=story,
        people=User.objects.filter(hands),
        actor=version.filed_by,
        now=version.filed_at,
        key=f"filed-{version.pk}",
        # The headline of a kill says that it is one.
        words=version.headline
        if event == Notification.Event.KILLED
        else f"{short_label(version.label)} {version.headline}",
        address=reverse("version", args=[story.pk, version.sequence]),
    )
