"""A picture in the size a page asks for, to people who may look at it."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from stories.models import Photo, Rendition
from stories.photos.specs import NoSuchSpec, Spec, read_spec
from stories.queries.doors import picture_for
from stories.queries.photos.usages import focal_points
from stories.services.photo_files import NotKept
from stories.services.renditions import bytes_of, rendition_of
from stories.views.guard import newsroom_page

View = Callable[..., HttpResponse]
WIDEST = Spec(2048)
# Kept by the reader's own browser alone, and asked about each time: withdrawn and held are so at once.
ASKED_EACH_TIME = "private, no-cache"
NO_PICTURE = "There is no such picture."


def asked_each_time(view: View) -> View:
    """Lets the browser keep a picture, where pages with copy are kept by nobody."""

    @wraps(view)
    def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response.headers["Cache-Control"] = ASKED_EACH_TIME
            del response.headers["Expires"]
        return response

    return kept


@asked_each_time
@newsroom_page
@require_safe
def photo(request: HttpRequest, sha256: str) -> HttpResponse:
    """The picture as wide as pages ever show it."""
    return _answer(request, picture_for(request.user, sha256, timezone.now()), WIDEST)


@asked_each_time
@newsroom_page
@require_safe
def rendition(request: HttpRequest, sha256: str, spec: str) -> HttpResponse:
    """The picture in one size, crop and format."""
    try:
        asked = read_spec(spec)
    except NoSuchSpec as error:
        raise Http404(NO_PICTURE) from error
    picture = picture_for(request.user, sha256, timezone.now())
    if not may_be_cut_there(picture, asked):
        raise Http404(NO_PICTURE)
    return _answer(request, picture, asked)


def may_be_cut_there(photo: Photo, spec: Spec) -> bool:
    """Whether a crop's point is the photo's or a use's: one for each point that anybody types would fill the disk."""
    return not spec.crop or (spec.focal_x, spec.focal_y) in focal_points(photo)


def _answer(request: HttpRequest, picture: Photo, spec: Spec) -> HttpResponse:
    try:
        made = rendition_of(photo=picture, spec=spec, now=timezone.now())
        tag = f'"{picture.sha256[:20]}-{made.bytes}-{spec}"'
        answer = get_conditional_response(request, etag=tag) or _file(made)
    except (OSError, NotKept) as error:
        raise Http404("The picture cannot be read.") from error
    answer.headers["ETag"] = tag
    return answer


def _file(made: Rendition) -> HttpResponse:
    """The bytes, or a word to the proxy or the reader where they lie."""
    if settings.PHOTO_DELIVERY == "link":
        return HttpResponseRedirect(default_storage.url(made.file))
    if settings.PHOTO_DELIVERY == "accel":
        answer = HttpResponse(headers={"X-Accel-Redirect": f"{settings.PHOTO_ACCEL_PREFIX}{made.file}"})
    else:
        answer = HttpResponse(bytes_of(made, timezone.now()))
    answer.headers["Content-Type"] = made.media_type
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
