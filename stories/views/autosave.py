"""Saves that the editor sends by itself."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.forms import DraftForm
from stories.models import Draft, Story
from stories.queries.doors import story_for
from stories.services.autosaving import Autosaved, NeedsMerge, Tab, autosave
from stories.services.drafting import MERGED_FIELDS, DraftClosed, UnableToSave
from stories.services.refusals import Refused, UnacceptableText
from stories.views.answers import newsroom_answer

LONGEST_SESSION = 40


@newsroom_answer
@require_POST
def save(request: HttpRequest, pk: str) -> HttpResponse:
    """`saved`, `merged` (with the fields that came of it), `conflict`, `closed` or `refused`."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    form = DraftForm(request.POST, may_be_urgent=story.current_version_id is None)
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        return refused(errors[0], 422, field)
    try:
        return saved(keep(request, story, form, now))
    except UnacceptableText as refusal:
        return refused(refusal.message, 422, refusal.field)
    except NeedsMerge as refusal:
        url = reverse("draft_parked", args=[story.pk, refusal.parked.pk])
        return JsonResponse({"status": "conflict", "message": refusal.message, "url": url}, status=409)
    except DraftClosed as refusal:
        return JsonResponse(
            {"status": "closed", "message": refusal.message, "url": reverse("story", args=[story.pk])}, status=410
        )
    except UnableToSave as refusal:
        return JsonResponse(
            {"status": "conflict", "message": refusal.message, "url": reverse("draft", args=[story.pk])}, status=409
        )
    except Refused as refusal:
        return refused(refusal.message, 403)


def keep(request: HttpRequest, story: Story, form: DraftForm, now: datetime) -> Autosaved:
    """The draft that the form names, saved; Http404 where the story has no such draft."""
    draft = named_draft(story, form)
    return autosave(
        draft=draft,
        revision=form.cleaned_data["revision"] or 0,
        text=form.draft_text(),
        actor=request.user,
        now=now,
        tab=tab_of(request),
    )


def named_draft(story: Story, form: DraftForm) -> Draft:
    draft = story.drafts.filter(pk=form.cleaned_data["draft"] or 0).first()
    if draft is None:
        raise Http404("There is no such draft.")
    draft.story = story
    return draft


def tab_of(request: HttpRequest) -> Tab:
    """The tab that sends; one that gives no number is taken as its first save."""
    serial = request.POST.get("serial", "")
    return Tab(request.POST.get("session", "")[:LONGEST_SESSION], int(serial) if serial.isdecimal() else 1)


def saved(outcome: Autosaved) -> JsonResponse:
    draft = outcome.draft
    given = {"status": "saved", "revision": draft.revision, "saved_at": draft.saved_at.isoformat()}
    if outcome.merged:
        fields = {name: getattr(draft, name) for name in MERGED_FIELDS}
        given |= {"status": "merged", "fields": fields, "notice": outcome.notice}
    return JsonResponse(given)


def refused(message: str, status: int, field: str = "") -> JsonResponse:
    return JsonResponse({"status": "refused", "message": message, "field": field}, status=status)
