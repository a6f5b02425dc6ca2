"""Before it goes out: the wire text as it would run, one last look, and the filing itself."""

import uuid
from dataclasses import replace
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stories.forms import FilingForm, SavedDraftForm
from stories.models import Draft, Story
from stories.permissions import may_kill
from stories.queries.addresses import draft_address, purpose_address
from stories.queries.blockers import blockers
from stories.queries.doors import draft_named, story_for, writable_draft_for
from stories.queries.editor import working_copy
from stories.queries.readings import keep_readings
from stories.queries.standing import standing_of
from stories.services.correcting import words_for
from stories.services.drafting import DraftClosed, save_draft, text_of
from stories.services.filing import file_draft
from stories.services.refusals import Refused
from stories.views.afterwards import RedirectThen
from stories.views.guard import newsroom_page, other_person
from stories.wire.corrections import sent_facts
from stories.wire.label import label_text


@newsroom_page
@require_safe
def preview(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    draft = writable_draft_for(request.user, pk, timezone.now(), purpose)
    return render(request, "preview.html", {"story": draft.story, "draft": draft, "working": working_copy(draft)})


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        return send(request, story_for(request.user, pk, now), now, purpose)
    return confirmation(request, writable_draft_for(request.user, pk, now, purpose))


def send(request: HttpRequest, story: Story, now: datetime, purpose: str) -> HttpResponse:
    """File the draft the form names, even when it is closed: a second click finds what the first one filed."""
    if theirs := other_person(request):
        messages.error(request, f"{theirs} Nothing was filed.")
        return redirect(purpose_address("draft_file", story.pk, purpose))
    form = FilingForm(request.POST)
    if not form.is_valid():
        return confirmation(request, writable_draft_for(request.user, story.pk, now, purpose), status=422)
    given = form.cleaned_data
    draft = draft_named(story, given.pop("draft"))
    try:
        version = file_draft(draft=draft, **given, actor=request.user, now=now)
    except DraftClosed as refusal:
        messages.error(request, f"{refusal.message} Nothing was filed.")
        return redirect("story", story.pk)
    except Refused as refusal:
        draft = writable_draft_for(request.user, story.pk, now, purpose)
        return confirmation(request, draft, refusal=refusal, reason=given["attn_reason"], status=409)
    messages.success(request, f"{label_text(version.label) or 'The first filing'} is on the wire.")
    return RedirectThen(resolve_url("version", story.pk, version.sequence), lambda: keep_readings(version))


@newsroom_page
@require_POST
def use_attn(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """Put the proposed ATTN in the place of the saved one, and show again what would go out."""
    now = timezone.now()
    draft = writable_draft_for(request.user, pk, now, purpose)
    form = SavedDraftForm(request.POST)
    proposed = working_copy(draft).found.proposal.text
    if not form.is_valid() or not proposed:
        return redirect(draft_address("draft_file", draft))
    text = replace(text_of(draft), attn=proposed)
    try:
        save_draft(draft=draft, revision=form.cleaned_data["revision"], text=text, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "The proposed ATTN is saved.")
    return redirect(draft_address("draft_file", draft))


def confirmation(
    request: HttpRequest, draft: Draft, *, refusal: Refused | None = None, reason: str = "", status: int = 200
) -> HttpResponse:
    """What would go out, under which label, and what it changes. The key makes a double click harmless."""
    now, working = timezone.now(), working_copy(draft)
    standing = standing_of(draft, request.user, now, working.kind)
    found = blockers(draft, request.user, now, working=working, approval=standing.approval)
    initial = {"draft": draft.pk, "revision": draft.revision, "filing_key": uuid.uuid4().hex, "attn_reason": reason}
    before = working.found.before
    sent = sent_facts(before, working.copy) if before else ()
    context = {
        "story": draft.story,
        "draft": draft,
        "working": working,
        "sent": sent,
        "left_out": [fact for fact in sent if fact.gone],
        "words": words_for(draft),
        "may_kill": may_kill(request.user, draft.story, now),
        "standing": standing,
        "blockers": found,
        "ready": all(blocker.code == "claims" for blocker in found),  # a reason, asked for beside it, is its cure
        "form": FilingForm(initial=initial),
        "refusal": refusal,
    }
    return render(request, "file.html", context, status=status)
