"""The next filing as it is being written: a form that keeps what was typed, whatever happens."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stories.forms import DraftForm
from stories.models import Draft
from stories.queries.addresses import draft_address, purpose_address
from stories.queries.doors import draft_named, story_for, writable_draft_for
from stories.queries.draft_history import text_waiting_on
from stories.queries.people import name_of
from stories.services.drafting import (
    StaleDraft,
    discard_draft,
    open_draft,
    take_up_draft,
)
from stories.services.refusals import Refused
from stories.views.draft_saving import save
from stories.views.editor import editor, nothing_filed
from stories.views.guard import newsroom_page, other_person

TEXT_WAITS = "A text you typed for it is kept: write the next lead, and merge it there."
NO_REVISION = 0  # revisions count from 1: a discard that names this one is stale


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        return save(request, story_for(request.user, pk, now), now, purpose)
    try:
        draft = writable_draft_for(request.user, pk, now, purpose)
    except Http404:
        story = story_for(request.user, pk, now)
        waits = text_waiting_on(request.user, story, purpose)
        messages.info(request, f"No draft is open on this story.{' ' + TEXT_WAITS if waits else ''}")
        return redirect("story", story.pk)
    story = draft.story
    return editor(request, story, DraftForm.of(draft, may_be_urgent=nothing_filed(story)), draft=draft)


@newsroom_page
@require_POST
def open_(request: HttpRequest, pk: str) -> HttpResponse:
    now = timezone.now()
    story = story_for(request.user, pk, now)
    try:
        open_draft(story=story, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("story", pk)
    return redirect("draft", pk)


@newsroom_page
@require_POST
def discard(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    now = timezone.now()
    draft = writable_draft_for(request.user, pk, now, purpose)
    if theirs := other_person(request):
        messages.error(request, f"{theirs} Nothing was discarded.")
        return redirect(draft_address("draft", draft))
    try:
        discard_draft(draft=draft, revision=seen_revision(request, draft), actor=request.user, now=now)
    except StaleDraft as refusal:
        who = name_of(refusal.draft.saved_by)
        messages.error(
            request, f"Not discarded: {who} saved this draft after your page was opened. Here it is as it is now."
        )
        return redirect(draft_address("draft", draft))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        undo = purpose_address("draft_take_up", pk, purpose, draft.pk)
        messages.success(request, "The draft is discarded. Its text stays in the record.", extra_tags=undo)
    return redirect("story", pk)


@newsroom_page
@require_POST
def take_up(request: HttpRequest, pk: str, draft_pk: int, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """Write on a draft that was discarded."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    try:
        draft = take_up_draft(draft=draft_named(story, draft_pk), actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("story", pk)
    messages.success(request, "The discarded text is the draft again.", extra_tags="passing")
    return redirect(draft_address("draft", draft))


def seen_revision(request: HttpRequest, draft: Draft) -> int:
    """The revision of `draft` that the page showed; none where it showed another draft."""
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and request.POST.get("draft") == str(draft.pk) else NO_REVISION
