"""Whether the board on somebody's screen is still the newest: asked by polling."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories.queries.board import moment_of
from stories.queries.filters import read_filter
from stories.queries.pulse import pulse
from stories.queries.queue import waiting_for
from stories.views.answers import newsroom_answer
from stories.views.presence import unless_known


@newsroom_answer
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """GET: how many stories of this filter are newer than `since`, and who is editing; 304 where nothing changed."""
    now = timezone.now()
    since = moment_of(request.GET.get("since", "")) or now
    beat = pulse(request.user, now, read_filter(request.GET), since)
    return unless_known(
        request, {"newer": beat.newer, "editing": beat.editing, "waiting": waiting_for(request.user, now)}
    )
