"""A picture that a browser sends by itself: kept, read, and answered with what the editor shows of it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.models import Photo
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
    answer = {
        "status": "kept",
        "sha256": brought.photo.sha256,
        "new": brought.is_new,
        "found": words_found(brought.photo),
        "near": near_words(request, brought),
        "tile": tile_of(request, brought.photo),
    }
    return JsonResponse(answer, status=201 if brought.is_new else 200)


def tile_of(request: HttpRequest, photo: Photo) -> str:
    (tile,) = tiles([PhotoUse(photo, photo.caption, photo.credit)], None, timezone.now())
    return render_to_string("partials/photo_tile.html", {"tile": tile, "fresh": True}, request)


def near_words(request: HttpRequest, brought: Brought) -> list[dict[str, object]]:
    """The kept photos it looks like, of those the person may see, the nearest first; `tile` of what may be used."""
    keys = [one.photo.pk for one in brought.near]
    seen = set(visible_photos(request.user, timezone.now()).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        {
            "sha256": one.photo.sha256,
            "caption": str(one.photo),
            "same": one.same,
            "tile": tile_of(request, one.photo) if one.same and not one.photo.withdrawn_at else "",
        }
        for one in brought.near
        if one.photo.pk in seen
    ]


def refused(message: str, status: int) -> JsonResponse:
    return JsonResponse({"status": "refused", "message": message}, status=status)
