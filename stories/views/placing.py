"""A picture for a caption that was filed or imported without one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.queries.doors import version_for
from stories.services.photos import bring_photo
from stories.services.photos.placing import fill_placeholder
from stories.services.refusals import Refused
from stories.views.guard import newsroom_page


@newsroom_page
@require_POST
def fill(request: HttpRequest, pk: str, sequence: int, position: int) -> HttpResponse:
    """Bring the picture in and put it to the caption at this place (from 1); the filing stays as it was."""
    now = timezone.now()
    version = version_for(request.user, pk, sequence, now)
    use = next((use for use in version.photos.all() if use.position + 1 == position), None)
    if use is None:
        raise Http404("There is no such caption.")
    file = request.FILES.get("picture")
    try:
        if file is None:
            messages.error(request, "Choose the picture first.")
        else:
            brought = bring_photo(data=file.file, name=file.name or "", actor=request.user, now=now)
            fill_placeholder(use=use, photo=brought.photo, actor=request.user, now=now)
            messages.success(request, f"Caption {position} has its picture.")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(f"{reverse('version', args=[pk, sequence])}#photo-{position}")
