"""Keeping a filter of the board under a name."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.models import SavedFilter
from stories.services.keeping_filters import drop_filter, keep_filter, rename_filter
from stories.services.refusals import Refused
from stories.views.bulk import back_to
from stories.views.guard import newsroom_page


@newsroom_page
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """POST: `query`, the filter's part of an address, and a `name` for it."""
    given = {"name": request.POST.get("name", ""), "query": request.POST.get("query", "")}
    try:
        kept = keep_filter(**given, actor=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(back_to(request))
    messages.success(request, f"{kept.name} is kept at the side.")
    return redirect(f"{reverse('board')}?{kept.query}")


@newsroom_page
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """POST: a new `name` for one of the person's own filters, or `do` delete."""
    kept = SavedFilter.objects.filter(person=request.user.pk, pk=pk).first()
    if kept is None:
        raise Http404("There is no such filter.")
    try:
        if request.POST.get("do") == "delete":
            drop_filter(kept=kept)
            messages.success(request, f"{kept.name} is deleted. The stories are where they were.")
        else:
            rename_filter(kept=kept, name=request.POST.get("name", ""))
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(back_to(request))
