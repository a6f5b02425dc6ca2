"""A picture, to people who may read a story it runs with."""

import mimetypes

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories.queries.doors import photo_for
from stories.views.guard import newsroom_page

SHOWN_IN_PAGE = {"image/jpeg", "image/png", "image/webp", "image/gif"}


@newsroom_page
@require_safe
def photo(request: HttpRequest, sha256: str) -> HttpResponse:
    """The file as it came. What is no plain picture is offered for download, never opened in the page."""
    picture = photo_for(request.user, sha256, timezone.now())
    kind = mimetypes.guess_type(picture.file.name)[0] or ""
    shown = kind in SHOWN_IN_PAGE
    return FileResponse(
        picture.file.open("rb"),
        content_type=kind if shown else "application/octet-stream",
        as_attachment=not shown,
    )
