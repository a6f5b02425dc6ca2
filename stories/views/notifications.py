"""What a person was told of: the page, and the number on the bell."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from stories.queries.notifications import MOST, notifications, unread_count
from stories.services.notifying import mark_read
from stories.views.answers import newsroom_answer
from stories.views.guard import newsroom_page
from stories.views.presence import unless_known


@require_safe
@newsroom_page
def page(request: HttpRequest) -> HttpResponse:
    """GET: a page of them; `?unread=1` those alone that are unread, `?before=` the cursor of a page."""
    unread = request.GET.get("unread") == "1"
    shown = notifications(request.user, timezone.now(), unread=unread, before=request.GET.get("before", ""))
    return render(request, "notifications.html", {"page": shown, "unread_only": unread, "here": "notifications"})


@require_POST
@newsroom_page
def read(request: HttpRequest) -> HttpResponse:
    """POST: mark all as read, or the `told` that are named."""
    named = [int(pk) for pk in request.POST.getlist("told") if pk.isdecimal() and len(pk) < 19]
    count = mark_read(person=request.user, now=timezone.now(), pks=named if "told" in request.POST else None)
    messages.success(request, f"{count} marked as read." if count else "Nothing was unread.")
    return redirect("notifications")


@require_safe
@newsroom_answer
def pulse(request: HttpRequest) -> HttpResponse:
    """GET: how many are unread, 304 where the asker has that."""
    count = unread_count(request.user, timezone.now())
    return unless_known(request, {"unread": count, "words": f"{MOST - 1}+" if count >= MOST else str(count)})
