"""Each person's own clock."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from stories.models import Preferences


class OwnTimeZone:
    """Shows times, and reads those that are typed, in the zone the signed-in person chose; else in the desk's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen: Preferences | None = getattr(request.user, "preferences", None)
        if chosen is None or not chosen.time_zone:
            return self.get_response(request)
        with timezone.override(ZoneInfo(chosen.time_zone)):
            return self.get_response(request)
