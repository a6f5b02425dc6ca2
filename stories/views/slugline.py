"""A story's slugline, given anew from the editor's bar."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from stories.queries.doors import story_for
from stories.queries.sluglines import namesakes
from stories.services.refusals import Refused, UnacceptableText
from stories.services.renaming import refuse_unfit, rename_story
from stories.views.answers import newsroom_answer
from stories.views.guard import newsroom_page


@newsroom_page
@require_POST
def rename(request: HttpRequest, pk: str) -> HttpResponse:
    now = timezone.now()
    story = story_for(request.user, pk, now)
    given, seen = request.POST.get("slugline", ""), request.POST.get("seen", "")
    try:
        renamed = rename_story(story=story, slugline=given, seen=seen, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"The story runs under {renamed.slugline}. What went out keeps its slugline.")
    return redirect("draft", pk)


@newsroom_answer
@require_GET
def check(request: HttpRequest, pk: str) -> HttpResponse:
    """What stands against a slugline while it is typed: {"problem": words, "same": [{slugline, desk, url}]}."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    slugline = request.GET.get("slugline", "").strip()
    same = [
        {"slugline": other.slugline, "desk": other.desk.name, "url": reverse("story", args=[other.pk])}
        for other in namesakes(request.user, story, slugline, now)
    ]
    return JsonResponse({"problem": problem_of(slugline), "same": same})


def problem_of(slugline: str) -> str:
    try:
        refuse_unfit(slugline)
    except UnacceptableText as refusal:
        return refusal.message
    return ""
