"""The saves of a draft: what was done when, each to be compared with the draft and brought back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from stories.models import Draft
from stories.queries.addresses import draft_address
from stories.queries.doors import writable_draft_for
from stories.queries.draft_history import restoring, saved_at, saves_of
from stories.services.drafting import save_draft, text_of
from stories.services.refusals import Refused
from stories.views.guard import newsroom_page


@newsroom_page
@require_safe
def page(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    draft = writable_draft_for(request.user, pk, timezone.now(), purpose)
    return render(request, "saves.html", {"story": draft.story, "draft": draft, "entries": saves_of(draft)})


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: str, revision: int, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """GET: what restoring it would change. POST: the old text becomes the next save; nothing is taken back."""
    draft = writable_draft_for(request.user, pk, timezone.now(), purpose)
    then = saved_at(draft, revision)
    if then is None:
        raise Http404("There is no such save.")
    return restore(request, draft, then) if request.method == "POST" else show(request, draft, then)


def restore(request: HttpRequest, draft: Draft, then: Draft) -> HttpResponse:
    """Save the old text over the revision that the person saw; a later one is shown first."""
    given = request.POST.get("revision", "")
    try:
        save_draft(
            draft=draft,
            revision=int(given) if given.isdecimal() else 0,
            text=text_of(then),
            actor=request.user,
            now=timezone.now(),
            reason=f"restored from save {then.revision}",
        )
    except Refused as refusal:
        return show(request, draft, then, refusal=refusal)
    messages.success(request, f"The text of save {then.revision} is back. What stood here is kept among the saves.")
    return redirect(draft_address("draft", draft))


def show(request: HttpRequest, draft: Draft, then: Draft, *, refusal: Refused | None = None) -> HttpResponse:
    context = {
        "story": draft.story,
        "draft": draft,
        "then": then,
        "changes": restoring(draft, then),
        "refusal": refusal,
    }
    return render(request, "save.html", context, status=409 if refusal else 200)
