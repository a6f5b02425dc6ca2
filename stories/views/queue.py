"""The desk's queue: what waits for a verdict, the longest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories.queries.board import microseconds
from stories.queries.queue import desk_for, queue, queue_desks, waiting_for
from stories.views.guard import newsroom_page


@newsroom_page
@require_safe
def page(request: HttpRequest, code: str = "") -> HttpResponse:
    """GET: what waits for the person's desks, or for the desk of the address."""
    now = timezone.now()
    desks = queue_desks(request.user, now)
    context = {
        "desk": desk_for(desks, code) if code else None,
        "desks": desks,
        "own": [desk for desk in desks if desk.own],
        "page": queue(request.user, now, desk=code, after=request.GET.get("after", "")),
        "total": waiting_for(request.user, now),
        "after": request.GET.get("after", ""),
        "now": now,
        "since": microseconds(now),
        "here": "queue",
    }
    return render(request, "queue.html", context)
