"""Two people's texts in one: the page that asks only where they touched, and keeps what was decided."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stories.models import Draft, ParkedText
from stories.queries.addresses import draft_address, purpose_address
from stories.queries.doors import writable_draft_for
from stories.queries.draft_history import parked_by
from stories.services.drafting import DraftClosed, StaleDraft
from stories.services.merging import (
    drop_parked,
    follow_wire,
    merge_of_parked,
    merge_of_wire,
    merged_fields_of,
    settle_parked,
)
from stories.services.refusals import Refused
from stories.views.guard import newsroom_page
from stories.views.merge_questions import Undecided, decisions, questions
from stories.wire.label import short_label
from stories.wire.merge import Merged, TextMerge, came_in


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def parked(request: HttpRequest, pk: str, parked_pk: int, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """What somebody typed, and what somebody else saved in the same places meanwhile."""
    now = timezone.now()
    draft = writable_draft_for(request.user, pk, now, purpose)
    kept = parked_for(request, draft, parked_pk)
    if request.method == "POST":
        return settle(request, draft, lambda **choice: settle_parked(parked=kept, draft=draft, **choice), now, kept)
    return page(request, draft, merge_of_parked(kept, draft), parked=kept)


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def wire(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """The draft, and what went out since it was begun."""
    now = timezone.now()
    draft = writable_draft_for(request.user, pk, now, purpose)
    if draft.based_on_id == draft.story.current_version_id:
        messages.info(request, "The draft already follows what is on the wire.")
        return redirect(draft_address("draft", draft))
    if request.method == "POST":
        return settle(request, draft, lambda **choice: follow_wire(draft=draft, **choice), now)
    return page(request, draft, merge_of_wire(draft))


@newsroom_page
@require_POST
def drop(request: HttpRequest, pk: str, parked_pk: int, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """The parked text is not wanted; it stays in the record."""
    now = timezone.now()
    drop_parked(parked=parked_for(request, writable_draft_for(request.user, pk, now, purpose), parked_pk), now=now)
    messages.success(request, "Let go. The draft is as it was saved last.")
    return redirect(purpose_address("draft", pk, purpose))


def bring_in(request: HttpRequest, draft: Draft, now: datetime) -> HttpResponse:
    """Bring what went out since into a draft just saved: at once, or, where both changed the same, by asking."""
    current, before = draft.story.current_version, merged_fields_of(draft)
    if draft.based_on_id == draft.story.current_version_id or not merge_of_wire(draft).clean:
        return redirect(draft_address("draft_merge", draft))
    try:
        merged = follow_wire(draft=draft, revision=draft.revision, lines={}, grafs=[], actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(draft_address("draft", draft))
    brought = came_in(before, merged_fields_of(merged)) or "nothing your text did not have"
    messages.success(request, f"The {short_label(current.label) or 'first filing'} is in your draft: {brought}.")
    return redirect(draft_address("draft", draft))


def parked_for(request: HttpRequest, draft: Draft, parked_pk: int) -> ParkedText:
    """The person's own parked text that waits for the draft, or for one before it; nobody else's."""
    found = parked_by(request.user, draft).filter(pk=parked_pk).first()
    if found is None:
        raise Http404("There is no such text.")
    return found


def settle(request, draft: Draft, save, now: datetime, kept: ParkedText | None = None) -> HttpResponse:
    """Save as decided; where something is undecided or was saved meanwhile, ask again with the answers kept."""
    merge = merge_of_parked(kept, draft) if kept else merge_of_wire(draft)
    try:
        lines, grafs = decisions(merge, request.POST)
        revision = int(request.POST.get("revision") or 0)
        save(revision=revision, lines=lines, grafs=grafs, actor=request.user, now=now)
    except (Undecided, ValueError):
        return page(request, draft, merge, parked=kept, refusal="Choose one side for each place, or edit the result.")
    except StaleDraft:
        return page(request, draft, merge, parked=kept, refusal="The draft was saved again meanwhile. Look once more.")
    except DraftClosed as refusal:
        messages.error(request, refusal.message)
        return redirect("story", draft.story_id)
    except Refused as refusal:
        return page(request, draft, merge, parked=kept, refusal=refusal.message)
    messages.success(request, "Merged and saved.")
    return redirect(draft_address("draft", draft))


def page(
    request: HttpRequest, draft: Draft, merge: TextMerge, *, parked: ParkedText | None = None, refusal: str = ""
) -> HttpResponse:
    """The questions, each with both sides; clean changes are only counted."""
    merged = [row for row in merge.body.rows if isinstance(row, Merged) and row.by is not None]
    context = {
        "story": draft.story,
        "draft": draft,
        "current": draft.story.current_version,
        "parked": parked,
        "action": draft_address("draft_parked", draft, parked.pk) if parked else draft_address("draft_merge", draft),
        "questions": questions(merge, request.POST),
        "clean": len(merged),
        "mine_text": parked.fields if parked else {"headline": draft.headline, "body": draft.body},
        "refusal": refusal,
    }
    return render(request, "merge.html", context, status=409 if refusal else 200)
