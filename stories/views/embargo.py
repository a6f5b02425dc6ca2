"""A story's embargo: its page, where it is set, moved and lifted."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from stories.forms import EmbargoForm
from stories.models import Story
from stories.permissions import may_embargo
from stories.queries.doors import story_for
from stories.services.embargo import UnableToEmbargo, set_embargo
from stories.services.refusals import Refused
from stories.templatetags.times import full_time
from stories.views.guard import newsroom_page

LIFT = "lift"


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: what stands. POST: set another time, or, with `act` "lift", open the story now."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    if not may_embargo(request.user, story, now):
        raise Http404("Nothing to set here.")
    if request.method == "POST":
        return change(request, story, now)
    return show(request, story, now, EmbargoForm(initial={"until": story.embargo_until}))


def change(request: HttpRequest, story: Story, now: datetime) -> HttpResponse:
    form = EmbargoForm(request.POST)
    lifting = request.POST.get("act") == LIFT
    if not form.is_valid():
        return show(request, story, now, form, status=422)
    given = form.cleaned_data
    until = None if lifting else given["until"]
    if until is None and not lifting:
        form.add_error("until", "Give a time, or lift the embargo.")
        return show(request, story, now, form, status=422)
    try:
        set_embargo(
            story=story, until=until, reason=given["reason"], seen=read(given["seen"]), actor=request.user, now=now
        )
    except UnableToEmbargo as refusal:
        form.add_error(refusal.field or None, refusal.message)
        story.refresh_from_db()
        return show(request, story, now, form, status=409)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return show(request, story, now, form, status=403)
    messages.success(request, said(until))
    return redirect("story", story.pk)


def said(until: datetime | None) -> str:
    """What stands now, with the zone: an hour that was meant on another clock is seen here."""
    if until is None:
        return "The embargo is lifted: everybody reads the story now."
    return f"The story is held until {full_time(timezone.localtime(until))}; it opens by itself."


def read(seen: str) -> datetime | None:
    """The embargo that the page showed; what is no time is none."""
    try:
        return parse_datetime(seen) if seen else None
    except ValueError:
        return None


def show(request: HttpRequest, story: Story, now: datetime, form: EmbargoForm, *, status: int = 200) -> HttpResponse:
    """`out` says that everybody has been able to read what is on the wire: an embargo takes nothing back."""
    held = story.embargo_until is not None and story.embargo_until > now
    form.fields["until"].help_text = f"Times here are those of {timezone.get_current_timezone_name()}."
    context = {
        "story": story,
        "form": form,
        "held": held,
        "out": story.current_version is not None and not held,
    }
    return render(request, "embargo.html", context, status=status)
