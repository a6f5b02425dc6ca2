"""What is done to several stories of the board at once."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from stories.models import Desk, Story
from stories.queries.doors import stories_for
from stories.queries.export import wire_texts
from stories.queries.filters import read_filter
from stories.services.assigning import assign_desk
from stories.services.refusals import NotAllowed
from stories.services.seeing import mark_seen
from stories.views.guard import newsroom_page

MOST = 500
NOTHING = "Tick the stories first: none was chosen."
Said = tuple[int, str]  # a level of messages, and the words


@newsroom_page
@require_POST
def page(request: HttpRequest) -> HttpResponse:
    """POST: `story` keys, and what to do with them: `do` read or export, or the code of a `desk`.

    What came of it is said on the board; to who asks for JSON, in the answer.
    """
    now = timezone.now()
    stories = stories_for(request.user, request.POST.getlist("story")[:MOST], now)
    if stories and request.POST.get("do") == "export":
        return _export(request, stories)
    level, words = _done(request, stories, now) if stories else (messages.WARNING, NOTHING)
    if not request.accepts("text/html"):
        return JsonResponse({"message": words, "good": level == messages.SUCCESS})
    messages.add_message(request, level, words)
    return redirect(back_to(request))


def back_to(request: HttpRequest) -> str:
    """The board as the person had it."""
    query = read_filter(QueryDict(request.POST.get("back", ""))).query
    return reverse("board") + (f"?{query}" if query else "")


def _done(request: HttpRequest, stories: list[Story], now: datetime) -> Said:
    if "desk" in request.POST:
        return _assign(request, stories)
    if request.POST.get("do") != "read":
        return messages.WARNING, "Nothing was done: it was not said what."
    mark_seen(stories=stories, actor=request.user, now=now)
    return messages.SUCCESS, f"{len(stories)} {'story' if len(stories) == 1 else 'stories'} marked read."


def _assign(request: HttpRequest, stories: list[Story]) -> Said:
    desk = Desk.objects.filter(code=request.POST["desk"].replace("\0", "")).first()
    if desk is None:
        return messages.WARNING, "There is no such desk."
    try:
        moved = assign_desk(stories=stories, desk=desk, actor=request.user, now=timezone.now())
    except NotAllowed as refusal:
        return messages.ERROR, refusal.message
    if not moved:
        return (
            messages.WARNING,
            f"Nothing changed: {'it was' if len(stories) == 1 else 'they were'} with the {desk.name} desk already.",
        )
    stories_word = "story is" if moved == 1 else "stories are"
    return messages.SUCCESS, f"{moved} {stories_word} now with the {desk.name} desk."


def _export(request: HttpRequest, stories: list[Story]) -> HttpResponse:
    """The wire text of each that has one, in one file."""
    text = wire_texts(stories)
    if not text:
        messages.warning(request, "None of these stories is on the wire yet: there is no wire text.")
        return redirect(back_to(request))
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    name = f"wire-{timezone.localtime():%Y%m%d-%H%M}.txt"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
