"""The desk's word on what was handed to it: approved, returned with a reason, taken back."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stories.models import Submission, Verdict
from stories.permissions import may_write
from stories.queries.addresses import draft_address
from stories.queries.decisions import Question, next_waiting, review_of
from stories.queries.doors import story_for
from stories.queries.notes import as_reason, open_notes
from stories.queries.reviews import BY_THE_DESK, standing_verdict, submissions_of
from stories.services.deciding import UNDO_WITHIN, AlreadyDecided, approve, return_draft, undo_verdict
from stories.services.refusals import Refused
from stories.views.guard import newsroom_page
from stories.views.ways import filter_worked, queue_address, queue_worked, within


@newsroom_page
@require_safe
def review(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: to what the person has to read of it, which is what changed since they last decided on it."""
    story = story_for(request.user, pk, timezone.now())
    question = review_of(story, request.user)
    if question is None:
        messages.info(request, "Nothing of this story waits for the desk.")
        return redirect("story", story.pk)
    address = reverse("compare", args=[story.pk, question.opens_on, question.filing.address])
    return redirect(within(queue_worked(request), address))


@newsroom_page
@require_POST
def approve_(request: HttpRequest, pk: str, place: int) -> HttpResponse:
    """POST: approve the submission. A refusal says who was first, on the page the person came from."""
    now = timezone.now()
    submission = submission_for(request, pk, place, now)
    try:
        verdict = approve(submission=submission, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(_page_of(request, submission, place))
    return _go_on(request, verdict, submission, place, now)


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def return_(request: HttpRequest, pk: str, place: int) -> HttpResponse:
    """GET: where the reason is written. POST: return it; a refusal keeps what was typed."""
    now = timezone.now()
    submission = submission_for(request, pk, place, now)
    if request.method != "POST":
        return _reason_page(request, submission, place, reason=_prefilled(submission), refusal=_decided(submission))
    reason = request.POST.get("reason", "")
    try:
        verdict = return_draft(submission=submission, reason=reason, actor=request.user, now=now)
    except AlreadyDecided as refusal:
        return _reason_page(request, submission, place, reason=reason, refusal=refusal, status=409)
    except Refused as refusal:
        return _reason_page(request, submission, place, reason=reason, refusal=refusal, status=422)
    return _go_on(request, verdict, submission, place, now)


@newsroom_page
@require_POST
def undo(request: HttpRequest, pk: str, place: int) -> HttpResponse:
    """POST: take back the verdict that stands, and open the submission again."""
    now = timezone.now()
    submission = submission_for(request, pk, place, now)
    verdict = standing_verdict(submission)
    try:
        if verdict is None:
            raise Refused("No verdict stands on it: it waits for the desk.")
        undo_verdict(verdict=verdict, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Undone: {submission.story.slugline} waits for the desk again.")
    return redirect(_page_of(request, submission, place))


def may_undo(question: Question, person: User, now: datetime) -> bool:
    """Whether to offer the person to take their verdict back; the service has the last word."""
    verdict = question.verdict
    if verdict is None or verdict.decided_by_id != person.pk or verdict.decision not in BY_THE_DESK:
        return False
    over = question.submission.draft.closed_at is not None or question.newer is not None
    return not over and now - verdict.decided_at <= UNDO_WITHIN


def way_to_draft(question: Question, person: User, now: datetime) -> str:
    """The address where what was decided is written on; empty for who may not write, and where that is over."""
    draft = question.submission.draft
    over = question.verdict is None or draft.closed_at
    return "" if over or not may_write(person, question.submission.story, now) else draft_address("draft", draft)


def way_to_file(question: Question, person: User, now: datetime) -> str:
    """The address where an approved text is sent to the wire; empty where that is not this person's next step."""
    draft, verdict = question.submission.draft, question.verdict
    approved = verdict is not None and verdict.decision == Verdict.Decision.APPROVED
    if not approved or draft.closed_at or question.newer or not may_write(person, question.submission.story, now):
        return ""
    return draft_address("draft_file", draft)


def submission_for(request: HttpRequest, pk: str, place: int, now: datetime) -> Submission:
    """The n-th submission of a story that the person may read, or Http404. Four queries."""
    story = story_for(request.user, pk, now)
    handed = submissions_of(story)
    if not 1 <= place <= len(handed):
        raise Http404("There is no such submission.")
    submission = handed[place - 1]
    submission.story = story
    return submission


def _prefilled(submission: Submission) -> str:
    """The open notes as the beginning of a reason."""
    return as_reason(open_notes(submission.draft))


def _decided(submission: Submission) -> AlreadyDecided | None:
    standing = standing_verdict(submission)
    return AlreadyDecided(standing) if standing else None


def _go_on(request: HttpRequest, verdict: Verdict, submission: Submission, place: int, now: datetime) -> HttpResponse:
    """Say what was done, with the way to undo it and the way to file it, and open what waits next."""
    slugline = submission.story.slugline
    queue = queue_worked(request)
    ways = [within(queue, reverse("submission_undo", args=[submission.story_id, place]))]
    if verdict.decision == Verdict.Decision.APPROVED and may_write(request.user, submission.story, now):
        ways.append(draft_address("draft_file", submission.draft))
    said = f"{verdict.get_decision_display()}: {slugline}."
    messages.success(request, said, extra_tags=" ".join(ways))
    asked = filter_worked(queue)
    waiting = next_waiting(request.user, now, desk="" if asked else queue, asked=asked)
    if waiting is None:
        return redirect(queue_address(queue))
    messages.info(request, f"Next in the queue: {waiting[1]}. {said}")
    return redirect(within(queue, reverse("review", args=[waiting[0]])))


def _page_of(request: HttpRequest, submission: Submission, place: int) -> str:
    """The comparison the person decided on, else the one they would open."""
    queue, against = queue_worked(request), _against(request)
    if not against:
        return within(queue, reverse("review", args=[submission.story_id]))
    return within(queue, reverse("compare", args=[submission.story_id, against, f"s{place}"]))


def _against(request: HttpRequest) -> str:
    """What the submission was compared with, as the link or the form names it; "" for what names nothing."""
    against = request.POST.get("against") or request.GET.get("against", "")
    return against if against.isascii() and against.isalnum() else ""


def _reason_page(
    request: HttpRequest, submission: Submission, place: int, *, reason: str, refusal: Refused | None, status: int = 200
) -> HttpResponse:
    context = {
        "story": submission.story,
        "submission": submission,
        "place": place,
        "reason": reason,
        "refusal": refusal,
        "over": isinstance(refusal, AlreadyDecided),
        "back": _page_of(request, submission, place),
        "against": _against(request),
        "queue": queue_worked(request),
        "queue_address": queue_address(queue_worked(request)),
    }
    return render(request, "return.html", context, status=status)
