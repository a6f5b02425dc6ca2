"""Who is at a story: asked by polling, told by each tab."""

import hashlib
import json

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stories.models import Draft, Presence, Story
from stories.queries.doors import story_for
from stories.queries.people import name_of
from stories.queries.presences import attendees
from stories.services.attending import attend, leave
from stories.views.answers import newsroom_answer
from stories.wire.label import short_label
from stories.wire.text import without_controls


@newsroom_answer
@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: who is there and what was saved and filed last, 304 where nothing changed. POST: I am here, or gone."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    if request.method == "POST":
        session = without_controls(request.POST.get("session", ""))[:40]
        doing = request.POST.get("doing", "")
        if doing in Presence.Doing.values:
            attend(story=story, person=request.user, session=session, doing=doing, now=now)
        else:
            leave(story=story, person=request.user, session=session)
        return HttpResponse(status=204)
    people = [
        {
            "name": one.name,
            "initials": one.initials,
            "doing": one.doing,
            "since": one.since.isoformat(timespec="seconds"),
            "me": one.me,
        }
        for one in attendees(story, request.user, now)
    ]
    return unless_known(
        request,
        {"people": people, **draft_state(story, purpose_of(request)), "current": on_the_wire(story)},
    )


def purpose_of(request: HttpRequest) -> str:
    asked = request.GET.get("purpose", "")
    return asked if asked in Draft.Purpose.values else Draft.Purpose.UPDATE


def draft_state(story: Story, purpose: str) -> dict[str, object]:
    """The open draft that the asker writes on, its revision, and who saved it."""
    draft = story.drafts.filter(closed_at=None, purpose=purpose).select_related("saved_by__byline").first()
    if draft is None:
        return {"draft": None, "revision": None, "saved_by": ""}
    return {"draft": draft.pk, "revision": draft.revision, "saved_by": name_of(draft.saved_by)}


def on_the_wire(story: Story) -> dict[str, object] | None:
    current = story.current_version
    return {"sequence": current.sequence, "label": short_label(current.label) or "first filing"} if current else None


def unless_known(request: HttpRequest, given: dict[str, object]) -> HttpResponse:
    """The answer, or 304 where the asker has it: its ETag is the hash of its content."""
    etag = f'"{hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()[:32]}"'
    known = request.headers.get("If-None-Match") == etag
    response = HttpResponseNotModified() if known else JsonResponse(given)
    response["ETag"] = etag
    return response
