"""A story: what is on the wire now, and every filing that led there. And starting one."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from stories import permissions
from stories.forms import StoryForm
from stories.models import Desk
from stories.queries.copy import version_copy
from stories.queries.doors import story_for, version_of
from stories.queries.draft_history import given_up
from stories.queries.editor import label_to_come
from stories.queries.kills import wire_of
from stories.queries.ladder import ladder, waits_for
from stories.services.drafting import open_draft
from stories.services.opening import open_story
from stories.services.refusals import NotAllowed, UnacceptableText
from stories.views.guard import newsroom_page


@newsroom_page
@require_safe
def page(request: HttpRequest, pk: str) -> HttpResponse:
    now = timezone.now()
    story = story_for(request.user, pk, now)
    rungs, may_write = ladder(story), permissions.may_write(request.user, story, now)
    context = {
        "story": story,
        "ladder": rungs,
        "reviews": waits_for(rungs.lead, story, request.user),
        "may_write": may_write,
        "given_up": given_up(story) if may_write and not rungs.lead else None,
        "may_kill": permissions.may_kill(request.user, story, now),
        "may_embargo": permissions.may_embargo(request.user, story, now),
        "may_audit": permissions.may_audit(request.user, story),
        "next_label": label_to_come(story),
    }
    if story.current_version:
        version = version_of(story, story.current_version.sequence)
        copy = version_copy(version)
        context |= {"version": version, "copy": copy, "wire": wire_of(version)}
    return render(request, "story.html", context)


def desk_of(person: User) -> int | None:
    """The key of the desk that is chosen to begin with: the person's own, else the only one there is. Two queries."""
    byline = getattr(person, "byline", None)
    if byline and byline.desk_id:
        return byline.desk_id
    desks = Desk.objects.values_list("pk", flat=True)[:2]
    return desks[0] if len(desks) == 1 else None


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = StoryForm(request.POST if request.method == "POST" else None, initial={"desk": desk_of(request.user)})
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            story = open_story(actor=request.user, now=now, **form.cleaned_data)
        except UnacceptableText as refusal:
            form.add_error(refusal.field, refusal.message)
        except NotAllowed as refusal:
            form.add_error(None, refusal.message)
        else:
            open_draft(story=story, actor=request.user, now=now)
            said = f"{story.slugline} is open. Nothing is on the wire until it is filed."
            messages.success(request, said, extra_tags="passing")
            return redirect("draft", story.pk)
    return render(request, "story_new.html", {"form": form}, status=422 if form.errors else 200)
