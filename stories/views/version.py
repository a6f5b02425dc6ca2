"""One filed text at its permanent address: as a page, and as it went out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from stories.permissions import may_write
from stories.queries.copy import version_copy
from stories.queries.doors import version_for
from stories.queries.editor import label_to_come
from stories.queries.kills import wire_of
from stories.queries.ladder import ladder, waits_for
from stories.views.guard import newsroom_page
from stories.wire.text import without_hidden


@newsroom_page
@require_safe
def page(request: HttpRequest, pk: str, sequence: int) -> HttpResponse:
    now = timezone.now()
    version = version_for(request.user, pk, sequence, now)
    copy = version_copy(version)
    context = {
        "story": version.story,
        "may_write": may_write(request.user, version.story, now),
        "version": version,
        "copy": copy,
        "wire": wire_of(version),
    }
    rungs = ladder(version.story)
    context |= {"ladder": rungs, "next_label": label_to_come(version.story)}
    context["reviews"] = waits_for(rungs.lead, version.story, request.user)
    return render(request, "version.html", context)


@newsroom_page
@require_safe
def text(request: HttpRequest, pk: str, sequence: int) -> HttpResponse:
    """The wire text and nothing else."""
    version = version_for(request.user, pk, sequence, timezone.now())
    response = HttpResponse(wire_of(version), content_type="text/plain; charset=utf-8")
    name = f"{without_hidden(version.slugline) or version.story_id}-{version.sequence}.txt"
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name)
    return response
