"""Saves that the editor sends by itself."""

import json

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.forms import DraftForm
from stories.models import Draft
from stories.queries.addresses import purpose_address
from stories.queries.attn_line import line_of
from stories.queries.people import name_of
from stories.services.autosaving import Autosaved, ComesInWhole, NeedsMerge, NoSuchDraft, Tab, autosave
from stories.services.drafting import MERGED_FIELDS, DraftClosed, DraftText, UnableToSave, brackets_of
from stories.services.merging import merged_fields_of
from stories.services.refusals import Refused, UnacceptableText
from stories.views.answers import newsroom_answer
from stories.views.guard import other_person

LONGEST_SESSION = 40
LONGEST_KEY = 19  # digits that a database takes as a number


@newsroom_answer
@require_POST
def save(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """`saved`, `merged` (with the fields that came of it), `conflict`, `closed` or `refused`.

    The numbers of the ATTN follow their paragraphs. Where that moved some, `saved` carries the
    line as it is kept, `attn`: the browser takes its new numbers in and leaves what was typed in
    the field since as it is, or else its next save would name the old numbers anew. `attn_gone`
    are the words of each place that names a paragraph which is not there, or not any more.
    """
    if other_person(request):
        return typed_by_another(request)
    form = DraftForm(request.POST, may_be_urgent=True)
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        return refused(errors[0], 422, field)
    try:
        return saved(keep(request, pk, form))
    except NoSuchDraft as refusal:
        raise Http404(refusal.message) from refusal
    except UnacceptableText as refusal:
        return refused(refusal.message, 422, refusal.field)
    except ComesInWhole as refusal:
        return refused(refusal.message, 422)
    except NeedsMerge as refusal:
        return elsewhere("conflict", refusal, purpose_address("draft_parked", pk, purpose, refusal.parked.pk), 409)
    except DraftClosed as refusal:
        return elsewhere("closed", refusal, reverse("story", args=[pk]), 410)
    except UnableToSave as refusal:
        return elsewhere("conflict", refusal, purpose_address("draft", pk, purpose), 409)
    except Refused as refusal:
        return refused(refusal.message, 403)


def keep(request: HttpRequest, pk: str, form: DraftForm) -> Autosaved:
    """Save onto the draft that the form names."""
    return autosave(
        story_id=pk,
        draft_id=form.cleaned_data["draft"] or 0,
        revision=form.cleaned_data["revision"] or 0,
        text=form.draft_text(),
        actor=request.user,
        now=timezone.now(),
        tab=tab_of(request),
    )


def tab_of(request: HttpRequest) -> Tab:
    """The tab that sends; one that gives no number is taken as its first save."""
    serial, session = request.POST.get("serial", ""), request.POST.get("session", "")
    number = int(serial) if serial.isdecimal() else 1
    closed = request.POST.get("closed", "")
    before = texts_before(request.POST.get("before", ""))
    was = request.POST.get("was", "")[:LONGEST_SESSION]
    return Tab(session[:LONGEST_SESSION], number, before, int(closed) if is_key(closed) else 0, was)


def is_key(given: str) -> bool:
    return given.isdecimal() and len(given) < LONGEST_KEY


def texts_before(given: str) -> dict[int, DraftText]:
    """The saves that a tab had no answer to, as it sends them along: [{serial, text}]. What cannot be read is none."""
    try:
        return {int(one["serial"]): text_before(one["text"]) for one in json.loads(given or "[]")}
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def text_before(given: dict[str, object]) -> DraftText:
    """One of them, its brackets as they stood in their field."""
    fields = {name: str(given.get(name, "")) for name in (*MERGED_FIELDS, "kind")}
    return DraftText(**fields, qualifiers=brackets_of(str(given.get("qualifiers", ""))))


def saved(outcome: Autosaved) -> JsonResponse:
    draft = outcome.draft
    given = {"status": "saved", "revision": draft.revision, "saved_at": draft.saved_at.isoformat()}
    line = line_of(draft)
    if line.line != line.typed:
        given["attn"] = line.line
    if line.gone:
        given["attn_gone"] = list(line.gone)
    if outcome.merged:
        given |= {"status": "merged", "fields": merged_fields_of(draft), "notice": outcome.notice}
    return JsonResponse(given)


def elsewhere(status: str, refusal: Refused, url: str, code: int) -> JsonResponse:
    """Nothing was saved onto the draft; `url` is where the person goes on."""
    return JsonResponse({"status": status, "message": refusal.message, "url": url}, status=code)


def typed_by_another(request: HttpRequest) -> JsonResponse:
    """The page is one person's and the sign-in, since, another's: nobody's words are saved under another name."""
    message = f"{name_of(request.user)} is signed in here now, and this text is yours."
    return JsonResponse({"status": "other_person", "message": message}, status=403)


def refused(message: str, status: int, field: str = "") -> JsonResponse:
    return JsonResponse({"status": "refused", "message": message, "field": field}, status=status)
