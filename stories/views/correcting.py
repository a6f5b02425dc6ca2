"""Putting right what was sent: a correction begun, made of a lead's facts or of the whole lead; an older text back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.forms import SavedDraftForm
from stories.models import Draft
from stories.queries.addresses import draft_address, purpose_address
from stories.queries.doors import draft_named, story_for, version_for
from stories.services.correcting import correct_first, make_correction, make_lead, restore_version
from stories.services.drafting import open_draft
from stories.services.refusals import Refused
from stories.views.guard import newsroom_page

MAKE = {
    Draft.Purpose.CORRECTION: (make_correction, "It goes out as a correction of what is on the wire."),
    Draft.Purpose.UPDATE: (make_lead, "It goes out as the next lead."),
}


@newsroom_page
@require_POST
def open_(request: HttpRequest, pk: str) -> HttpResponse:
    """The correction being written, or a new one that starts from what is on the wire."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    try:
        draft = open_draft(story=story, actor=request.user, now=now, purpose=Draft.Purpose.CORRECTION)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("story", pk)
    return redirect(draft_address("draft", draft))


@newsroom_page
@require_POST
def first(request: HttpRequest, pk: str) -> HttpResponse:
    """A correction of the chosen facts, shown before it is sent; the lead waits behind it."""

    def make(draft: Draft, **given: object) -> Draft:
        return correct_first(draft=draft, facts=request.POST.getlist("fact"), **given)

    said = "This corrects what is on the wire, and nothing else. Your lead waits behind it and takes it in by itself."
    return _made(request, pk, Draft.Purpose.UPDATE, make, said)


@newsroom_page
@require_POST
def purpose(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """The whole draft as a correction, or as the next lead: `to` says which."""
    to = request.POST.get("to", "")
    if to not in MAKE:
        story_for(request.user, pk, timezone.now())
        return redirect(purpose_address("draft_file", pk, purpose))
    make, said = MAKE[Draft.Purpose(to)]
    return _made(request, pk, purpose, make, said)


def _made(request: HttpRequest, pk: str, purpose: str, make: Callable[..., Draft], said: str) -> HttpResponse:
    """Do it to the draft as the person saw it, and show what would go out now."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    form = SavedDraftForm(request.POST)
    if not form.is_valid():
        return redirect(purpose_address("draft_file", pk, purpose))
    draft = draft_named(story, form.cleaned_data["draft"])
    try:
        made = make(draft=draft, revision=form.cleaned_data["revision"], actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(purpose_address("draft_file", pk, purpose))
    messages.info(request, said)
    return redirect(draft_address("draft_file", made))


@newsroom_page
@require_POST
def restore(request: HttpRequest, pk: str, sequence: int) -> HttpResponse:
    """An older text as the draft of the next lead."""
    now = timezone.now()
    version = version_for(request.user, pk, sequence, now)
    try:
        draft = restore_version(version=version, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("version", pk, sequence)
    messages.success(request, "The older text is the draft of the next lead. Nothing is on the wire until it is filed.")
    return redirect(draft_address("draft", draft))
