"""Handing the next filing to the desk, taking it back, and confirming what the desk changed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stories.forms import SavedDraftForm, SubmitForm
from stories.models import Draft, Story
from stories.queries.addresses import draft_address, purpose_address
from stories.queries.blockers import photo_blockers
from stories.queries.doors import draft_named, story_for, writable_draft_for
from stories.queries.editor import working_copy
from stories.queries.reviews import waiting_submission
from stories.queries.standing import standing_of
from stories.services.deciding import confirm_changes
from stories.services.refusals import Refused
from stories.services.submitting import submit_draft, take_back
from stories.views.guard import newsroom_page, other_person


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """GET: what would be handed in, or what waits. POST: hand it in."""
    try:
        draft = writable_draft_for(request.user, pk, timezone.now(), purpose)
    except Http404:
        if request.method != "POST":
            raise
        return closed_meanwhile(request, story_for(request.user, pk, timezone.now()))
    if request.method == "POST":
        return submit(request, draft)
    form = SubmitForm(initial={"draft": draft.pk, "revision": draft.revision})
    return show(request, draft, form)


def submit(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Hand in the draft as the person saw it; a refusal keeps the message and shows the draft as it is now."""
    if theirs := other_person(request):
        messages.error(request, f"{theirs} Nothing was submitted.")
        return redirect(draft_address("draft_submit", draft))
    form = SubmitForm(request.POST)
    if not form.is_valid():
        return show(request, draft, form, status=422)
    given, now = form.cleaned_data, timezone.now()
    named = draft_named(draft.story, given.pop("draft"))
    try:
        submit_draft(draft=named, **given, actor=request.user, now=now)
    except Refused as refusal:
        initial = {"draft": draft.pk, "revision": draft.revision, "message": given["message"]}
        return show(request, draft, SubmitForm(initial=initial), refusal=refusal, status=409)
    messages.success(request, f"Submitted to the {draft.story.desk} desk. You may write on meanwhile.")
    return redirect(draft_address("draft", draft))


def closed_meanwhile(request: HttpRequest, story: Story) -> HttpResponse:
    """The draft went out, or was discarded, under the page: what was typed on it is given back in words."""
    form = SubmitForm(request.POST)
    form.is_valid()
    typed = form.cleaned_data.get("message", "")
    said = "The draft was filed or discarded meanwhile: nothing was submitted."
    messages.error(request, f"{said} Your message to the desk was: {typed}" if typed else said)
    return redirect("story", story.pk)


def show(
    request: HttpRequest, draft: Draft, form: SubmitForm, *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    """What would be handed in, and what no approval cures: the photos that may not run as they are."""
    working, now = working_copy(draft), timezone.now()
    context = {
        "story": draft.story,
        "draft": draft,
        "working": working,
        "standing": standing_of(draft, request.user, now, working.kind),
        "blockers": tuple(photo_blockers(draft.story, draft.photos.select_related("photo"), now)),
        "form": form,
        "refusal": refusal,
    }
    return render(request, "submit.html", context, status=status)


@newsroom_page
@require_POST
def back(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """Take back what waits for the desk."""
    now = timezone.now()
    draft = writable_draft_for(request.user, pk, now, purpose)
    waiting = waiting_submission(draft)
    try:
        if waiting:
            waiting.story = draft.story
            take_back(submission=waiting, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        done = "Taken back: the desk does not see it any more." if waiting else "Nothing waits for the desk."
        messages.info(request, done)
    return redirect(draft_address("draft", draft))


@newsroom_page
@require_POST
def confirm(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """Confirm the facts that others changed after the approval, as the person saw them."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    form = SavedDraftForm(request.POST)
    if not form.is_valid():
        return redirect(purpose_address("draft_file", pk, purpose))
    draft = draft_named(story, form.cleaned_data["draft"])
    try:
        confirm_changes(draft=draft, revision=form.cleaned_data["revision"], actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Confirmed: it may go out as it is now.")
    return redirect(purpose_address("draft_file", pk, purpose))
