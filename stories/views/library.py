"""The photo library: everything the newsroom keeps, found by words and by what may be done with it."""

from datetime import date, datetime, time, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories.models import Draft
from stories.queries.doors import writable_draft_for
from stories.queries.photos.library import FILTERS, library
from stories.views.guard import newsroom_page

LONGEST = 200


@newsroom_page
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """`q` and `only` say which; `story` names the story whose next filing a photo is chosen for."""
    now = timezone.now()
    words, only = request.GET.get("q", "")[:LONGEST].replace("\x00", ""), request.GET.get("only", "")
    since, until = day(request, "since"), day(request, "until")
    found = library(
        request.user,
        now,
        words=words,
        only=only,
        since=since,
        until=until and until + timedelta(days=1),
        after=request.GET.get("after", ""),
    )
    kept = request.GET.copy()
    kept.pop("after", None)
    context = {
        "found": found,
        "words": words,
        "only": only if only in FILTERS else "",
        "filters": FILTERS.items(),
        "since": since,
        "until": until,
        "draft": choosing_for(request),
        "kept": kept.urlencode(),
        "moment": now,
        "here": "photos",
    }
    return render(request, "photo_library.html", context)


def day(request: HttpRequest, name: str) -> datetime | None:
    """The beginning of a day that the address names, on the reader's clock; None for what is no day."""
    try:
        found = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(found, time()))


def choosing_for(request: HttpRequest) -> Draft | None:
    """The open draft that a photo is chosen for; None where the address names none that the person may write."""
    purpose = Draft.Purpose.CORRECTION if request.GET.get("purpose") == "correction" else Draft.Purpose.UPDATE
    try:
        return writable_draft_for(request.user, request.GET.get("story", ""), timezone.now(), purpose)
    except Http404:
        return None
