"""The next filing as it is being written: a form that keeps what was typed, whatever happens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stories.forms import DraftForm
from stories.models import Draft, Photo, Story, Version
from stories.permissions import may_rename
from stories.queries.addresses import draft_address, purpose_address
from stories.queries.doors import draft_named, story_for, writable_draft_for
from stories.queries.draft_history import text_waiting_for
from stories.queries.editor import label_to_come, next_label_of, offered_bylines, working_copy
from stories.queries.ladder import ladder
from stories.queries.people import name_of
from stories.queries.standing import standing_of
from stories.queries.strip import on_wire
from stories.services.drafting import (
    DraftClosed,
    DraftText,
    StaleDraft,
    discard_draft,
    open_draft,
    save_draft,
    take_up_draft,
)
from stories.services.refusals import NotAllowed, Refused, UnacceptableText
from stories.views.analysis import as_typed, read_typed
from stories.views.guard import newsroom_page, other_person
from stories.views.merging import bring_in
from stories.views.strip_form import bring_pictures, strip_of, uses_of_form

USE_ATTN = "use-attn"  # the button that puts the proposed line in the place of the typed one
BRING_IN = "merge"  # the button that merges what went out meanwhile into what is typed
# Where each of the form's buttons goes once the text is safe.
AFTER_SAVING = {"preview": "draft_preview", "file": "draft_file", "submit": "draft_submit"}
NO_REVISION = 0  # revisions count from 1: a save that names this one is stale


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
        messages.info(request, "No draft is open on this story.")
        return redirect("story", story.pk)
    story = draft.story
    return editor(request, story, DraftForm.of(draft, may_be_urgent=nothing_filed(story)), draft=draft)


def save(request: HttpRequest, story: Story, now: datetime, purpose: str) -> HttpResponse:
    form = DraftForm(request.POST, may_be_urgent=nothing_filed(story))
    brought = bring_pictures(request, now)
    again = partial(editor, request, story, purpose=purpose, brought=brought)
    if not form.is_valid():
        return again(form, status=422)
    try:
        draft = keep(request, story, form, now, purpose, brought)
    except UnacceptableText as refusal:
        form.refuse(refusal.field, refusal.message)
        return again(form, status=422)
    except StaleDraft as refusal:
        form = form.carried_to(refusal.draft)
        return again(form, refusal=refusal, theirs=refusal.draft, status=409)
    except DraftClosed as refusal:
        form = form.carried_to(None)
        return again(form, refusal=refusal, theirs=story.current_version, status=409)
    except NotAllowed as refusal:
        return again(form, refusal=refusal, status=403)
    if request.POST.get("then") == BRING_IN:
        return bring_in(request, draft, now)
    used = request.POST.get("then") == USE_ATTN and draft.attn not in ("", form.cleaned_data["attn"])
    messages.success(request, "Saved, with the proposed ATTN." if used else "Saved.")
    return redirect(draft_address(AFTER_SAVING.get(request.POST.get("then", ""), "draft"), draft))


@transaction.atomic
def keep(
    request: HttpRequest, story: Story, form: DraftForm, now: datetime, purpose: str, brought: Sequence[Photo] = ()
) -> Draft:
    """Save the form on the draft it names; where it names none, on a new one, never over somebody's text."""
    given = form.cleaned_data
    if given["draft"] is None:
        draft = open_draft(story=story, actor=request.user, now=now, purpose=purpose)
        revision = draft.revision if draft.opened_at == now else NO_REVISION
    else:
        draft = draft_named(story, given["draft"])
        revision = given["revision"] or NO_REVISION
    text = form.draft_text()
    if request.POST.get("then") == USE_ATTN:
        text = with_proposal(draft, text)
    photos = uses_of_form(request, draft, brought, now)
    return save_draft(draft=draft, revision=revision, text=text, photos=photos, actor=request.user, now=now)


def with_proposal(draft: Draft, text: DraftText) -> DraftText:
    """The text with the line that its changes call for; as it is where they call for none."""
    label, _ = next_label_of(as_typed(draft, text))
    return replace(text, attn=read_typed(draft, text, label).proposal.text or text.attn)


def editor(
    request: HttpRequest,
    story: Story,
    form: DraftForm,
    *,
    draft: Draft | None = None,
    refusal: Refused | None = None,
    theirs: Draft | Version | None = None,
    purpose: str = Draft.Purpose.UPDATE,
    brought: Sequence[Photo] = (),
    status: int = 200,
) -> HttpResponse:
    """The form as it stands, what the saved text looks like on the wire, and `theirs`, saved or filed meanwhile."""
    working = working_copy(draft) if draft else None
    before = working.found.before if working else on_wire(story)
    context = {
        "story": story,
        "form": form,
        "draft": draft,
        "purpose": draft.purpose if draft else purpose,
        "working": working,
        "standing": standing_of(draft, request.user, timezone.now(), working.kind) if working and draft else None,
        "label": working.label if working else label_to_come(story, purpose),
        "ladder": ladder(story, strips=True),
        "may_rename": draft is not None and may_rename(request.user, story, timezone.now()),
        "limits": {"headline": settings.HEADLINE_LENGTH, "long": settings.LONG_PARAGRAPH},
        "bylines": offered_bylines(story.desk),
        "tiles": strip_of(request, draft, before, brought, timezone.now()),
        "waiting": text_waiting_for(request.user, draft) if draft else None,
        "refusal": refusal,
        "theirs": theirs,
    }
    return render(request, "editor.html", context, status=status)


def nothing_filed(story: Story) -> bool:
    """Whether the next filing may still be an urgent."""
    return story.current_version_id is None


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
