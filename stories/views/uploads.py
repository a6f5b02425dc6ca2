"""A picture that a browser sends by itself: kept, read, and answered with what the editor shows of it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.queries.photos.access import visible_photos
from stories.queries.photos.found import words_found
from stories.queries.strip import tiles
from stories.services.draftphotos import PhotoUse
from stories.services.photos import Brought, NotAPicture, NotKept, bring_photo
from stories.services.refusals import Refused
from stories.views.answers import newsroom_answer

STATUS = {"large": 413}
NO_FILE = "No file came with the request."


@newsroom_answer
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """`kept` with the photo's tile for a strip, or `refused` with its name and the reason. One file a request."""
    file = request.FILES.get("picture")
    if file is None:
        return refused(NO_FILE, 422)
    try:
        return kept(request, bring_photo(data=file.file, name=file.name or "", actor=request.user, now=timezone.now()))
    except NotAPicture as refusal:
        return refused(refusal.message, STATUS.get(refusal.reason, 422))
    except NotKept as refusal:
        return refused(refusal.message, 507)
    except Refused as refusal:
        return refused(refusal.message, 403)


def kept(request: HttpRequest, brought: Brought) -> JsonResponse:
    photo, now = brought.photo, timezone.now()
    use = PhotoUse(photo, photo.caption, photo.credit)
    (tile,) = tiles([use], None, now)
    context = {"tile": tile, "fresh": True}
    answer = {
        "status": "kept",
        "sha256": photo.sha256,
        "new": brought.is_new,
        "found": words_found(photo),
        "near": near_words(request, brought),
        "tile": render_to_string("partials/photo_tile.html", context, request),
    }
    return JsonResponse(answer, status=201 if brought.is_new else 200)


def near_words(request: HttpRequest, brought: Brought) -> list[dict[str, object]]:
    """The kept photos it looks like, of those the person may see, the nearest first."""
    keys = [one.photo.pk for one in brought.near]
    seen = set(visible_photos(request.user, timezone.now()).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        {"sha256": one.photo.sha256, "caption": str(one.photo), "same": one.same}
        for one in brought.near
        if one.photo.pk in seen
    ]


def refused(message: str, status: int) -> JsonResponse:
    return JsonResponse({"status": "refused", "message": message}, status=status)
