"""A draft's form without scripts: kept whatever happened meanwhile, and given back where it cannot be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from stories.forms import DraftForm
from stories.models import Draft, Photo, Story
from stories.queries.addresses import draft_address
from stories.queries.doors import draft_named
from stories.queries.editor import next_label_of
from stories.services.drafting import DraftClosed, DraftText, StaleDraft, text_of
from stories.services.draftphotos import uses_of
from stories.services.form_saving import FormSaved, Sheet, save_form, save_onward
from stories.services.refusals import Refused, UnacceptableText
from stories.views.analysis import as_typed, read_typed
from stories.views.editor import editor, nothing_filed
from stories.views.merging import bring_in
from stories.views.page_mark import mark_of
from stories.views.strip_form import bring_pictures, uses_given, uses_of_form

USE_ATTN = "use-attn"  # the button that puts the proposed line in the place of the typed one
BRING_IN = "merge"  # the button that merges what went out meanwhile into what is typed
# Where each of the form's buttons goes once the text is safe.
AFTER_SAVING = {"preview": "draft_preview", "file": "draft_file", "submit": "draft_submit"}
NO_REVISION = 0  # revisions count from 1: a save that names this one was written from none


def save(request: HttpRequest, story: Story, now: datetime, purpose: str) -> HttpResponse:
    form = DraftForm(request.POST, may_be_urgent=nothing_filed(story))
    brought = bring_pictures(request, now)
    again = partial(editor, request, story, purpose=purpose, brought=brought)
    if not form.is_valid():
        return again(form, status=422)
    written_on = draft_written_on(story, form)
    try:
        kept = keep(request, story, form, now, purpose, written_on, brought)
    except UnacceptableText as refusal:
        form.refuse(refusal.field, refusal.message)
        return again(form, status=422)
    except StaleDraft as refusal:
        return again(form.carried_to(refusal.draft), refusal=refusal, theirs=refusal.draft, status=409)
    except DraftClosed as refusal:
        if went_out_as_it_is(request, form, refusal.draft, brought, now):
            messages.info(request, "This draft was filed meanwhile. All that you typed is in it.")
            return redirect("story", story.pk)
        return again(form.carried_on(), refusal=refusal, theirs=story.current_version, status=409)
    except Refused as refusal:
        return again(form, refusal=refusal, status=403)
    return kept_and_on(request, kept, written_on, form, now)


def draft_written_on(story: Story, form: DraftForm) -> Draft | None:
    """The draft that the form was written on, open or closed; Http404 where the story has no such draft."""
    given = form.cleaned_data["draft"] or form.cleaned_data["closed"]
    return None if given is None else draft_named(story, given)


def keep(
    request: HttpRequest,
    story: Story,
    form: DraftForm,
    now: datetime,
    purpose: str,
    written_on: Draft | None,
    brought: Sequence[Photo],
) -> FormSaved:
    """Save the form on the draft it names; one that was closed since, and was seen so, on what is written now."""
    onward = form.cleaned_data["draft"] is None
    text, mark = form.draft_text(), mark_of(request)
    if request.POST.get("then") == USE_ATTN and written_on and not onward:
        text = with_proposal(written_on, text)
    sheet = Sheet(
        text=text,
        revision=form.cleaned_data["revision"] or NO_REVISION,
        uses=uses_of_form(request, written_on, brought, now),
        were=uses_given(request, written_on, now),
        page=mark.page if mark else "",
        closed=written_on if onward else None,
    )
    if onward or written_on is None:
        return save_onward(story=story, purpose=purpose, sheet=sheet, actor=request.user, now=now)
    return save_form(draft=written_on, sheet=sheet, actor=request.user, now=now)


def kept_and_on(
    request: HttpRequest, kept: FormSaved, written_on: Draft | None, form: DraftForm, now: datetime
) -> HttpResponse:
    """Say what came of it, and go where the button leads; first of all to what its writer must decide."""
    draft, then = kept.draft, request.POST.get("then", "")
    for notice in kept.notices:
        messages.info(request, notice)
    if kept.parked:
        return redirect(draft_address("draft_parked", draft, kept.parked.pk))
    if then == BRING_IN:
        return bring_in(request, draft, now)
    used = then == USE_ATTN and draft.attn not in ("", form.cleaned_data["attn"])
    messages.success(request, "Saved, with the proposed ATTN." if used else "Saved.")
    return redirect(draft_address(AFTER_SAVING.get(then, "draft"), draft))


def went_out_as_it_is(
    request: HttpRequest, form: DraftForm, closed: Draft, brought: Sequence[Photo], now: datetime
) -> bool:
    """Whether all of the form is in the draft that was filed: a second press, or nothing typed since."""
    uses = uses_of_form(request, closed, brought, now)
    return (
        closed.state == Draft.State.FILED and form.draft_text() == text_of(closed) and uses in (None, uses_of(closed))
    )


def with_proposal(draft: Draft, text: DraftText) -> DraftText:
    """The text with the line that its changes call for; as it is where they call for none."""
    label, _ = next_label_of(as_typed(draft, text))
    return replace(text, attn=read_typed(draft, text, label).proposal.text or text.attn)
