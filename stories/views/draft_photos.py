"""The photos of the next filing: what the editor's strip asks and saves by itself, and the form without scripts."""

from collections.abc import Sequence
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stories.forms.photos import UnreadablePhotos, rows_of_json, rows_of_uses, uses_of_rows
from stories.models import Draft
from stories.queries.doors import draft_named, story_for, writable_draft_for
from stories.queries.strip import Tile, on_wire, photos_named, tiles
from stories.services.choosing import Chosen, PhotosChanged, choose_photos
from stories.services.drafting import DraftClosed
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.refusals import Refused, UnacceptableText
from stories.views.answers import newsroom_answer


@newsroom_answer
@require_http_methods(["GET", "HEAD", "POST"])
def strip(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """The tiles as a piece of a page; posted to, they are saved: `saved`, `merged`, `conflict`, `closed`, `refused`.

    `base` and `photos` are the strip as it was given and as it is now. `was` is the draft's
    revision that the save was built upon: only a tab that has the text of that revision
    takes the new one for its text.
    """
    now = timezone.now()
    if request.method == "POST":
        return keep(request, pk, now)
    draft = writable_draft_for(request.user, pk, now, purpose)
    found = tiles(draft.photos.all(), on_wire(draft.story), now)
    return render(request, "partials/photo_tiles.html", {"tiles": found})


def keep(request: HttpRequest, pk: str, now: datetime) -> HttpResponse:
    story = story_for(request.user, pk, now)
    given = request.POST.get("draft", "")
    draft = draft_named(story, int(given) if given.isdecimal() and len(given) < 19 else 0)
    try:
        base, uses = typed(request, draft, now)
        return saved(request, choose_photos(draft=draft, base=base, uses=uses, actor=request.user, now=now), now)
    except UnreadablePhotos as error:
        raise Http404("These are no photos of a draft.") from error
    except PhotosChanged as refusal:
        return conflict(request, refusal, now)
    except DraftClosed as refusal:
        url = reverse("story", args=[pk])
        return JsonResponse({"status": "closed", "message": refusal.message, "url": url}, status=410)
    except UnacceptableText as refusal:
        return JsonResponse({"status": "refused", "message": refusal.message}, status=422)
    except Refused as refusal:
        return JsonResponse({"status": "refused", "message": refusal.message}, status=403)


def typed(request: HttpRequest, draft: Draft, now: datetime) -> tuple[tuple[PhotoUse, ...], tuple[PhotoUse, ...]]:
    """The strip as the page was given it, and as it is now. Raises UnreadablePhotos."""
    base, rows = rows_of_json(request.POST.get("base", "")), rows_of_json(request.POST.get("photos", ""))
    photos = photos_named(request.user, [row["photo"] for row in (*base, *rows)], now, uses_of(draft))
    return uses_of_rows(base, photos), uses_of_rows(rows, photos)


def saved(request: HttpRequest, chosen: Chosen, now: datetime) -> JsonResponse:
    draft = chosen.draft
    found = tiles(chosen.uses, on_wire(draft.story), now)
    answer = {
        "status": "merged" if chosen.merged else "saved",
        "revision": draft.revision,
        "was": chosen.before,
        "saved_at": draft.saved_at.isoformat(),
        "photos": rows_of_uses(chosen.uses),
        "tags": [[tile.style, tile.tag] for tile in found],
    }
    if chosen.merged:
        answer |= {"notice": chosen.notice, "html": html(request, found)}
    return JsonResponse(answer)


def conflict(request: HttpRequest, refusal: PhotosChanged, now: datetime) -> JsonResponse:
    """Nothing was saved. `html` has both changes and, where they clash, what this person typed; `theirs` stands."""
    found = tiles(refusal.both, on_wire(refusal.draft.story), now)
    answer = {
        "status": "conflict",
        "message": refusal.message,
        "theirs": rows_of_uses(refusal.theirs),
        "html": html(request, found),
        "clashes": [
            {"place": one.place, "field": one.field, "mine": one.mine, "theirs": one.theirs} for one in refusal.clashes
        ],
    }
    return JsonResponse(answer, status=409)


def html(request: HttpRequest, found: Sequence[Tile]) -> str:
    return render_to_string("partials/photo_tiles.html", {"tiles": found}, request)
