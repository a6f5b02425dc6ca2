"""A picture to take along: the words it runs with are in the file, the name is the sender's."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from stories.models import Photo, VersionPhoto
from stories.photos.specs import NoSuchSpec, Spec, read_spec
from stories.queries.doors import picture_for, version_for
from stories.queries.photos.usages import late_or_own
from stories.services.photo_files import NotKept
from stories.services.photos.exporting import Export, export_original, export_photo, words_of
from stories.views.guard import newsroom_page
from stories.views.photo import NO_PICTURE, may_be_cut_there
from stories.wire.text import tidy, without_hidden

ORIGINAL = "original"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f"*/:<>?\\|]+')


@newsroom_page
@require_safe
def download(request: HttpRequest, sha256: str, spec: str) -> HttpResponse:
    """`spec` is a rendition's, or "original". The words in the file are the photo's own."""
    photo = picture_for(request.user, sha256, timezone.now())
    return _answer(photo, spec, None)


@newsroom_page
@require_safe
def used(request: HttpRequest, pk: str, sequence: int, position: int, spec: str) -> HttpResponse:
    """The photo at a place (from 1) of a filed version, with the caption and the credit it ran with there."""
    now = timezone.now()
    version = version_for(request.user, pk, sequence, now)
    use = next((use for use in version.photos.all() if use.position + 1 == position), None)
    photo = late_or_own(use) if use else None
    if photo is None:
        raise Http404(NO_PICTURE)
    return _answer(picture_for(request.user, photo.sha256, now), spec, use)


def _answer(photo: Photo, spec: str, use: VersionPhoto | None) -> HttpResponse:
    """A withdrawn photo goes out to nobody, whoever may look at it here."""
    now = timezone.now()
    if photo.withdrawn_at or (photo.embargo_until and photo.embargo_until > now):
        raise Http404(NO_PICTURE)
    try:
        asked = None if spec == ORIGINAL else _asked(photo, spec)
        words = words_of(photo, use)
        if asked is None:
            return _file(photo, export_original(photo=photo, words=words, now=now))
        return _file(photo, export_photo(photo=photo, spec=asked, words=words, now=now))
    except (OSError, NotKept) as error:
        raise Http404("The picture cannot be read.") from error


def _asked(photo: Photo, spec: str) -> Spec:
    try:
        asked = read_spec(spec)
    except NoSuchSpec as error:
        raise Http404(NO_PICTURE) from error
    if not may_be_cut_there(photo, asked):
        raise Http404(NO_PICTURE)
    return asked


def _file(photo: Photo, export: Export) -> HttpResponse:
    answer = HttpResponse(export.data, content_type=export.media_type)
    answer.headers["Content-Disposition"] = content_disposition_header(True, file_name(photo, export.ending)) or ""
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def file_name(photo: Photo, ending: str) -> str:
    """The sender's name with the ending of what is sent, fit for every file system; else the checksum's beginning."""
    stem = photo.uploaded_name.rpartition(".")[0] or photo.uploaded_name
    stem = tidy(_NOT_IN_NAMES.sub(" ", without_hidden(stem))).strip(" .")[:100]
    return f"{stem or photo.sha256[:12]}.{ending}"
